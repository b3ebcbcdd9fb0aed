// What is worked out once for all rules: which identities hold, the smallest repair of those that do not, and
// what every figure of the narrative was held against, the running text.
#pragma once

#include "localise/localise.h"
#include "narrative/ledger.h"

namespace nianbao {

struct Analysis {
  Localisation localisation;
  Ledger ledger;
};

// `previous` may be null.
Analysis analyse(const Report& report, const Report* previous);

}  // namespace nianbao
