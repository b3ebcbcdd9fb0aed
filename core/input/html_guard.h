// HTML parsers are quadratic in open elements, in unclosed formatting elements and in attributes of one tag.
// This blanks out, before parsing and byte for byte, the tags and attributes beyond the budgets of
// base/limits.h; no text is lost, but for what follows more tags than any report has: it is cut off.
#pragma once

#include <string>

namespace nianbao {

struct GuardedHtml {
  bool tags = false;        // what follows limits::html_tags was cut off
  bool nesting = false;     // tags were blanked out
  bool attributes = false;  // attributes were blanked out
};

// `html` is UTF-8; what is kept stays in its place, so offsets stay right. Cost: linear.
GuardedHtml guard_html(std::string& html);

}  // namespace nianbao
