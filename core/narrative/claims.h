// What a clause says without a number: 未收到, 均为零, 已全部办结, 均获维持, 结转至下一年度办理.
#pragma once

#include "narrative/ledger.h"
#include "narrative/meaning.h"

namespace nianbao::prose {

// Figures of the sentence so far, as far as a claim refers back to them.
struct SentenceSoFar {
  std::uint32_t first_figure = 0;  // index into Ledger::figures of the sentence's first
  Senses seen = 0;                 // senses of all words before the clause

  // A claim refers back to what was said just before, never further than this.
  std::size_t earliest(const Ledger& ledger) const {
    constexpr std::size_t reach = 32;
    const std::size_t n = ledger.figures.size();
    return n > first_figure + reach ? n - reach : first_figure;
  }
};

// A zero or an implied number: a figure without a numeral, still to be held against the tables.
struct Implied {
  Measure measure;
  Quantity quantity;
  std::uint32_t begin = 0, end = 0;  // in the passage
};

// `topic` is what was spoken of before the clause; the clause's own words have been observed in `context`.
std::vector<Implied> claims_in(const Sentence& sentence, std::uint32_t clause, Senses topic,
                               const Context& context, const SentenceSoFar& so_far, const Ledger& ledger);

// 收到申请、行政复议均为0: the objects besides the nearest one, for which the zero stands too.
std::vector<Implied> further_zeros(const Sentence& sentence, const Numeral& numeral, const Around& around,
                                   const Measure& nearest);

// 行政复议1件（申请人撤回结案）
std::vector<Implied> results_aside(const Sentence& sentence, const Numeral& numeral, const Measure& measure);

// Adds what the clause asserts of a whole table row.
void assert_in(const Sentence& sentence, std::uint32_t clause, Senses topic, const Context& context,
               const SentenceSoFar& so_far, Ledger& ledger);

}  // namespace nianbao::prose
