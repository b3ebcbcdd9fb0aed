#include "base/printable.h"

#include "base/unicode.h"

namespace nianbao {
namespace {

// Controls of both ranges, line and paragraph ends of Unicode, marks and overrides of direction, what has no
// width.
bool is_obeyed(char16_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

}  // namespace

std::string printable(std::string_view utf8) {
  constexpr std::u16string_view digits = u"0123456789ABCDEF";
  std::u16string out;
  for (const char16_t c : from_utf8(utf8)) {
    if (!is_obeyed(c)) {
      out.push_back(c);
      continue;
    }
    out.append(u"\\u");
    for (int shift = 12; shift >= 0; shift -= 4) out.push_back(digits[(c >> shift) & 0xF]);
  }
  return to_utf8(out);
}

}  // namespace nianbao
