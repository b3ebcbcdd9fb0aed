// Every figure of the narrative, what it counts, and what it was held against.
#pragma once

#include <vector>

#include "report/report.h"

namespace nianbao {

struct Ledger {
};

Ledger read_figures(const Report& report);

}  // namespace nianbao
