// A sentence taken apart: its numbers with their units, the words that say what they count, and its clauses.
#pragma once

#include <vector>

#include "narrative/quantity.h"
#include "narrative/vocabulary.h"
#include "prose/paragraph.h"

namespace nianbao::prose {

// A word of the vocabulary where it stands. Offsets are those of the passage's text.
struct Hit {
  Senses senses = 0;
  std::string_view key{};
  std::uint32_t begin = 0, end = 0;
  std::uint32_t clause = 0;
  int year = 0;  // with sense::year
};

struct Numeral {
  Quantity quantity;
  Unit unit;
  std::uint32_t begin = 0, end = 0;  // with its unit
  std::uint32_t unit_begin = 0;
  std::uint32_t clause = 0;
  bool rhetorical = false;  // 一个, 三项: counts nothing unless the words around it say so
};

// Words between commas. 、 parts clauses only behind a number; a bracket with a number in it holds clauses of
// its own, a bracket without one is an aside and belongs to no clause.
struct Clause {
  std::uint32_t begin = 0, end = 0;
  int depth = 0;
  int before = -1;             // the clause of the same bracket before it
  int outer = -1;              // the clause that its bracket stands in
  char16_t opened_by = 0;      // , ; : 、 ( or 0 at the beginning of the sentence
  bool after_numeral = false;  // of a bracket: it follows directly on a number
};

struct Sentence {
  const Paragraph* passage = nullptr;
  std::uint32_t begin = 0, end = 0;
  std::vector<Hit> hits;          // by place; asides not included
  std::vector<Hit> asides;        // in brackets without numbers; their clause is the one around the bracket
  std::vector<Numeral> numerals;  // by place; dates, ordinals, telephone numbers are left out
  std::vector<Clause> clauses;    // by place

  std::u16string_view text() const { return std::u16string_view(passage->text).substr(begin, end - begin); }
  std::u16string_view text(std::uint32_t from, std::uint32_t to) const {
    return std::u16string_view(passage->text).substr(from, to - from);
  }
};

// The sentence that begins at `begin`; its `end` is behind its final mark. Cost: linear in it.
Sentence read_sentence(const Paragraph& passage, std::uint32_t begin);

}  // namespace nianbao::prose
