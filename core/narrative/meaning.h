// What a number of a sentence counts, from the words before and behind it and from what was spoken of before.
#pragma once

#include "narrative/around.h"
#include "narrative/context.h"
#include "narrative/frames.h"
#include "narrative/known.h"
#include "narrative/ledger.h"

namespace nianbao::prose {

struct Meaning {
  Measure measure;
  Scope scope = Scope::own;
  Span span = Span::this_year;
  Senses head = 0;               // the senses of the word that says what is counted
  bool part = false;             // some of those handled, told among others
  bool some = false;             // came in through one channel or to one body: what follows is of those alone
  bool change = false;           // an increase or a decrease, not a count
  const Frame* frame = nullptr;  // the line of the grammar that read it, static
  // the first word around the number that the vocabulary does not know; empty when it knows all
  Stretch unknown;
};

// Whether a word of scope is the subject: 向市政府办公室报送 says nothing of whose figures follow.
// Whether the word says whose in one breath with an own one before it: 区政府及区政府办公室制发.
bool joins_own(const Sentence& sentence, const Hit& own_word, const Hit& hit);

bool says_whose(const Sentence& sentence, const Hit& hit);

Meaning meaning_of(const Sentence& sentence, std::size_t numeral, const Around& around,
                   const Context& context);

}  // namespace nianbao::prose
