// Results for people at a terminal, in the language of the options.
#pragma once

#include <string>

#include "stages.h"

namespace nianbao {

// One file's result; `checked` is null when no report was found.
std::string to_text(const CheckedReading& all, const Options& options);

std::string rules_text(Language language);  // one line a rule
std::string forms_text(Language language);  // sections, rows and columns of both forms
std::string rules_markdown();               // docs/rules.md

}  // namespace nianbao
