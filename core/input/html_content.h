// Which part of a page is the report: content management systems put menus, publication data and footers
// around it.
#pragma once

#include <cstdint>
#include <vector>

#include "input/html_lines.h"
#include "input/html_tree.h"

namespace nianbao {

struct HtmlContent {
  std::uint32_t root = 0;             // the report's subtree
  std::vector<std::uint32_t> before;  // elements before it that belong to the report: title, first sentences
  std::vector<char> skipped;          // by node: furniture inside the root, left out with everything in it
  std::vector<std::uint16_t> evidence;  // by node: what its subtree holds, see Evidence
  bool whole_page = false;              // no report was told apart
  bool hidden_shown = false;  // the report itself is hidden until a script shows it: hiding means nothing
};

HtmlContent find_content(const HtmlTree& tree);

}  // namespace nianbao
