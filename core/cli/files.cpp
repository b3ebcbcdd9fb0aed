#include "cli/files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>
#include <vector>

#include "base/limits.h"
#include "cli/platform.h"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

// An archive of reports may be larger than a report.
void append_all(std::istream& from, std::string& bytes) {
  std::vector<char> part(1 << 16);
  std::size_t most = limits::archive_bytes + 1;
  do {
    from.read(part.data(), static_cast<std::streamsize>(std::min(part.size(), most - bytes.size())));
    bytes.append(part.data(), static_cast<std::size_t>(from.gcount()));
    if (!bytes.starts_with("PK\x03\x04") && bytes.size() >= 4) most = limits::input_bytes + 1;
  } while (from && bytes.size() < most);
}

}  // namespace

std::optional<std::string> read_file(const std::string& name) {
  std::string bytes;
  if (name == "-") {
    append_all(std::cin, bytes);
    return bytes;
  }
  const fs::path path = path_of(name);
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::error_code none;  // of what has no size: a pipe
  const auto size = fs::file_size(path, none);
  if (!none) bytes.reserve(std::min<std::uintmax_t>(size, limits::input_bytes + 1));
  append_all(file, bytes);
  if (file.bad()) return std::nullopt;  // a directory opens, but does not read
  return bytes;
}

std::optional<std::string> read_part(const std::string& name, std::size_t begin, std::size_t size) {
  std::ifstream file(path_of(name), std::ios::binary);
  std::string bytes(size, '\0');
  if (!file.seekg(static_cast<std::streamoff>(begin))) return std::nullopt;
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  if (file.bad()) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

std::string refuses_output(const std::string& output, const std::vector<std::string>& inputs, bool replace) {
  if (output == "-") return {};
  for (const std::string& input : inputs)
    if (output == input || is_same_file(output, input)) return "不能写回原文件，请换一个文件名";
  std::error_code error;
  if (!replace && fs::is_regular_file(path_of(output), error))
    return output + " 已经存在；要替换它，请加 --force";
  return {};
}

bool write_file(const std::string& name, const std::string& bytes) {
  const auto size = static_cast<std::streamsize>(bytes.size());
  if (name == "-") return static_cast<bool>(std::cout.write(bytes.data(), size).flush());
  const fs::path path = path_of(name);
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    std::ofstream device(path, std::ios::binary);
    device.write(bytes.data(), size);
    device.close();
    return static_cast<bool>(device);
  }
  error.clear();  // of a file that is not there yet
  // Behind a link the file itself is replaced, not the link.
  const fs::path wanted = fs::exists(status) ? fs::canonical(path, error) : path;
  if (error) return false;
  PieceFile file(name_of(wanted));
  return file.append(bytes) && file.commit();
}

PieceFile::PieceFile(const std::string& name) : file_(replacement_of(path_of(name))) {}
PieceFile::~PieceFile() = default;
bool PieceFile::append(const std::string& bytes) { return good_ = good_ && file_->write(bytes); }
bool PieceFile::commit() { return good_ && file_->commit(); }

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  return fs::equivalent(path_of(a), path_of(b), error) && !error;
}

std::string base_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

}  // namespace nianbao
