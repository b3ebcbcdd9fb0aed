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
  int x = 0, x_end = 0;      // display columns
  std::u16string key{};      // label_key() of a text
  WordMeaning meaning{};     // of that key
};

struct Tokens {
  LinearLayout layout = LinearLayout::lines;
  std::vector<Token> all;
  bool cut = false;          // limits::linear_tokens was reached
};

// The tokens of `within` outside the document's grids; page numbers are left out. Cost: linear.
Tokens linear_tokens(const Document& document, Range within);

// Whether every value between two tokens stands alone on its line.
bool one_value_a_line(const Tokens& tokens, std::size_t begin, std::size_t end);

}  // namespace nianbao
