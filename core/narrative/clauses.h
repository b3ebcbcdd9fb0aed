// The clauses of a sentence: what stands between its commas and inside its brackets.
#pragma once

#include <vector>

#include "narrative/sentence.h"

namespace nianbao::prose {

struct Divider {
  char16_t kind;  // , ; : 、 ( )
  std::uint32_t at;
};

// `dividers`: those of the sentence, by place. Gives the sentence its clauses, and every word and number its
// clause; words in brackets without numbers become asides. Cost: n log n.
void make_clauses(const std::vector<Divider>& dividers, Sentence& sentence);

}  // namespace nianbao::prose
