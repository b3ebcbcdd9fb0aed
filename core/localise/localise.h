// The identities of tables 三 and 四, which of them hold, and the smallest sets of cells whose change satisfies them all
// (error localisation after Fellegi and Holt, 1976).
#pragma once

#include "narrative/ledger.h"
#include "report/report.h"

namespace nianbao {

struct Localisation {
};

// `previous` (may be null) and `ledger` are further evidence for ranking; they never make a finding of their own here.
Localisation localise(const Report& report, const Report* previous, const Ledger& ledger);

}  // namespace nianbao
