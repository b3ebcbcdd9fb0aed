// The only place of the program that opens files.
#pragma once

#include <optional>
#include <string>

namespace nianbao {

std::optional<std::string> read_file(const std::string& name);  // "-": standard input
std::optional<std::string> read_part(const std::string& name, std::size_t begin, std::size_t size);  // less at the end of the file
bool write_file(const std::string& name, const std::string& bytes);  // "-": standard output
std::string base_name(const std::string& path);

}  // namespace nianbao
