// A file as the core takes it.
#pragma once

#include <optional>
#include <string>

#include "cli/arguments.h"

namespace nianbao {

// A file's bytes; of a PDF what its own front end makes of them, and `options` says so.
std::string as_the_core_reads(std::string bytes, ReadingOptions& options);

// The same of a file by its name. Nothing when it cannot be opened.
std::optional<std::string> input_bytes(const std::string& name, ReadingOptions& options);

// Puts the file that --dismissals names into the options. What is wrong with it, or nothing.
std::string read_dismissals(Arguments& args);

}  // namespace nianbao
