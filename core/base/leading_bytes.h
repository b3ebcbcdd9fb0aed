// The begin of a large input.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao {

// At most the first `most` bytes, ended behind a line or before a character where that can be told. Cost:
// constant for lines of ordinary length.
std::string_view leading_bytes(std::string_view bytes, std::size_t most);

}  // namespace nianbao
