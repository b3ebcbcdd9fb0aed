// Numbers that carry words in their cell. Shared by cells/unit, which speaks of them, and cells/not-a-number,
// which does not.
#pragma once

#include <optional>

#include "report/report.h"

namespace nianbao {

// The plain number meant by a cell with a unit or a word in it: 43项 is 43, 增257项 is 257 where the form
// asks for a count, 251000元 is 25.1 where it asks for 万元. Nothing for a cell that is a plain number, and
// for one that is none.
std::optional<Decimal> worded_number(const Report& report, CellRef ref);

}  // namespace nianbao
