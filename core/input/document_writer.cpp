// DocumentBuilder::finish(): lays the collected paragraphs and tables out as the one text of a Document.
#include <algorithm>

#include "base/sorting.h"
#include "base/unicode.h"
#include "input/document_builder.h"

namespace nianbao {

// Recursion goes over tables inside cells only, which the builder keeps to a small depth.
class DocumentWriter {
 public:
  explicit DocumentWriter(DocumentBuilder& from) : from_(from), out_(from.document_) {}

  void write() {
    write_flow(from_.body_);
    sort_by(pieces_, [](const Piece& a, const Piece& b) { return a.pool.begin < b.pool.begin; });
    write_marks();
  }

 private:
  using Builder = DocumentBuilder;
  struct Piece {  // a stretch of the pool and where it went
    Range pool;
    std::uint32_t out;
  };

  std::uint32_t here() const { return static_cast<std::uint32_t>(out_.text.size()); }

  Range trimmed(Range pool) const {
    while (pool.begin < pool.end && is_space(from_.pool_[pool.begin])) ++pool.begin;
    while (pool.begin < pool.end && is_space(from_.pool_[pool.end - 1])) --pool.end;
    return pool;
  }

  void copy(Range pool) {
    pieces_.push_back({pool, here()});
    copy_anchors(pool);
    out_.text.append(from_.pool_, pool.begin, pool.size());
  }

  void copy_anchors(Range pool) {
    const auto& anchors = from_.anchors_;
    auto next = std::upper_bound(anchors.begin(), anchors.end(), pool.begin,
                                 [](std::uint32_t at, const Anchor& a) { return at < a.text; });
    if (next == anchors.begin() && (next == anchors.end() || next->text >= pool.end)) return;
    if (next != anchors.begin()) {
      const Anchor& before = *(next - 1);
      out_.anchors.push_back({here(), before.source + (pool.begin - before.text)});
    }
    for (; next != anchors.end() && next->text < pool.end; ++next)
      out_.anchors.push_back({here() + (next->text - pool.begin), next->source});
  }

  void write_flow(const std::vector<Builder::Item>& items) {
    for (const Builder::Item& item : items) {
      if (item.is_table) write_table(from_.tables_[item.index]);
      else write_paragraph(from_.paragraphs_[item.index]);
    }
  }

  void write_paragraph(const Builder::Paragraph& paragraph) {
    const Range pool = trimmed(paragraph.pool);
    if (pool.empty()) return;
    const std::uint32_t begin = here();
    copy(pool);
    std::replace(out_.text.begin() + begin, out_.text.end(), u'\u2028', u' ');  // of a dissolved cell
    out_.blocks.push_back({paragraph.kind, {begin, here()}, paragraph.level, -1, paragraph.page});
    out_.text.push_back(u'\n');
  }

  // A table that only holds other blocks together.
  bool holds_blocks(const Builder::Grid& table) const {
    if (table.cells.size() <= 1) return true;
    if (table.nested_units > table.units) return true;
    return std::any_of(table.cells.begin(), table.cells.end(),
                       [this](const Builder::GridCell& cell) { return holds_prose(cell); });
  }

  // Longer than any cell of a form: its longest has about 60 characters.
  bool holds_prose(const Builder::GridCell& cell) const {
    std::size_t paragraphs = 0, units = 0;
    for (const Builder::Item& item : cell.items) {
      if (item.is_table) continue;
      const Range pool = trimmed(from_.paragraphs_[item.index].pool);
      paragraphs += pool.empty() ? 0 : 1;
      units += pool.size();
    }
    return paragraphs >= 3 && units > 400;
  }

  void write_table(const Builder::Grid& table) {
    if (table.cells.empty()) return;
    if (holds_blocks(table)) {
      for (const Builder::GridCell& cell : table.cells) write_flow(cell.items);
      return;
    }
    const int index = static_cast<int>(out_.tables.size());
    out_.tables.emplace_back();
    out_.tables.back().range.begin = here();
    out_.tables.back().rows = table.rows;
    out_.tables.back().page = table.page;
    const std::vector<int> columns = kept_columns(table);
    const std::size_t deferred_before = deferred_.size();
    write_cells(table, columns, out_.tables.back());
    out_.tables.back().range.end = here();
    out_.blocks.push_back({BlockKind::table, out_.tables.back().range, 0, index, table.page});
    const std::vector<std::uint32_t> inner(deferred_.begin() + static_cast<std::ptrdiff_t>(deferred_before),
                                           deferred_.end());
    deferred_.resize(deferred_before);
    for (std::uint32_t nested : inner) write_table(from_.tables_[nested]);
  }

  // Old column -> new column, leaving out columns in which no cell begins: they only come from spans drawn
  // too wide.
  static std::vector<int> kept_columns(const Builder::Grid& table) {
    std::vector<char> begins(static_cast<std::size_t>(table.columns) + 1, 0);
    for (const Builder::GridCell& cell : table.cells) begins[static_cast<std::size_t>(cell.column)] = 1;
    std::vector<int> kept(begins.size(), 0);
    int count = 0;
    for (std::size_t i = 0; i < begins.size(); ++i) {
      kept[i] = count;
      count += begins[i];
    }
    return kept;
  }

  void write_cells(const Builder::Grid& table, const std::vector<int>& columns, Table& out) {
    out.columns = columns.back();
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      const Builder::GridCell& cell = table.cells[i];
      if (i > 0) out_.text.push_back(cell.row == table.cells[i - 1].row ? u'\t' : u'\n');
      const std::uint32_t begin = here();
      write_cell_text(cell.items, begin);
      const int column = columns[static_cast<std::size_t>(cell.column)];
      const int after = columns[static_cast<std::size_t>(cell.column + cell.columns)];
      out.cells.push_back({{begin, here()},
                           cell.row,
                           column,
                           std::min(cell.rows, table.rows - cell.row),
                           after - column,
                           cell.source});
    }
    out_.text.push_back(u'\n');
  }

  void write_cell_text(const std::vector<Builder::Item>& items, std::uint32_t begin) {
    for (const Builder::Item& item : items) {
      if (!item.is_table) {
        const Range pool = trimmed(from_.paragraphs_[item.index].pool);
        if (pool.empty()) continue;
        if (here() > begin) out_.text.push_back(u'\u2028');
        copy(pool);
      } else if (const Builder::Grid& inner = from_.tables_[item.index]; inner.cells.size() <= 1) {
        for (const Builder::GridCell& cell : inner.cells) write_cell_text(cell.items, begin);
      } else {
        deferred_.push_back(item.index);
      }
    }
  }

  // Pool position -> text offset. Between two pieces: the end of the first or the begin of the second.
  std::uint32_t moved(std::uint32_t at, bool as_end) const {
    auto next = std::partition_point(pieces_.begin(), pieces_.end(), [&](const Piece& piece) {
      return as_end ? piece.pool.begin < at
                    : piece.pool.begin <= at;  // what ends here does not reach into the next one
    });
    if (next != pieces_.begin()) {
      const Piece& piece = *(next - 1);
      if (at <= piece.pool.end) return piece.out + (at - piece.pool.begin);
      if (as_end || next == pieces_.end()) return piece.out + piece.pool.size();
    }
    return next == pieces_.end() ? here() : next->out;
  }

  void write_marks() {
    for (Mark& mark : from_.marks_) {
      const std::uint32_t begin = moved(mark.range.begin, false);
      const std::uint32_t end = mark.range.empty() ? begin : std::max(begin, moved(mark.range.end, true));
      out_.marks.push_back({mark.kind, {begin, end}, std::move(mark.detail)});
    }
    sort_by(out_.marks, [](const Mark& a, const Mark& b) { return a.range < b.range; });
  }

  DocumentBuilder& from_;
  Document& out_;
  std::vector<Piece> pieces_;
  std::vector<std::uint32_t> deferred_;  // tables inside cells of the table being written
};

Document DocumentBuilder::finish() {
  while (!open_.empty() || ignored_tables_ > 0) end_table();
  end_paragraph();
  DocumentWriter(*this).write();
  Document done = std::move(document_);
  *this = DocumentBuilder(done.format);
  return done;
}

}  // namespace nianbao
