#include "cli/files.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>
#include <vector>

#include "base/limits.h"

namespace nianbao {

namespace {

void append_all(std::istream& from, std::string& bytes) {
  std::vector<char> part(1 << 16);
  do {
    from.read(part.data(), static_cast<std::streamsize>(part.size()));
    bytes.append(part.data(), static_cast<std::size_t>(from.gcount()));
  } while (from);
}

}  // namespace

std::optional<std::string> read_file(const std::string& name) {
  std::string bytes;
  if (name == "-") {
    append_all(std::cin, bytes);
    return bytes;
  }
  std::ifstream file(name, std::ios::binary);
  if (!file) return std::nullopt;
  std::error_code none;  // of what has no size: a pipe
  if (const auto size = std::filesystem::file_size(name, none); !none)
    bytes.reserve(std::min<std::uintmax_t>(size, limits::archive_bytes));
  append_all(file, bytes);
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
