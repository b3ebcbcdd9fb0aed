// Which characters occur in a text, so that a word that does not occur in it is most often known without
// looking.
//
//   Letters letters;
//   for (char16_t c : text) letters.add(c);
//   if (!letters.may_hold(u"攻府")) return;
//
// A character stands for all that share its lower bits: `may_hold` may be wrong when it says yes, never when
// it says no.
#pragma once

#include <bitset>
#include <string_view>

namespace nianbao {

class Letters {
 public:
  void add(char16_t c) { seen_.set(c % kinds); }
  bool may_hold(std::u16string_view word) const {
    for (char16_t c : word)
      if (!seen_.test(c % kinds)) return false;
    return true;
  }

 private:
  static constexpr std::size_t kinds = 1024;  // a paragraph has some hundred
  std::bitset<kinds> seen_;
};

}  // namespace nianbao
