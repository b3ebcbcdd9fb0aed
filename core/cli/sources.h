// What is to be checked: files, folders and lists of names, made into one ordered list.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace nianbao {

// Folders give the documents below them, sorted by name; a name that does not exist stays, so that it gets its answer.
// Hidden files and files of endings that are no documents (.json, .css, .png, …) are left out of folders, never of explicit names.
std::vector<std::string> expand(const std::vector<std::string>& names);

// Names separated by NUL or, when there is none, by line ends. "-": from standard input. Nothing when it cannot be read.
std::optional<std::vector<std::string>> read_names(const std::string& file);

}  // namespace nianbao
