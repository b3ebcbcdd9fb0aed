// The whole command line: which command it is, what was asked of it, and the doing.
#pragma once

#include <string>
#include <vector>

namespace nianbao {

// What follows the program's name. Results to standard output, complaints to standard error; the exit status.
int command_line(const std::vector<std::string>& args);

}  // namespace nianbao
