// `nianbao check`, and what the exit status of every command means.
#pragma once

#include "cli/arguments.h"

namespace nianbao {

enum ExitStatus {
  exit_clean = 0,   // done; of a check: without an error
  exit_errors = 1,  // a report has an error
  exit_unread = 2,  // a file could not be read whole, or the arguments are wrong
};

// Results to standard output, complaints and progress to standard error. The worst file
// decides the status.
int check_command(Arguments& args);

}  // namespace nianbao
