// Running text as tokens: words, values and blanks in reading order, for tables that lie in it without a grid.
#pragma once

#include <string>
#include <vector>

#include "report/form_words.h"
#include "report/report.h"

namespace nianbao {

enum class LinearLayout : std::uint8_t {
  lines,  // words and values on lines, several or one each
  bars,   // one cell a line, ended by " |"; a line of several bars is what merged cells left
  led,    // one cell a line, led by a tab; an empty line ends a row
};

enum class TokenKind : std::uint8_t {
  text,
  value,    // a number, with unit or sign, or a nil mark
  blank,    // a cell without text; in LinearLayout::lines an empty line, which may be one
  row_end,  // in LinearLayout::led
};

struct Token {
  TokenKind kind = TokenKind::text;
  Range range{};
  std::uint32_t line = 0;
  int x = 0, x_end = 0;            // in characters from the beginning of the line, as pdftotext aligns columns
  int wide_x = 0, wide_end = 0;    // in display columns, as people do
  std::u16string key{};      // label_key() of a text
  WordMeaning meaning{};     // of that key
};

struct Tokens {
  LinearLayout layout = LinearLayout::lines;
  std::vector<Token> all;
  bool paged = false;        // form feeds: text taken out of a PDF, where lines may have changed places
  bool cut = false;          // limits::linear_tokens was reached
};

// The tokens of `within` outside the grids that `bound` marks (by index); page numbers are left out. Cost: linear.
Tokens linear_tokens(const Document& document, Range within, const std::vector<bool>& bound);

// Whether every value between two tokens stands alone on its line.
bool one_value_a_line(const Tokens& tokens, std::size_t begin, std::size_t end);

// How the values of one row lie.
enum class Shape : std::uint8_t {
  one_line,   // all on one line
  one_each,   // each alone on its line
  mixed,      // otherwise: a value may be broken over lines, or belong to another row
};
Shape shape_of(const Tokens& tokens, const std::vector<std::size_t>& cells);

}  // namespace nianbao
