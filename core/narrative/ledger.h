// Every figure of the narrative, what it counts, and what it was held against.
#pragma once

#include <vector>

#include "base/decimal.h"
#include "report/report.h"

namespace nianbao {

// A number of the prose that says what one cell should hold, whether it does or not: evidence for finding a slip in a table.
struct TextClaim {
  CellRef cell;
  Decimal value;
  Range range;   // the figure in the document
};

struct Ledger {
  std::vector<TextClaim> claims;
};

Ledger read_figures(const Report& report);

}  // namespace nianbao
