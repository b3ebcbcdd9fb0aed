// nianbao fix: accepted corrections in a copy of the user's file.
#pragma once

#include <string>
#include <vector>

namespace nianbao {

int fix_command(const std::vector<std::string>& args);  // the exit status

}  // namespace nianbao
