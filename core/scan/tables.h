// Ruled tables of a levelled page. Their rules may be broken, their pieces missing: a table's rows and
// columns are the places at which it has rules anywhere, and between two places stands a rule where some of
// it is drawn (core/scan/squares.h).
#pragma once

#include <vector>

#include "scan/bitmap.h"
#include "scan/blobs.h"
#include "scan/squares.h"

namespace nianbao::scan {

struct RuledTable {
  Area area;
  std::vector<Level> rows, columns;  // edges: one more than there are rows, columns
  std::vector<TableCell> cells;      // by row and column; they cover the table and do not overlap
  double character = 0;  // the size of most of its characters, which may be half of those of the text around
  Area inside(const TableCell& cell) const;
};

// From the top. `across`: the page with rows and columns exchanged; `blobs`: its ink; `character`: the size
// of most characters.
std::vector<RuledTable> find_tables(const Grey& page, const Grey& across, const std::vector<Blob>& blobs,
                                    double character);

}  // namespace nianbao::scan
