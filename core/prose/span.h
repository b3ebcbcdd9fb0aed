// A stretch of a text under consideration, not of the document.
#pragma once

#include <cstddef>

namespace nianbao {

// Half-open, in UTF-16 units of the text.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

}  // namespace nianbao
