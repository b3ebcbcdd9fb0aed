#include "report/grid_rows.h"

#include <algorithm>

#include "base/limits.h"
#include "base/sorting.h"
#include "base/unicode.h"
#include "form/labels.h"
#include "report/bind.h"

namespace nianbao {
namespace {

constexpr std::uint32_t longest_label = 160;

}  // namespace

GridRows::GridRows(const Document& document, const Table& table) : document_(document), table_(table) {}

GridSlot GridRows::slot(const Cell& cell) const {
  GridSlot slot{&cell, cell.column, cell.column + cell.columns, true, false, false, {}, {}};
  slot.blank = trim(document_.view(cell.range)).empty();
  if (slot.blank || cell.range.size() > longest_label) return slot;
  slot.value =
      cell.range.size() <= 40 && read_cell(document_, cell.range, true, true).state != CellState::text;
  if (slot.value) return slot;
  slot.key = label_key(document_.view(cell.range));
  slot.meaning = word_of(slot.key);
  return slot;
}

bool GridRows::next(GridRow& row) {
  if (row_ >= table_.rows || given_ > 2 * limits::table_cells) return false;
  row.number = row_;
  row.slots.clear();
  std::size_t above = 0;
  std::vector<GridSlot> still_open;
  auto take = [&](const GridSlot& s) {
    row.slots.push_back(s);
    if (s.cell->row + s.cell->rows > row_ + 1) still_open.push_back(s), still_open.back().own = false;
  };
  for (; cell_ < table_.cells.size() && table_.cells[cell_].row == row_; ++cell_) {
    while (above < open_.size() && open_[above].begin < table_.cells[cell_].column) take(open_[above++]);
    take(slot(table_.cells[cell_]));
  }
  while (above < open_.size()) take(open_[above++]);
  open_ = std::move(still_open);
  given_ += row.slots.size();
  ++row_;
  return true;
}

// Not inlined: its swaps become rotations, and a function that holds one Chromium 78 leaves to its slow
// compiler whole.
[[gnu::noinline]] std::optional<Table> turned(const Document& document, const Table& table) {
  if (table.ragged || table.rows < 3) return std::nullopt;
  int down_results = 0, down_applicants = 0, along_groups = 0, along_rows = 0, along_columns = 0;
  for (const Cell& cell : table.cells) {
    const bool top = cell.row < 2, side = cell.column == 0;
    if ((!top && !side) || cell.range.size() > longest_label) continue;
    const Word word = word_of(label_key(document.view(cell.range))).word;
    if (side && cell.row > 0)
      down_results += word == Word::proceedings_column, down_applicants += word == Word::applicant_column;
    if (!top || side) continue;
    along_groups += word == Word::proceedings_group;
    along_rows += word == Word::request_row;
    along_columns += word == Word::proceedings_column || word == Word::applicant_column;
  }
  const bool on_its_side = along_columns == 0 && ((down_results >= 3 && along_groups >= 1) ||
                                                  (down_applicants >= 3 && along_rows >= 3));
  if (!on_its_side) return std::nullopt;
  Table out = table;
  std::swap(out.rows, out.columns);
  for (Cell& cell : out.cells) std::swap(cell.row, cell.column), std::swap(cell.rows, cell.columns);
  sort_by(out.cells,
          [](const Cell& a, const Cell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
  return out;
}

}  // namespace nianbao
