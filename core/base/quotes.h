// A name between quotation marks; marks inside it become single ones.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

inline std::u16string quoted_name(std::u16string_view name) {
  std::u16string out = u"“";
  for (const char16_t c : name) out += c == u'“' ? u'‘' : c == u'”' ? u'’' : c;
  return out + u"”";
}

}  // namespace nianbao
