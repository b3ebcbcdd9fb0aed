#include "support/language.h"

#include "base/unicode.h"

namespace nianbao::tests {

bool has_bare_chinese(std::u16string_view text) {
  bool straight = false;
  int open = 0;
  for (char16_t c : text) {
    if (c == u'"') straight = !straight;
    if (c == u'”' || c == u'》') --open;
    if (c == u'“' || c == u'《') ++open;
    else if (!straight && open == 0 && (is_han(c) || c == u'，' || c == u'。' || c == u'、')) return true;
  }
  return false;
}

}  // namespace nianbao::tests
