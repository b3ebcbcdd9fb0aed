// Laid-out pages as values: glyphs, lines and pictures by their places, and the tables and lines of text that
// they make up. PDF and OFD come this way. Coordinates in points, y downwards from the top of the page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "input/picture_fault.h"

namespace nianbao {

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  double width() const { return right - left; }
  double height() const { return bottom - top; }
  double middle_x() const { return (left + right) / 2; }
  double middle_y() const { return (top + bottom) / 2; }
  bool holds(double x, double y) const { return left <= x && x <= right && top <= y && y <= bottom; }
};

// A character as it is shown. Its box is as wide as its advance and as high as a line of its size, upright or
// turned.
struct Glyph {
  static constexpr std::uint8_t slanting = 4;  // turned by an angle that is no quarter: a watermark
  Box box;
  char32_t character = 0;
  std::uint8_t turns = 0;    // quarters clockwise by which it is shown turned
  std::uint32_t source = 0;  // its number among the characters of all pages
};

constexpr char32_t unknown_character = 0xFFFD;  // a glyph whose font does not tell its character

// A stroke or a filled rectangle in its colour, 0xRRGGBB.
struct Painted {
  Box box;
  std::uint32_t colour = 0;
};

struct PageDrawing {
  double width = 0, height = 0;
  std::vector<Glyph> glyphs;     // content order
  std::vector<Painted> strokes;  // straight, level or upright: boxes (nearly) without width or without height
  std::vector<Painted> fills;    // rectangles
  std::vector<Box> images;
  bool recognised = false;           // the page is a picture; core/scan made this of it
  std::size_t unconfirmed = 0;       // numbers in its tables that no person has confirmed
  std::vector<PictureFault> faults;  // what keeps it from being read whole
  struct SecondReading {
    std::uint32_t source, count;  // of characters that were read as a number
    std::u16string text;          // another number that they may be
  };
  std::vector<SecondReading> second_readings;  // sorted
  std::vector<std::uint32_t> confirmed;        // characters that a person has, by `source`; sorted
};

struct Drawing {
  std::vector<PageDrawing> pages;
  bool maps_missing = false;  // some text could not be read because tables of characters are not installed
};

// Reads the text of input/pdf_geometry.h. Errors: encrypted, damaged (also for ill-formed geometry), limit.
Result<Drawing> parse_pdf_geometry(std::string_view geometry);

// A page as a person sees it: upright, every character once, and of what is painted only what rules a table.
struct PdfPage {
  double width = 0, height = 0;
  std::vector<Glyph> glyphs;  // content order
  std::vector<Box> lines;     // ruling lines: boxes without width or without height
  std::vector<Box> edges;     // of coloured areas: they rule a table where no line does
  std::vector<Box> images;
};

// Turns a page by the quarters that most of its text is turned by; leaves out what is painted in the colour
// of the paper, what lies outside the page, slanting text, and repetitions that make a character bold. Cost:
// n log n.
PdfPage as_seen(PageDrawing&& drawing);

// What is shown turned by quarters clockwise on a page of that size, on the page turned back.
Box upright(const Box& box, int turns, double width, double height);

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

// The ruled tables of a page, top to bottom. Boxes around text and underlines are not tables: two cells at
// least.
// Cost: n log n in the lines plus the cells made.
std::vector<PdfGrid> find_grids(const PdfPage& page);

// One line of text: glyphs in the direction in which it is written.
struct PdfLine {
  Box box;
  double size = 0;                // height of its glyphs
  std::u16string text;            // gaps of more than a character are written as so many spaces
  std::vector<Anchor> anchors{};  // into `text`; sources of glyphs
};

// Glyphs (by index into the page) to lines, top to bottom; turned ones after the upright ones. Cost: n log n.
std::vector<PdfLine> make_lines(const PdfPage& page, const std::vector<std::uint32_t>& glyphs);

// The same for a cell, whose text may also stand in columns from right to left, one character below the
// other.
std::vector<PdfLine> make_cell_lines(const PdfPage& page, const std::vector<std::uint32_t>& glyphs);

// Pages to a Document: ruled tables also over page breaks, lines joined to paragraphs, page numbers and
// running heads left out. Error: scan, where there are pictures and hardly a character.
Result<Document> read_pages(std::vector<PageDrawing> pages, Format format);

// Marks of characters without a meaning: they are no value of a cell.
std::vector<Mark> unreadable_marks(std::u16string_view text, bool (*has_no_meaning)(char16_t));
// `marks` in order, to those of the document.
void add_marks(Document& document, std::vector<Mark> marks);

}  // namespace nianbao
