#include "document/document.h"

#include <algorithm>

namespace nianbao {
namespace {

bool on_border(const std::u16string& text, std::uint32_t at) {
  return at == 0 || at >= text.size() || (text[at] & 0xFC00) != 0xDC00 || (text[at - 1] & 0xFC00) != 0xD800;
}

bool fits(const std::u16string& text, Range r) {
  return r.begin <= r.end && r.end <= text.size() && on_border(text, r.begin) && on_border(text, r.end);
}

std::string invalid_table(const Document& document, const Table& table) {
  if (!fits(document.text, table.range)) return "a table's range";
  const Cell* last = nullptr;
  for (const Cell& cell : table.cells) {
    if (!fits(document.text, cell.range)) return "a cell's range";
    if (cell.row < 0 || cell.column < 0 || cell.rows < 1 || cell.columns < 1) return "a cell's place";
    if (cell.row + cell.rows > table.rows || cell.column + cell.columns > table.columns)
      return "a cell outside its table";
    if (last != nullptr &&
        (cell.row < last->row || (cell.row == last->row && cell.column < last->column + last->columns)))
      return "cells out of order";
    last = &cell;
  }
  return {};
}

}  // namespace

const Cell* Table::at(int row, int column) const {
  for (const Cell& cell : cells)
    if (cell.row <= row && row < cell.row + cell.rows && cell.column <= column &&
        column < cell.column + cell.columns)
      return &cell;
  return nullptr;
}

const WorkbookCell* sheet_cell_at(const Document& document, std::uint32_t at) {
  const auto owner = [&](std::uint32_t source) -> const WorkbookCell* {
    auto next =
        std::upper_bound(document.sheet_cells.begin(), document.sheet_cells.end(), source,
                         [](std::uint32_t value, const WorkbookCell& cell) { return value < cell.source; });
    return next == document.sheet_cells.begin() ? nullptr : &*(next - 1);
  };
  if (document.sheet_cells.empty()) return nullptr;
  for (const Table& table : document.tables) {  // a blank cell has no anchor
    if (at < table.range.begin || at > table.range.end) continue;
    for (const Cell& cell : table.cells)
      if (cell.range.begin <= at && at <= cell.range.end)
        return cell.source == no_source ? nullptr : owner(cell.source);
  }
  const auto next = std::upper_bound(document.anchors.begin(), document.anchors.end(), at,
                                     [](std::uint32_t value, const Anchor& a) { return value < a.text; });
  return next == document.anchors.begin() ? nullptr : owner((next - 1)->source);
}

std::string cell_address(const WorkbookCell& cell) {
  std::string letters;
  for (std::uint32_t column = cell.column + 1; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters + std::to_string(cell.row + 1);
}

std::string invalid(const Document& document) {
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    if (!fits(document.text, block.range)) return "a block's range";
    if (block.range.begin < end) return "blocks overlap";
    end = block.range.end;
    if ((block.kind == BlockKind::table) != (block.table >= 0) ||
        block.table >= static_cast<int>(document.tables.size()))
      return "a block's table";
  }
  for (const Table& table : document.tables)
    if (std::string fault = invalid_table(document, table); !fault.empty()) return fault;
  for (const Mark& mark : document.marks)
    if (!fits(document.text, mark.range)) return "a mark's range";
  return {};
}

}  // namespace nianbao
