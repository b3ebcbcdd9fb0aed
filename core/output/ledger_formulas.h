// What a figure of the narrative was held against, as a formula: "28 ≠ 26", "394 + 780 + 749 = 1923", "48 ÷
// 320 = 15%".
#pragma once

#include <string>
#include <vector>

#include "narrative/ledger.h"

namespace nianbao {

// Refers to the ledger. Cost: linear in its lists, once.
class LedgerFormulas {
 public:
  explicit LedgerFormulas(const Ledger& ledger);
  // Empty where there is nothing to write: no cell was read, a share without an evident base, what no table
  // counts.
  std::u16string of(std::uint32_t figure) const;

 private:
  std::u16string against_cells(const Figure& figure) const;
  std::u16string of_sum(const SumList& list) const;
  std::u16string of_share(const Share& share) const;
  std::u16string of_growth(const Growth& growth) const;

  const Ledger& ledger_;
  // By figure: index of the list it is the total or a part of, of the share or growth it states; -1 for none.
  std::vector<int> sum_, share_, growth_;
};

}  // namespace nianbao
