// Numbers of HTML lists: <ol type start>, <li value>, list-style-type, and the list classes of Chinese web
// editors.
#pragma once

#include <string>

#include "input/html_tree.h"
#include "input/numbering_text.h"

namespace nianbao {

class HtmlList {
 public:
  HtmlList(const HtmlTree& tree, std::uint32_t list);
  std::u16string next(const HtmlTree& tree, std::uint32_t item);  // "一、", "1."; empty for bullets

 private:
  NumberFormat format_ = NumberFormat::none;
  std::u16string before_, behind_;
  int next_ = 1;
};

}  // namespace nianbao
