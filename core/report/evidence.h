// What stands where a form's tables may be, in reading order: words, values and blanks, each with all that is
// known of its
// place: the printed line, the cell of a grid, the bars or tabs around it, the columns of the page.
#pragma once

#include <string>
#include <vector>

#include "report/form_words.h"
#include "report/report.h"

namespace nianbao {

enum class PieceKind : std::uint8_t {
  text,
  value,    // a number, with unit, sign or remark, or a nil mark
  blank,    // a cell without text; outside cells an empty line, which may be one
  row_end,  // the row of cells ends
};

struct Piece {
  PieceKind kind = PieceKind::text;
  bool cell = false;  // its borders are drawn: bars, tabs or a grid, so that a blank is a cell
  Range range{};
  std::uint32_t line = 0;        // rows of grids count as lines
  int field = 0;                 // its number among the cells of its row
  int x = 0, x_end = 0;          // in characters from the beginning of the line, as pdftotext aligns columns
  int wide_x = 0, wide_end = 0;  // in display columns, as people do
  std::u16string key{};          // label_key() of a text
  WordMeaning meaning{};         // of that key
};

struct Evidence {
  std::vector<Piece> all;
  bool paged = false;  // form feeds: text taken out of a PDF, where lines may have changed places
  bool cut = false;    // limits::linear_tokens was reached
};

// The pieces of `within`; page numbers and drawn lines are left out. Grids are read cell by cell in text
// formats, where their columns are no more than a guess, and left out elsewhere. Cost: linear, for words that
// run together times the form's words.
Evidence evidence_of(const Document& document, Range within);

// Whether every value between two pieces stands alone on its line.
bool one_value_a_line(const Evidence& evidence, std::size_t begin, std::size_t end);

// How the values of one row lie.
enum class Shape : std::uint8_t {
  one_line,  // all on one line
  one_each,  // each alone on its line
  mixed,     // otherwise: a value may be broken over lines, or belong to another row
};
Shape shape_of(const Evidence& evidence, const std::vector<std::size_t>& cells);

}  // namespace nianbao
