#include <algorithm>

#include "form/labels.h"
#include "report/binding.h"
#include "report/scattered.h"

namespace nianbao {
namespace {

constexpr std::size_t longest_gap = 40;       // pieces between two words of the table
constexpr std::size_t longest_odd_value = 8;  // 待统计 in place of a number

bool is_disclosure(Word word) {
  return word == Word::disclosure_block || word == Word::disclosure_head || word == Word::disclosure_column ||
         word == Word::disclosure_row;
}

class DisclosureBinder {
 public:
  explicit DisclosureBinder(const Source& source)
      : source_(source), form_(source.form(TableId::disclosure)), table_(source.bound(TableId::disclosure)) {}

  void bind() {
    find_words();
    choose_region();
    if (words_.empty()) return;
    table_.present = true;
    table_.range = words_.front().range;
    for (const DisclosureWord& word : words_) join(table_.range, word.range);
    note_rows();
    if (is_scattered()) return bind_scattered_disclosure(source_, words_);
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (words_[i].meaning.word == Word::disclosure_row) bind_row(i);
  }

 private:
  // --- words -----------------------------------------------------------------------------------------------

  // A word of the table that begins with piece `at`, also broken over two or three pieces.
  bool word_at(std::size_t at, DisclosureWord& word) const {
    std::u16string key;
    for (std::size_t i = at; i < std::min(at + 3, source_.evidence.all.size()); ++i) {
      const Piece& piece = source_.piece(i);
      if (piece.kind != PieceKind::text || piece.key.empty()) break;
      key += piece.key;
      const WordMeaning meaning = i == at ? piece.meaning : word_of(key);
      if (!is_disclosure(meaning.word)) continue;
      word = {.meaning = meaning,
              .key = key,
              .range = {source_.piece(at).range.begin, piece.range.end},
              .begin = at,
              .end = i + 1};
      return true;
    }
    return altered_column_at(at, word);
  }

  // A cell that has a column's name with a slip: 现行有效件 for 现行有效件数.
  bool altered_column_at(std::size_t at, DisclosureWord& word) const {
    const Piece& piece = source_.piece(at);
    if (piece.kind != PieceKind::text || !piece.cell || piece.meaning.word != Word::none) return false;
    for (const FormRow& row : form_.rows)
      for (const FormColumn& column : row.columns) {
        if (!is_close(piece.key, label_key(column.label))) continue;
        word = {.meaning = {Word::disclosure_column, -1},
                .key = label_key(column.label),
                .range = piece.range,
                .begin = at,
                .end = at + 1,
                .altered = column.label};
        return true;
      }
    return false;
  }

  void find_words() {
    for (std::size_t i = 0; i < source_.evidence.all.size(); ++i) {
      DisclosureWord word;
      if (!word_at(i, word)) continue;
      i = word.end - 1;
      add_cells(word);
      words_.push_back(std::move(word));
    }
  }

  // What stands behind a word up to the next text.
  void add_cells(DisclosureWord& word) const {
    for (std::size_t i = word.end; i < source_.evidence.all.size() && word.cells.size() < longest_gap; ++i) {
      if (source_.piece(i).kind == PieceKind::text && !stands_like_value(word, i)) break;
      if (source_.piece(i).kind == PieceKind::row_end && !word.cells.empty()) break;
      if (source_.piece(i).kind != PieceKind::row_end) word.cells.push_back(i);
    }
  }

  // 待统计 in place of a number: between a row's label and the next word, on the same line or in a cell of
  // its own.
  bool stands_like_value(const DisclosureWord& word, std::size_t i) const {
    if (word.meaning.word != Word::disclosure_row || source_.piece(i).range.size() > longest_odd_value ||
        source_.piece(i).meaning.word != Word::none)
      return false;
    return source_.piece(i).cell || source_.piece(i).line == source_.piece(word.end - 1).line;
  }

  // The densest stretch that has both heads and rows.
  void choose_region() {
    std::size_t best_begin = 0, best_end = 0;
    for (std::size_t begin = 0; begin < words_.size();) {
      std::size_t end = begin + 1;
      while (end < words_.size() && words_[end].begin - words_[end - 1].end < longest_gap) ++end;
      bool heads = false, rows = false;
      for (std::size_t i = begin; i < end; ++i)
        (words_[i].meaning.word == Word::disclosure_row ? rows : heads) = true;
      if (heads && rows && end - begin > best_end - best_begin) best_begin = begin, best_end = end;
      begin = end;
    }
    while (best_begin < best_end && words_[best_begin].meaning.word == Word::disclosure_row)
      ++best_begin;  // a word of the text before
    words_ = std::vector<DisclosureWord>(words_.begin() + static_cast<std::ptrdiff_t>(best_begin),
                                         words_.begin() + static_cast<std::ptrdiff_t>(best_end));
  }

  // --- order -----------------------------------------------------------------------------------------------

  std::size_t values_of(const DisclosureWord& word) const {
    return static_cast<std::size_t>(std::count_if(word.cells.begin(), word.cells.end(), [&](std::size_t i) {
      return source_.piece(i).kind == PieceKind::value;
    }));
  }

  // Between the word before and this one: the name of a column in other words.
  bool other_text_before(std::size_t i) const {
    for (std::size_t t = i > 0 ? words_[i - 1].end : words_[i].begin; t < words_[i].begin; ++t)
      if (source_.piece(t).kind == PieceKind::text) return true;
    return false;
  }

  // Block, head, columns, then rows with their values: any other order says that the text was taken out of
  // its order.
  bool is_scattered() const {
    if (std::any_of(words_.begin(), words_.end(),
                    [&](const DisclosureWord& word) { return source_.piece(word.begin).cell; }))
      return false;
    std::size_t columns = 0, rows = 0, empty = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const DisclosureWord& word = words_[i];
      const bool filled = values_of(word) > 0;
      if (word.meaning.word == Word::disclosure_row) {
        if (columns == 0 && !other_text_before(i)) return true;
        ++rows;
        empty += word.cells.empty();
        continue;
      }
      if (filled) return true;
      columns = word.meaning.word == Word::disclosure_column ? columns + 1 : 0;
    }
    return rows > 0 && empty == rows;
  }

  // --- rows ------------------------------------------------------------------------------------------------

  void note_rows() {
    for (const DisclosureWord& word : words_) {
      if (!word.altered.empty()) table_.altered_labels.push_back({word.altered, word.range});
      const int row = word.meaning.word == Word::disclosure_row ? row_index(form_, word.meaning.key) : -1;
      if (row < 0 || table_.row_present[static_cast<std::size_t>(row)]) continue;
      table_.row_present[static_cast<std::size_t>(row)] = true;
      table_.row_label[static_cast<std::size_t>(row)] = word.range;
      table_.column_present[static_cast<std::size_t>(row)].assign(
          form_.rows[static_cast<std::size_t>(row)].columns.size(), true);
      if (form_.rows[static_cast<std::size_t>(row)].key == "normative_documents" &&
          word.key != label_key(form_.rows[static_cast<std::size_t>(row)].label))
        table_.altered_labels.push_back({form_.rows[static_cast<std::size_t>(row)].label, word.range});
    }
  }

  // Form columns of the row as its block's head names them, left to right; -1 for a head that the form's row
  // does not have.
  std::vector<int> columns_above(std::size_t at, const FormRow& row) const {
    std::vector<int> columns;
    std::size_t i = at;
    while (i > 0 && words_[i - 1].meaning.word == Word::disclosure_row) --i;
    for (; i > 0 && words_[i - 1].meaning.word == Word::disclosure_column; --i)
      columns.insert(columns.begin(), column_of(words_[i - 1].key, row));
    return columns;
  }

  static int column_of(const std::u16string& key, const FormRow& row) {
    for (std::size_t c = 0; c < row.columns.size(); ++c)
      if (label_key(row.columns[c].label).compare(0, key.size(), key) == 0) return static_cast<int>(c);
    return -1;
  }

  void bind_row(std::size_t at) {
    const DisclosureWord& word = words_[at];
    const int index = row_index(form_, word.meaning.key);
    if (index < 0) return table_.extra_rows.push_back(word.range);
    const FormRow& row = form_.rows[static_cast<std::size_t>(index)];
    if (table_.row_label[static_cast<std::size_t>(index)] != word.range) return;
    std::vector<int> columns = columns_above(at, row);
    const bool drawn = std::any_of(word.cells.begin(), word.cells.end(),
                                   [&](std::size_t i) { return source_.piece(i).cell; });
    const std::size_t printed = drawn ? word.cells.size() : values_of(word);
    const bool full = printed == row.columns.size() && columns.size() != row.columns.size();
    if (full || columns.empty()) {
      columns.clear();
      for (std::size_t c = 0; c < row.columns.size(); ++c) columns.push_back(static_cast<int>(c));
    }
    note_columns(index, columns);
    const auto cells = cells_of(at, columns.size());
    if (!cells || (cells->empty() && has_words_behind(at)))
      return leave_unread(source_, TableId::disclosure, index, word.range);
    if (cells->empty()) return put_blanks(index, columns, word.range);
    for (std::size_t i = 0; i < cells->size(); ++i) {
      if (columns[i] < 0) continue;
      const CellRef ref{TableId::disclosure, static_cast<std::uint8_t>(index),
                        static_cast<std::uint8_t>(columns[i])};
      table_.cells[static_cast<std::size_t>(index)][static_cast<std::size_t>(columns[i])] =
          cell_of(source_, (*cells)[i], ref);
      join(table_.range, source_.piece((*cells)[i]).range);
    }
  }

  // The pieces of the row's columns, none for a row that is blank; nothing where it is not certain.
  std::optional<std::vector<std::size_t>> cells_of(std::size_t at, std::size_t columns) const {
    PrintedRow row{.label = words_[at].range, .label_piece = words_[at].end - 1, .cells = words_[at].cells};
    const auto drop = [&](auto test) {
      row.cells.erase(std::remove_if(row.cells.begin(), row.cells.end(),
                                     [&](std::size_t i) { return test(source_.piece(i)); }),
                      row.cells.end());
    };
    if (std::any_of(row.cells.begin(), row.cells.end(), [&](std::size_t i) { return source_.piece(i).cell; }))
      drop([](const Piece& p) { return !p.cell && p.kind == PieceKind::blank; });
    if (CellRows::has_cells(source_, row)) {
      auto placed = CellRows(source_).place(row, columns);
      if (placed && columns > 1 && placed->front() != row.cells.front())
        placed.reset();  // no label of 表二 covers other columns
      return placed;
    }
    const auto values = std::count_if(row.cells.begin(), row.cells.end(), [&](std::size_t i) {
      return source_.piece(i).kind == PieceKind::value;
    });
    if (!source_.habits.blank_lines_are_cells || static_cast<std::size_t>(values) == columns)
      drop([](const Piece& p) { return p.kind == PieceKind::blank; });
    else if (row.cells.size() > columns) row.cells.resize(columns);
    return is_certain(at, row.cells, columns) ? std::optional(row.cells) : std::nullopt;
  }

  // All values of the row, or none, not torn over lines. In text taken out of a PDF a value may have slipped
  // to the next row of its block, so there every row of the block must have its values.
  bool is_certain(std::size_t at, const std::vector<std::size_t>& cells, std::size_t columns) const {
    if (!cells.empty() && cells.size() != columns) return false;
    if (source_.habits.blank_lines_are_cells) return true;
    const auto lies_well = [&](const DisclosureWord& word, const std::vector<std::size_t>& values) {
      if (values.empty()) return !source_.evidence.paged;
      const bool on_label_line = source_.piece(values.front()).line == source_.piece(word.end - 1).line;
      return shape_of(source_.evidence, values) == Shape::one_each ||
             (shape_of(source_.evidence, values) == Shape::one_line && (on_label_line || values.size() > 1));
    };
    if (!lies_well(words_[at], cells)) return false;
    if (!source_.evidence.paged ||
        (!cells.empty() && source_.piece(cells.front()).line == source_.piece(words_[at].end - 1).line))
      return true;
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && words_[begin - 1].meaning.word == Word::disclosure_row) --begin;
    while (end < words_.size() && words_[end].meaning.word == Word::disclosure_row) ++end;
    for (std::size_t i = begin; i < end; ++i)
      if (values_of(words_[i]) != columns) return false;
    return true;
  }

  // 行政许可, and 待统计 on the next line: something stands in the row, so it is not blank.
  bool has_words_behind(std::size_t at) const {
    if (at + 1 == words_.size()) return false;  // behind the table
    for (std::size_t i = words_[at].end; i < words_[at + 1].begin; ++i) {
      const Piece& piece = source_.piece(i);
      if (piece.kind == PieceKind::text)
        return piece.range.size() <= longest_odd_value && piece.meaning.word == Word::none;
    }
    return false;
  }

  void note_columns(int row, const std::vector<int>& columns) {
    std::vector<bool>& present = table_.column_present[static_cast<std::size_t>(row)];
    std::fill(present.begin(), present.end(), false);
    for (int c : columns)
      if (c >= 0) present[static_cast<std::size_t>(c)] = true;
  }

  // A row without any value: all its cells are blank, there is nothing to place.
  void put_blanks(int row, const std::vector<int>& columns, Range label) {
    for (int c : columns) {
      if (c < 0) continue;
      ReportCell& cell = table_.cells[static_cast<std::size_t>(row)][static_cast<std::size_t>(c)];
      cell.state = CellState::blank;
      cell.range = {label.end, label.end};
    }
  }

  const Source& source_;
  const FormTable& form_;
  BoundTable& table_;
  std::vector<DisclosureWord> words_;
};

}  // namespace

void bind_disclosure(const Source& source) { DisclosureBinder(source).bind(); }

}  // namespace nianbao
