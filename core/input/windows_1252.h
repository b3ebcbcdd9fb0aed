// windows-1252 by hand: the cut ICU has no table for it. The RTF and DOC files of Chinese offices use it for
// a few signs only.
#pragma once

#include <string_view>

namespace nianbao {

inline char16_t windows_1252(unsigned char byte) {
  constexpr std::u16string_view upper = u"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
  return byte >= 0x80 && byte < 0xA0 ? upper[byte - 0x80u] : static_cast<char16_t>(byte);
}

}  // namespace nianbao
