// How the program is used, UTF-8, made from option_table.cpp.
#pragma once

#include <string>

#include "cli/arguments.h"

namespace nianbao {

std::string help();                 // all commands and options
std::string help(Command command);  // the command and its options
std::string bash_completion();      // a script for bash

}  // namespace nianbao
