// Findings that a person has called no problem, and the number and name that every finding is told by.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/rule.h"

namespace nianbao {

// Reasons for which a person has called findings no problem, by Finding::key.
using Dismissals = std::map<std::string, std::u16string, std::less<>>;

// Gives every finding its key: a name for what it is about (rule, cells, equation and the words in the
// document; alike ones are counted), by which the page and a later run know it again. Marks those that
// `dismissals` names, and numbers the others from 1 in the order given.
void set_aside(const Report& report, const Dismissals& dismissals, std::vector<Finding>& findings);

}  // namespace nianbao
