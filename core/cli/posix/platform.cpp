#include "cli/platform.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

class RenamedFile : public Replacement {
 public:
  explicit RenamedFile(fs::path wanted) : wanted_(std::move(wanted)), name_(wanted_.string() + ".XXXXXX") {
    file_ = mkstemp(name_.data());
  }
  RenamedFile(const RenamedFile&) = delete;
  RenamedFile& operator=(const RenamedFile&) = delete;
  ~RenamedFile() override {
    if (file_ < 0) return;
    close(file_);
    if (!done_) unlink(name_.c_str());
  }

  bool write(const std::string& bytes) override {
    if (file_ < 0) return false;
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t n = ::write(file_, bytes.data() + at, bytes.size() - at);
      if (n <= 0) return false;
      at += static_cast<std::size_t>(n);
    }
    return true;
  }

  bool commit() override {
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

}  // namespace

std::vector<std::string> words_of_command(int argc, char** argv) { return {argv + 1, argv + argc}; }

StandardStreams::StandardStreams() = default;
StandardStreams::~StandardStreams() = default;

fs::path path_of(const std::string& name) { return name; }
std::string name_of(const fs::path& path) { return path.string(); }
std::string with_slashes(std::string name) { return name; }

bool is_link(const fs::path& path) {
  std::error_code none;
  return fs::is_symlink(path, none);
}

std::unique_ptr<Replacement> replacement_of(const fs::path& wanted) {
  return std::make_unique<RenamedFile>(wanted);
}

}  // namespace nianbao
