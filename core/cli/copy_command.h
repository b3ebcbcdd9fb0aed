// `nianbao annotate` and `nianbao strip`: one file in, one file out.
#pragma once

#include "cli/arguments.h"

namespace nianbao {

// The status is of the writing alone: exit_clean or exit_unread.
int annotate_command(Arguments& args);
int strip_command(const Arguments& args);

}  // namespace nianbao
