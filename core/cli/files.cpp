#include "cli/files.h"

#include <fstream>
#include <iostream>
#include <iterator>

namespace nianbao {

std::optional<std::string> read_file(const std::string& name) {
  if (name == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::ifstream file(name, std::ios::binary);
  if (!file) return std::nullopt;
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  if (file.bad()) return std::nullopt;  // a directory opens, but does not read
  return bytes;
}

std::optional<std::string> read_part(const std::string& name, std::size_t begin, std::size_t size) {
  std::ifstream file(name, std::ios::binary);
  std::string bytes(size, '\0');
  if (!file.seekg(static_cast<std::streamoff>(begin))) return std::nullopt;
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  if (file.bad()) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

bool write_file(const std::string& name, const std::string& bytes) {
  if (name == "-") return static_cast<bool>(std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush());
  std::ofstream file(name, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  return static_cast<bool>(file);
}

std::string base_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

}  // namespace nianbao
