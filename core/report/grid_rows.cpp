#include "report/grid_rows.h"

#include <algorithm>

#include "base/limits.h"
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
  slot.value = cell.range.size() <= 40 && read_cell(document_, cell.range, true, true).state != CellState::text;
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

}  // namespace nianbao
