// The closed world: a clause contradicts a table only if every word of it is known.
#pragma once

#include "narrative/sentence.h"

namespace nianbao::prose {

// A piece of a passage's text; empty when there is none.
struct Stretch {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t length() const { return end - begin; }
};

// The first Chinese word between `from` and `to` that the vocabulary does not list. Numbers with their units,
// dates, titles in 《》, what stands in brackets and the report's own agency are known. Cost: linear in the
// stretch.
Stretch unknown_word(const Sentence& sentence, std::uint32_t from, std::uint32_t to,
                     std::u16string_view agency);

}  // namespace nianbao::prose
