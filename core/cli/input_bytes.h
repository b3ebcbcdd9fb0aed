// A file as the core takes it.
#pragma once

#include <optional>
#include <string>

#include "check.h"

namespace nianbao {

// A file's bytes; of a PDF what its own front end makes of them, and `options` says so.
std::string as_the_core_reads(std::string bytes, Options& options);

// The same of a file by its name. Nothing when it cannot be opened.
std::optional<std::string> input_bytes(const std::string& name, Options& options);

}  // namespace nianbao
