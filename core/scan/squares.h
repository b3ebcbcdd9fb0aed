// The squares between the places of a table's rules, put together to cells.
#pragma once

#include <vector>

#include "scan/bitmap.h"

namespace nianbao::scan {

// Where the rules of one row's or column's edge lie: nearly straight, nearly level.
struct Level {
  double at = 0;  // in the middle of the table
  double slope = 0;
  double middle = 0;  // of the table, along the level
  double thickness = 0;
  double ink = 0;                                                       // the grey level of its rules
  int half_ink() const { return static_cast<int>((ink + paper) / 2); }  // between a rule and the paper
  double at_place(double along) const { return at + slope * (along - middle); }
};

struct TableCell {
  int row = 0, column = 0, rows = 1, columns = 1;
};

// Cells by row and column; they cover the table and do not overlap. `rows`, `columns`: the edges, one more
// than squares. `across`: the page with rows and columns exchanged.
std::vector<TableCell> find_cells(const Grey& page, const Grey& across, const std::vector<Level>& rows,
                                  const std::vector<Level>& columns, double character);

}  // namespace nianbao::scan
