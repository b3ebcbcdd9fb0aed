// Which cell of a grid's row belongs to which column of its head.
//
// In a sound grid the columns of the head say it. Text grids lose merged cells, so that rows are shifted by a
// field or two, and blanks at the ends of lines may be lost; there a row counts only if its values leave one
// place to begin, or if rows of the same shape do.
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
  int begin = 0, end = 0;  // columns of the grid
  bool blank = false;
  bool value = false;
};

struct RowFields {
  std::vector<Field> fields;  // the cells that begin in the row
  int label = -1;             // index of the last one that is a label; -1: none
};

struct Placed {
  bool certain = false;
  std::vector<int> field;  // by head column; -1: a blank at the end of the row was cut off
};

struct GridNature {
  bool ragged = false;  // Table::ragged
  bool cut_ends =
      false;  // ragged, and no row ends in a blank: those at the ends of lines may have been cut off
  bool plain_labels = false;  // ragged, but the label is one cell in head and rows: the head's places hold
};

bool ends_are_cut(const Document& document, const Table& table);  // of a ragged grid

// Cost: cells times columns.
std::vector<Placed> place_fields(const Document& document, const std::vector<HeadColumn>& head,
                                 GridNature nature, const std::vector<RowFields>& rows);

}  // namespace nianbao
