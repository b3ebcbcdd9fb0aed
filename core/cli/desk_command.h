// `nianbao desk`: the reports of a county, from the roster to what goes back to the bodies.
#pragma once

#include "cli/arguments.h"

namespace nianbao {

// What is to be done to standard output, files into --out, progress to standard error where that is a
// terminal.
int desk_command(Arguments& args);

}  // namespace nianbao
