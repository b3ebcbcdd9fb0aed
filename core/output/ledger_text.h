// The ledger of the narrative's figures for people: one line a figure, with what it was held against.
#pragma once

#include <string>

#include "stages.h"

namespace nianbao {

// Figures by class, over several files.
struct LedgerCount {
  int figures = 0;
  int not_understood = 0;
};

LedgerCount count_figures(const Ledger& ledger);
std::string ledger_text(const Reading& reading, const Ledger& ledger, Language language);
std::string ledger_summary(const LedgerCount& count,
                           Language language);  // 正文数字共84个，没有读懂3个（3.57%）

}  // namespace nianbao
