// What the figures of one sentence have to do with each other: totals and parts, shares and bases, changes;
// and what is missing.
#pragma once

#include "narrative/ledger.h"
#include "narrative/sentence.h"

namespace nianbao::prose {

// A sentence whose figures stand in the ledger. figure[i] is the index of numeral i, none where it counts
// nothing.
struct Counted {
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  const Sentence& sentence;
  std::vector<std::uint32_t> figure;
  std::size_t first_sum = 0;  // index into Ledger::sums of the sentence's first
};

void find_sums(const Counted& counted, Ledger& ledger);
void find_shares(const Counted& counted, const Report& report, Ledger& ledger);
void find_growths(const Counted& counted, Ledger& ledger);
void find_gaps(const Counted& counted, Ledger& ledger);
void find_fees(const Counted& counted, Ledger& ledger);

// 新收, 结转, 办结 and 结转下年 of one paragraph: figures from `first` on.
void find_balance(const Report& report, std::size_t first, Ledger& ledger);

}  // namespace nianbao::prose
