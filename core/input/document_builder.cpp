#include "input/document_builder.h"

#include <algorithm>

#include "base/limits.h"

namespace nianbao {
namespace {

constexpr std::size_t kept_nesting = 16;  // tables in tables; deeper ones flow into their cell
constexpr char16_t cell_break = u'\u2028';

// One unit each, so that anchors stay right: no control characters, no line ends but our own, no tab inside a
// cell.
char16_t printable(char16_t c, bool in_cell) {
  if (c == u'\t') return in_cell ? u' ' : c;
  if (c < 0x20 || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029 || c >= 0xFFFE) return u' ';
  return c;
}

}  // namespace

DocumentBuilder::Grid* DocumentBuilder::grid() {
  return open_.empty() || ignored_tables_ > 0 ? nullptr : &tables_[open_.back()];
}

// Where paragraphs go: the innermost open cell, else the body. Text between cells goes before or behind its
// table.
std::vector<DocumentBuilder::Item>& DocumentBuilder::flow() {
  for (std::size_t i = open_.size(); i-- > 0;)
    if (Grid& table = tables_[open_[i]]; table.cell_open) return table.cells.back().items;
  return body_;
}

bool DocumentBuilder::in_cell() const {
  return std::any_of(open_.begin(), open_.end(),
                     [this](std::uint32_t table) { return tables_[table].cell_open; });
}

void DocumentBuilder::limit_reached(std::u16string_view name) {
  for (const Error& problem : document_.problems)
    if (problem.code == ErrorCode::limit && problem.detail == name) return;
  document_.problems.push_back({ErrorCode::limit, {}, std::u16string(name)});
}

void DocumentBuilder::begin_paragraph(BlockKind kind, int level) {
  end_paragraph();
  if (paragraphs_.size() >= limits::blocks) return limit_reached(limits::blocks_name);
  flow().push_back({false, static_cast<std::uint32_t>(paragraphs_.size())});
  paragraphs_.push_back({kind, level, page_, {position(), position()}});
  paragraph_open_ = true;
}

void DocumentBuilder::end_paragraph() {
  if (!paragraph_open_) return;
  paragraphs_.back().pool.end = position();
  paragraph_open_ = false;
}

void DocumentBuilder::text(std::u16string_view text, std::uint32_t source) {
  if (text.empty()) return;
  if (const std::size_t room = limits::text_units - pool_.size(); text.size() > room) {
    limit_reached(limits::text_units_name);
    text = text.substr(0, room > 0 && (text[room] & 0xFC00) == 0xDC00 ? room - 1 : room);
    if (text.empty()) return;
  }
  if (!paragraph_open_) begin_paragraph();
  if (!paragraph_open_) return;
  if (source != no_source) {
    const bool continues =
        !anchors_.empty() && source - anchors_.back().source == position() - anchors_.back().text;
    if (!continues) anchors_.push_back({position(), source});
  }
  const bool inside = in_cell();
  for (char16_t c : text) pool_.push_back(printable(c, inside));
  if (Grid* table = grid(); table != nullptr && table->cell_open) table->units += text.size();
}

void DocumentBuilder::line_break() {
  if (!paragraph_open_) return;
  if (in_cell()) {
    pool_.push_back(cell_break);
  } else {
    const Paragraph& open = paragraphs_.back();
    begin_paragraph(open.kind, open.level);
  }
}

void DocumentBuilder::page(int number) {
  page_ = number;
  if (paragraph_open_ && paragraphs_.back().pool.begin == position()) paragraphs_.back().page = number;
  if (Grid* table = grid(); table != nullptr && table->units == 0 && table->nested_units == 0)
    table->page = number;
}

void DocumentBuilder::begin_table() {
  end_paragraph();
  if (ignored_tables_ > 0 || open_.size() >= kept_nesting) {
    ++ignored_tables_;
    return;
  }
  open_.push_back(static_cast<std::uint32_t>(tables_.size()));
  tables_.emplace_back();
}

void DocumentBuilder::begin_row() {
  end_cell();
  Grid* table = grid();
  if (table == nullptr) return;
  if (!table->listed) {
    table->listed = true;
    table->page = page_;
    flow().push_back({true, open_.back()});
  }
  if (static_cast<std::size_t>(table->rows) >= limits::blocks) return limit_reached(limits::table_rows_name);
  ++table->rows;
  table->cursor = 0;
}

// Free columns from the cursor on, at most `columns`.
int DocumentBuilder::room(const Grid& table, int columns) const {
  int free = 0;
  while (free < columns && table.cursor + free < static_cast<int>(limits::table_columns)) {
    const std::size_t column = static_cast<std::size_t>(table.cursor + free);
    if (column < table.free_from.size() && table.free_from[column] >= table.rows) break;
    ++free;
  }
  return free;
}

void DocumentBuilder::cover(Grid& table, std::uint32_t index) {
  const GridCell& cell = table.cells[index];
  const std::size_t end = static_cast<std::size_t>(cell.column + cell.columns);
  if (table.free_from.size() < end) {
    table.free_from.resize(end, 0);
    table.last_cell.resize(end, -1);
  }
  for (std::size_t column = static_cast<std::size_t>(cell.column); column < end; ++column) {
    table.free_from[column] = cell.row + cell.rows;
    table.last_cell[column] = static_cast<int>(index);
  }
  table.columns = std::max(table.columns, cell.column + cell.columns);
  table.cursor = cell.column + cell.columns;
}

void DocumentBuilder::begin_cell(int rows, int columns, std::uint32_t source) {
  end_cell();
  Grid* table = grid();
  if (table == nullptr) return;
  if (table->rows == 0) begin_row();
  table->cell_open = false;
  while (table->cursor < static_cast<int>(table->free_from.size()) &&
         table->free_from[static_cast<std::size_t>(table->cursor)] >= table->rows)
    ++table->cursor;
  const int width = room(*table, std::max(columns, 1));
  if (width == 0) return limit_reached(u"表格不超过 1000 列");
  if (cells_ >= limits::table_cells) return limit_reached(limits::table_cells_name);
  ++cells_;
  constexpr int most_rows = static_cast<int>(limits::blocks);
  const int height = rows <= 0 ? most_rows : std::min(rows, most_rows);
  table->cells.push_back({table->rows - 1, table->cursor, height, width, {}, source});
  table->cell_open = true;
  cover(*table, static_cast<std::uint32_t>(table->cells.size() - 1));
}

void DocumentBuilder::skip_columns(int columns) {
  end_cell();
  if (Grid* table = grid(); table != nullptr && columns > 0)
    table->cursor =
        std::min(table->cursor + std::min(columns, 1000), static_cast<int>(limits::table_columns));
}

bool DocumentBuilder::extend_cell_above(int columns) {
  end_cell();
  Grid* table = grid();
  if (table == nullptr || table->cursor >= static_cast<int>(table->last_cell.size())) return false;
  const int index = table->last_cell[static_cast<std::size_t>(table->cursor)];
  if (index < 0) return false;
  GridCell& cell = table->cells[static_cast<std::size_t>(index)];
  if (cell.column != table->cursor || cell.columns != columns || cell.row + cell.rows != table->rows - 1)
    return false;
  ++cell.rows;
  cover(*table, static_cast<std::uint32_t>(index));
  return true;
}

void DocumentBuilder::end_cell() {
  end_paragraph();
  if (Grid* table = grid()) table->cell_open = false;
}

void DocumentBuilder::end_row_group() {
  end_cell();
  Grid* table = grid();
  if (table == nullptr) return;
  for (std::size_t column = 0; column < table->last_cell.size(); ++column) {
    table->free_from[column] = std::min(table->free_from[column], table->rows);
    if (table->last_cell[column] < 0) continue;
    GridCell& cell = table->cells[static_cast<std::size_t>(table->last_cell[column])];
    cell.rows = std::min(cell.rows, table->rows - cell.row);
  }
}

void DocumentBuilder::end_table() {
  if (ignored_tables_ > 0) {
    end_paragraph();
    --ignored_tables_;
    return;
  }
  if (open_.empty()) return;
  end_row_group();
  const Grid& ended = tables_[open_.back()];
  open_.pop_back();
  if (Grid* outer = grid())
    (ended.cells.size() <= 1 ? outer->units : outer->nested_units) += ended.units + ended.nested_units;
}

void DocumentBuilder::mark(MarkKind kind, Range positions, std::u16string detail) {
  if (marks_.size() >= limits::blocks) return limit_reached(limits::marks_name);
  marks_.push_back({kind, positions, std::move(detail)});
}

}  // namespace nianbao
