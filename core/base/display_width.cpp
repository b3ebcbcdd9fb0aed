#include "base/display_width.h"

namespace nianbao {

bool is_ambiguous_width(char16_t c) {
  return (c >= 0x2013 && c <= 0x2027) || c == 0x00B7 || c == 0x00D7 || c == 0x00B1 || c == 0x00B0 ||
         (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2160 && c <= 0x217F) || c == 0x2030 || c == 0x203B ||
         c == 0x2103 || (c >= 0x2190 && c <= 0x2199) || (c >= 0x25A0 && c <= 0x25FF);
}

int display_width(char16_t c, int ambiguous) {
  if (c < 0x20) return 0;
  if (c < 0xA0) return 1;
  if (is_ambiguous_width(c)) return ambiguous;
  if (c < 0x0300) return 1;
  if (c <= 0x036F || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || (c & 0xFC00) == 0xDC00) return 0;
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                    (c >= 0xAC00 && c <= 0xD7A3) || (c & 0xFC00) == 0xD800 || (c >= 0xF900 && c <= 0xFAFF) ||
                    (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF01 && c <= 0xFF60) ||
                    (c >= 0xFFE0 && c <= 0xFFE6);
  return wide ? 2 : 1;
}

int display_width(std::u16string_view text, int ambiguous) {
  int width = 0;
  for (char16_t c : text) width += display_width(c, ambiguous);
  return width;
}

}  // namespace nianbao
