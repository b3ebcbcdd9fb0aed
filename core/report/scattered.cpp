#include "report/scattered.h"

#include <algorithm>

#include "form/labels.h"

namespace nianbao {
namespace {

// --- 表二 --------------------------------------------------------------------------------------------------

// Rows of the form that share a block and so a head.
std::vector<std::vector<int>> blocks_of(const FormTable& form) {
  std::vector<std::vector<int>> blocks;
  for (std::size_t r = 0; r < form.rows.size(); ++r) {
    const bool same = r > 0 && form.rows[r].group == form.rows[r - 1].group;
    if (!same) blocks.emplace_back();
    blocks.back().push_back(static_cast<int>(r));
  }
  return blocks;
}

class ScatteredDisclosure {
 public:
  ScatteredDisclosure(const Source& source, const std::vector<DisclosureWord>& words)
      : source_(source),
        words_(words),
        form_(source.form(TableId::disclosure)),
        table_(source.bound(TableId::disclosure)) {}

  void bind() {
    if (is_whole()) bind_columns();
    for (std::size_t r = 0; r < table_.cells.size(); ++r) finish_row(r);
  }

 private:
  // No value is missing: otherwise the values behind a head may be those of another column.
  bool is_whole() const {
    std::size_t values = 0, cells = 0;
    for (const DisclosureWord& word : words_) values += values_of(word).size();
    for (std::size_t r = 0; r < table_.cells.size(); ++r) {
      if (!table_.row_present[r]) return false;
      cells += table_.cells[r].size();
    }
    return values == cells;
  }

  void bind_columns() {
    std::vector<std::u16string_view> done;
    for (const FormRow& row : form_.rows)
      for (const FormColumn& column : row.columns) {
        if (std::find(done.begin(), done.end(), column.label) != done.end()) continue;
        done.push_back(column.label);
        bind_column(column.label);
      }
  }

  // All heads of one name in the order of the text, against all blocks with such a column in the order of the
  // form. They must agree in number, and each in the number of its values.
  void bind_column(std::u16string_view label) {
    const std::u16string key = label_key(label);
    std::vector<const DisclosureWord*> heads;
    for (const DisclosureWord& word : words_)
      if (word.meaning.word == Word::disclosure_column && key.compare(0, word.key.size(), word.key) == 0)
        heads.push_back(&word);
    std::vector<std::pair<std::vector<int>, std::size_t>> blocks;
    for (const std::vector<int>& block : blocks_of(form_))
      for (std::size_t c = 0; c < form_.rows[static_cast<std::size_t>(block.front())].columns.size(); ++c)
        if (form_.rows[static_cast<std::size_t>(block.front())].columns[c].label == label)
          blocks.push_back({block, c});
    if (heads.size() != blocks.size()) return;
    for (std::size_t i = 0; i < heads.size(); ++i)
      if (values_of(*heads[i]).size() != blocks[i].first.size() || !rows_in_order(blocks[i].first)) return;
    for (std::size_t i = 0; i < heads.size(); ++i)
      put(values_of(*heads[i]), blocks[i].first, blocks[i].second);
  }

  std::vector<std::size_t> values_of(const DisclosureWord& word) const {
    std::vector<std::size_t> values;
    for (std::size_t i : word.cells)
      if (source_.piece(i).kind == PieceKind::value) values.push_back(i);
    return values;
  }

  bool rows_in_order(const std::vector<int>& block) const {
    std::uint32_t last = 0;
    for (int row : block) {
      const auto r = static_cast<std::size_t>(row);
      if (!table_.row_present[r] || table_.row_label[r].begin < last) return false;
      last = table_.row_label[r].begin;
    }
    return true;
  }

  void put(const std::vector<std::size_t>& values, const std::vector<int>& block, std::size_t column) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      const CellRef ref{TableId::disclosure, static_cast<std::uint8_t>(block[i]),
                        static_cast<std::uint8_t>(column)};
      table_.cells[static_cast<std::size_t>(block[i])][column] = cell_of(source_, values[i], ref);
    }
  }

  void finish_row(std::size_t r) {
    if (!table_.row_present[r]) return;
    bool unread = false;
    for (ReportCell& cell : table_.cells[r]) {
      if (cell.state != CellState::absent) continue;
      cell.state = CellState::unread;
      cell.range = table_.row_label[r];
      unread = true;
    }
    if (unread)
      source_.report.problems.push_back(
          {ErrorCode::row_unread, table_.row_label[r], std::u16string(form_.rows[r].label)});
  }

  const Source& source_;
  const std::vector<DisclosureWord>& words_;
  const FormTable& form_;
  BoundTable& table_;
};

}  // namespace

void bind_scattered_disclosure(const Source& source, const std::vector<DisclosureWord>& words) {
  ScatteredDisclosure(source, words).bind();
}

void bind_scattered_requests(const Source& source, Span span, const std::vector<PrintedRow>& rows) {
  Range whole = source.piece(span.begin).range;
  BoundTable& table = source.bound(TableId::requests);
  for (const PrintedRow& row : rows) {
    if (row.row < 0 || row.row >= static_cast<int>(table.row_present.size())) continue;
    join(whole, row.label);
    table.row_present[static_cast<std::size_t>(row.row)] = true;
    table.row_label[static_cast<std::size_t>(row.row)] = row.label;
    table.column_present[static_cast<std::size_t>(row.row)].assign(
        table.cells[static_cast<std::size_t>(row.row)].size(), true);
  }
  leave_unread(source, TableId::requests, whole);
}

}  // namespace nianbao
