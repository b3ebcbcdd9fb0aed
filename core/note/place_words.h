// Where a finding is, in words that a printed report has: the table's row and column, or part, paragraph and
// the words.
#pragma once

#include "output/to_json.h"
#include "rules/rule.h"

namespace nianbao {

std::u16string place_words(const Reading& reading, const Finding& finding);  // empty without a place

}  // namespace nianbao
