// What was recognised in a picture may have been misread: nothing that rests on it is certainly wrong.
#pragma once

#include <vector>

#include "document/document.h"
#include "rules/rule.h"

namespace nianbao {

// Findings at places that were recognised and that no person has confirmed become warnings at most; of how
// something is written or that it is missing, notices. What stands at no place, or at a blank, rests on the
// whole picture. Cost: linear in findings, logarithmic in marks.
void tell_as_likely(const Document& document, std::vector<Finding>& findings);

}  // namespace nianbao
