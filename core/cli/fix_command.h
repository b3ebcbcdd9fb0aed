// nianbao fix: accepted corrections in a copy of the user's file.
#pragma once

#include "cli/arguments.h"

namespace nianbao {

int fix_command(Arguments& args);  // the exit status

}  // namespace nianbao
