#pragma once

#include <string>
#include <vector>

namespace nianbao {

enum ExitStatus { exit_clean = 0, exit_errors = 1, exit_unread = 2 };

// `nianbao check`: results to standard output, complaints and progress to standard error. The worst file
// decides the status.
int check_command(const std::vector<std::string>& args);

}  // namespace nianbao
