// One line as a heading: its number, its title, and which of the six sections the title means.
#pragma once

#include <string>

#include "report/report.h"

namespace nianbao {

enum class Numbering : std::uint8_t {
  none,
  chinese,  // 一、
  part,     // 第一部分
  digit,    // 1、 2.
  roman,    // II.
  bracket,  // （一）
};

struct Heading {
  Numbering numbering = Numbering::none;
  int number = 0;  // 0 when there is none
  Range range{};   // number and title with its decoration; the whole line unless `glued`
  Range printed_number{};
  Range title{};           // without number, Markdown marks, colon and bracketed notes
  std::u16string letters;  // of the title
  int section = 0;         // 1 to 6, 0 when the title means none of them
  Recognised how = Recognised::no;
  bool glued = false;        // text follows on the same line
  bool page_number = false;  // ends in dots or a page number: a line of a table of contents
  bool sentence = false;     // ends like a sentence
};

// `line` is one line of the document; only its first hundred units count. `continued` is the line after it,
// or empty: a title broken over both lines is recognised, and the range then covers both.
Heading parse_heading(const Document& document, Range line, Range continued);

}  // namespace nianbao
