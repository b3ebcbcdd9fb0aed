// The words of a sentence that belong to one of its numbers.
#pragma once

#include <vector>

#include "narrative/sentence.h"

namespace nianbao::prose {

// The lead stands before the number, the tail behind it; both may be empty.
struct Around {
  std::vector<Hit> lead, tail;
  Senses lead_senses = 0, tail_senses = 0;
  std::uint32_t begin = 0;  // where the lead begins
  std::uint32_t end = 0;    // where the tail ends
};

// Words of the number's clause up to the numbers beside it; where nothing is said there, of clauses before
// it. What stands between two numbers belongs to the second one, unless nothing was said of the first.
Around around(const Sentence& sentence, std::size_t numeral);

// The words of a clause that begin in [from, to), and whether there is a number in it.
void add_hits(const Sentence& sentence, std::uint32_t clause, std::uint32_t from, std::uint32_t to,
              std::vector<Hit>& out);
bool has_numeral(const Sentence& sentence, std::uint32_t clause);

Senses senses_of(const std::vector<Hit>& hits);

}  // namespace nianbao::prose
