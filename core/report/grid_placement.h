// Which cell of a grid's row belongs to which column of its head.
//
// In a sound grid the columns of the head say it. Text grids lose merged cells, so that rows are shifted; there a row counts
// only if it has just as many values as the head has columns, or is shifted like other rows of the same kind.
#pragma once

#include <vector>

#include "document/document.h"

namespace nianbao {

constexpr std::size_t most_leaves = 16;  // 表四 has fifteen

struct HeadColumn {
  int begin = -1, end = -1;  // columns of the grid; -1 when the head stands in another grid
};

struct Field {
  Range range{};
  int begin = 0, end = 0;    // columns of the grid
  bool blank = false;
  bool value = false;
};

struct RowFields {
  std::vector<Field> fields;  // the cells that begin in the row
  int label = -1;             // index of the last one that is a label; -1: none
};

struct Placed {
  bool certain = false;
  std::vector<int> field;     // by head column; -1: a blank at the end of the row was cut off
};

// `head_fields`: number of cells in the row that holds the head, for ragged grids; 0 when unknown. Cost: cells times columns.
std::vector<Placed> place_fields(const Document& document, const std::vector<HeadColumn>& head, bool ragged, std::size_t head_fields,
                                 const std::vector<RowFields>& rows);

}  // namespace nianbao
