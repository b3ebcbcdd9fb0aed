// What the rules of requests/* and proceedings/* share: one cause found by localise() becomes one finding of
// one rule.
#pragma once

#include "localise/localise.h"
#include "rules/analysis.h"
#include "rules/rule.h"

namespace nianbao {

// The rule of a relation: requests/balance.
std::string_view rule_of(Relation relation);

// Reports the causes of this kind and table, or says why nothing could be checked.
void report_causes(const Context& context, Findings& out, CauseKind kind, TableId table);

// Reports the broken relations that no single cell explains; counts the identities that hold and says how
// many are unchecked.
void report_relation(const Context& context, Findings& out, Relation relation);

}  // namespace nianbao
