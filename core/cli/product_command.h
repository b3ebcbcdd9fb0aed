#pragma once

#include <string>
#include <vector>

namespace nianbao {

// `nianbao note FILE -o NOTE` and `nianbao tables FILE -o OUT`: the ending of the output's name says what is
// made.
int note_command(const std::vector<std::string>& args);
int tables_command(const std::vector<std::string>& args);

// `nianbao verify NOTE FILE`: exit_clean when the note is of the file and the result the same, exit_errors
// when not.
int verify_command(const std::vector<std::string>& args);

}  // namespace nianbao
