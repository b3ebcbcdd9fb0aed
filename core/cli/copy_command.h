// `nianbao annotate` and `nianbao strip`: one file in, one file out.
#pragma once

#include <string>
#include <vector>

namespace nianbao {

// The status is of the writing alone: exit_clean or exit_unread.
int annotate_command(const std::vector<std::string>& args);
int strip_command(const std::vector<std::string>& args);

}  // namespace nianbao
