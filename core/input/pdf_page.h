// The geometry of a PDF as values. Coordinates in points, y downwards from the top of the page.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"

namespace nianbao {

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  double width() const { return right - left; }
  double height() const { return bottom - top; }
  double middle_x() const { return (left + right) / 2; }
  double middle_y() const { return (top + bottom) / 2; }
  bool holds(double x, double y) const { return left <= x && x <= right && top <= y && y <= bottom; }
};

struct Glyph {
  Box box;
  char32_t character = 0;
};

struct PdfPage {
  double width = 0, height = 0;
  std::vector<Glyph> glyphs;   // content order
  std::vector<Box> lines;      // ruling lines: boxes without width or without height
  std::vector<Box> images;
};

// Reads the text of input/pdf_geometry.h. Errors: encrypted, damaged (also for ill-formed geometry), limit.
Result<std::vector<PdfPage>> parse_pdf_geometry(std::string_view geometry);

// A table drawn with ruling lines, cells sorted by row and column; no cell overlaps another.
struct PdfGrid {
  Box box;
  int rows = 0, columns = 0;
  std::vector<double> column_edges;  // columns + 1 of them
  std::vector<double> row_edges;     // rows + 1
  struct Cell {
    Box box;
    int row, column, rows, columns;
  };
  std::vector<Cell> cells;
};

// The ruled tables of a page, top to bottom. Boxes around text and underlines are not tables: two cells at least.
// Cost: n log n in the lines plus the cells made.
std::vector<PdfGrid> find_grids(const PdfPage& page);

// One line of text: glyphs left to right.
struct PdfLine {
  Box box;
  double size = 0;           // height of its glyphs
  std::u16string text;       // gaps of more than a character are written as so many spaces
};

// Glyphs (by index into the page) to lines, top to bottom. Cost: n log n.
std::vector<PdfLine> make_lines(const PdfPage& page, std::vector<std::uint32_t> glyphs);

}  // namespace nianbao
