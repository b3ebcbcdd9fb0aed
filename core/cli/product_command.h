// `nianbao note`, `tables` and `verify`: what a user takes away from a check.
#pragma once

#include "cli/arguments.h"

namespace nianbao {

// FILE -o OUT: the ending of the output's name says what is made.
int note_command(Arguments& args);
int tables_command(Arguments& args);

// NOTE FILE: exit_clean when the note is of the file and the result the same, exit_errors when not.
int verify_command(const Arguments& args);

}  // namespace nianbao
