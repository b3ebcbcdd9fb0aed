// What is found among reports, from their units alone: what the rollup/* rules say, without the text of any
// report.
#pragma once

#include <optional>
#include <vector>

#include "rules/rule.h"
#include "rules/units.h"

namespace nianbao {

struct GroupFinding {
  Severity severity;
  Text message;
  std::vector<CellRef> cells;  // of the report's own form
};

// Either a reason why nothing was compared, or how many relations hold and what is wrong.
struct GroupResult {
  std::optional<Text> skipped;
  int passed = 0;
  std::optional<GroupFinding> finding;
};

GroupResult roll_up(const Together& together);   // rollup/applications
GroupResult likeness(const Together& together);  // rollup/duplicate-units

// Tells it as a rule tells it. `together` may be null.
Finding* tell(const GroupResult& relation, Findings& out);

}  // namespace nianbao
