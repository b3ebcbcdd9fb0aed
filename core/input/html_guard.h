// HTML parsers are quadratic in open elements, in unclosed formatting elements and in attributes of one tag. This blanks
// out, before parsing and byte for byte, the tags and attributes beyond the budgets of base/limits.h; no text is lost.
#pragma once

#include <string>

namespace nianbao {

struct GuardedHtml {
  bool nesting = false;     // tags were blanked out
  bool attributes = false;  // attributes were blanked out
};

// `html` is UTF-8 and keeps its length, so offsets stay right. Cost: linear.
GuardedHtml guard_html(std::string& html);

}  // namespace nianbao
