#include "cli/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>
#include <vector>

#include "base/limits.h"

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

// A file beside the wanted one, which takes its place when all is on the disk and goes otherwise.
struct PieceFile::Replacement {
  explicit Replacement(fs::path wanted) : wanted_(std::move(wanted)), name_(wanted_.string() + ".XXXXXX") {
    file_ = mkstemp(name_.data());
  }
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;
  ~Replacement() {
    if (file_ < 0) return;
    close(file_);
    if (!done_) unlink(name_.c_str());
  }

  bool write(const std::string& bytes) {
    if (file_ < 0) return false;
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t n = ::write(file_, bytes.data() + at, bytes.size() - at);
      if (n <= 0) return false;
      at += static_cast<std::size_t>(n);
    }
    return true;
  }

  bool commit() {
    if (file_ < 0) return false;
    fchmod(file_, mode());
    done_ = fsync(file_) == 0 && std::rename(name_.c_str(), wanted_.c_str()) == 0;
    return done_;
  }

 private:
  // That of the file which is replaced, else what any new file gets.
  mode_t mode() const {
    struct stat before {};
    if (stat(wanted_.c_str(), &before) == 0) return before.st_mode & 07777;
    const mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
  }

  fs::path wanted_;
  std::string name_;
  int file_ = -1;
  bool done_ = false;
};

std::optional<std::string> read_file(const std::string& name) {
  std::string bytes;
  if (name == "-") {
    append_all(std::cin, bytes);
    return bytes;
  }
  std::ifstream file(name, std::ios::binary);
  if (!file) return std::nullopt;
  std::error_code none;  // of what has no size: a pipe
  const auto size = fs::file_size(name, none);
  if (!none) bytes.reserve(std::min<std::uintmax_t>(size, limits::input_bytes + 1));
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

std::string refuses_output(const std::string& output, const std::vector<std::string>& inputs, bool replace) {
  if (output == "-") return {};
  for (const std::string& input : inputs)
    if (output == input || is_same_file(output, input)) return "不能写回原文件，请换一个文件名";
  std::error_code error;
  if (!replace && fs::is_regular_file(output, error)) return output + " 已经存在；要替换它，请加 --force";
  return {};
}

bool write_file(const std::string& name, const std::string& bytes) {
  const auto size = static_cast<std::streamsize>(bytes.size());
  if (name == "-") return static_cast<bool>(std::cout.write(bytes.data(), size).flush());
  std::error_code error;
  const fs::file_status status = fs::status(name, error);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    std::ofstream device(name, std::ios::binary);
    device.write(bytes.data(), size);
    device.close();
    return static_cast<bool>(device);
  }
  error.clear();  // of a file that is not there yet
  // Behind a link the file itself is replaced, not the link.
  const fs::path wanted = fs::exists(status) ? fs::canonical(name, error) : fs::path(name);
  if (error) return false;
  PieceFile file(wanted.string());
  return file.append(bytes) && file.commit();
}

PieceFile::PieceFile(const std::string& name) : file_(std::make_unique<Replacement>(name)) {}
PieceFile::~PieceFile() = default;
bool PieceFile::append(const std::string& bytes) { return good_ = good_ && file_->write(bytes); }
bool PieceFile::commit() { return good_ && file_->commit(); }

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  return fs::equivalent(a, b, error) && !error;
}

std::string base_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

}  // namespace nianbao
