// The tables of laid-out pages with the text of their cells, and how they go on over page breaks.
#pragma once

#include <cstdint>
#include <vector>

#include "input/pdf_page.h"

namespace nianbao {

struct CellText {
  PdfGrid::Cell place;
  std::vector<PdfLine> lines;
  CellText* begun = nullptr;  // the cell of an earlier page that goes on here and has its text
  bool empty() const { return lines.empty(); }
};

struct GridText {
  PdfGrid grid;
  std::vector<CellText> cells;  // of each cell of the grid, sorted by row and column
};

// Glyphs (by index into the page, content order) into the cells of a grid. Cost: n log n.
GridText fill(const PdfPage& page, PdfGrid grid, const std::vector<std::uint32_t>& glyphs);

// The last table of a page and the first of the next are one where all columns of one are among those of the
// other: both then have the same. False, and nothing done, where they are not.
bool share_columns(GridText& above, GridText& below);

// Takes away the rows with which `below` repeats the head of `first`, which it goes on with.
void drop_repeated_head(const GridText& first, GridText& below);

// Cells over several rows that the page break cut in two: those of `below` then go on with those of `above`
// or of a table before it. Neither table may be moved afterwards.
void join_cut_spans(GridText& above, GridText& below);

// A row that the page break cut in two becomes the last of `above`. False, and nothing done, where both rows
// are whole.
bool join_cut_row(GridText& above, GridText& below);

}  // namespace nianbao
