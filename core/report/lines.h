// The lines of a document outside its grids: what headings, titles and dates are looked for in.
#pragma once

#include <vector>

#include "document/document.h"

namespace nianbao {

struct Line {
  Range range{};  // trimmed, never empty
  int block = -1;
  bool heading = false;  // marked as a heading by the format
};

// In order. A block of several lines gives several. Cost: linear.
std::vector<Line> text_lines(const Document& document);

}  // namespace nianbao
