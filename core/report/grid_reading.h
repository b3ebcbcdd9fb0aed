// The rows of all grids, told apart by form table and waiting for their values to be placed.
//
// All rows of all grids pass in order; what a row says decides which form table it belongs to, so a form
// table may lie in several grids, and a grid may hold several form tables.
#pragma once

#include <string>
#include <vector>

#include "report/grid_head.h"
#include "report/report.h"

namespace nianbao {

// A row of a form table before its values are placed.
struct Draft {
  int row = -1;          // of the form; -1: its label is none of the form's
  bool unsplit = false;  // （六）其他处理 as one row
  int group = -1;        // of 表四, from the row's own label
  std::u16string key;    // of the label
  Range label{};
  int grid = 0, grid_row = 0;
  bool turned = false;  // grid_row is a column of the document's grid
  RowFields fields;
};

// Rows of one form table that share a head, within one grid.
struct GridPart {
  TableId table;
  int grid;
  GridHead head;
  std::vector<Draft> drafts;
};

// Cost: linear in the cells.
std::vector<GridPart> read_grids(const Document& document, const Report& report);

}  // namespace nianbao
