// What the commands say on standard error when they can do nothing.
#pragma once

#include <string>
#include <string_view>

#include "base/words.h"
#include "check.h"

namespace nianbao {

std::string in_language(const Text& text, Language language);  // UTF-8

// Says it, UTF-8, with the program's name before it; gives exit_unread.
int complain(const std::string& what);

// The same of arguments that are wrong, with how to ask for help, of the command where it is known.
int usage_error(const std::string& what, std::string_view command = {});

}  // namespace nianbao
