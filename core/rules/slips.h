// Slips of the pen as data: the wrong words, the right ones, and what must or must not stand beside them.
#pragma once

#include <span>

#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao {

struct Slip {
  std::u16string_view wrong;
  std::u16string_view right;
  // Alternatives divided by '|'. With one of these directly before or behind, the words are right.
  std::u16string_view unless_before{};
  std::u16string_view unless_after{};
  // If not empty, one of these must stand directly before or behind.
  std::u16string_view only_before{};
  std::u16string_view only_after{};
};

// One finding for each slip found, in all its places; names of laws (《…条例》) are left to wording/law-name.
void report_slips(const Context& context, std::span<const Slip> slips, Findings& out);

}  // namespace nianbao
