#include "cli/platform.h"

#include <fcntl.h>
#include <io.h>
#include <windows.h>
// After windows.h, whose names it uses.
#include <shellapi.h>

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <utility>

namespace nianbao {
namespace {

namespace fs = std::filesystem;

std::wstring wide(const std::string& utf8) {
  const int bytes = static_cast<int>(utf8.size());
  std::wstring out(static_cast<std::size_t>(MultiByteToWideChar(CP_UTF8, 0, utf8.data(), bytes, nullptr, 0)),
                   L'\0');
  MultiByteToWideChar(CP_UTF8, 0, utf8.data(), bytes, out.data(), static_cast<int>(out.size()));
  return out;
}

std::string narrow(std::wstring_view wide) {
  const int units = static_cast<int>(wide.size());
  const int size = WideCharToMultiByte(CP_UTF8, 0, wide.data(), units, nullptr, 0, nullptr, nullptr);
  std::string out(static_cast<std::size_t>(size), '\0');
  WideCharToMultiByte(CP_UTF8, 0, wide.data(), units, out.data(), size, nullptr, nullptr);
  return out;
}

class MovedFile : public Replacement {
 public:
  explicit MovedFile(fs::path wanted) : wanted_(std::move(wanted)) {
    constexpr int tries = 100;
    const unsigned own = GetCurrentProcessId() ^ GetTickCount();
    for (unsigned i = 0; i < tries && file_ == INVALID_HANDLE_VALUE; ++i) {
      name_ = wanted_.native() + L"." + std::to_wstring(own + i);
      file_ =
          CreateFileW(name_.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
      if (file_ == INVALID_HANDLE_VALUE && GetLastError() != ERROR_FILE_EXISTS) return;
    }
  }
  MovedFile(const MovedFile&) = delete;
  MovedFile& operator=(const MovedFile&) = delete;
  ~MovedFile() override {
    if (name_.empty()) return;
    const bool made = file_ != INVALID_HANDLE_VALUE;
    if (made) CloseHandle(file_);
    if (made || (closed_ && !done_)) DeleteFileW(name_.c_str());
  }

  bool write(const std::string& bytes) override {
    constexpr std::size_t most = 1 << 20;
    if (file_ == INVALID_HANDLE_VALUE) return false;
    for (std::size_t at = 0; at < bytes.size();) {
      DWORD n = 0;
      const auto size = static_cast<DWORD>(std::min(bytes.size() - at, most));
      if (WriteFile(file_, bytes.data() + at, size, &n, nullptr) == 0 || n == 0) return false;
      at += n;
    }
    return true;
  }

  bool commit() override {
    if (file_ == INVALID_HANDLE_VALUE) return false;
    const bool on_disk = FlushFileBuffers(file_) != 0;
    closed_ = CloseHandle(std::exchange(file_, INVALID_HANDLE_VALUE)) != 0;  // an open file cannot be moved
    done_ =
        on_disk && closed_ &&
        MoveFileExW(name_.c_str(), wanted_.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) != 0;
    return done_;
  }

 private:
  fs::path wanted_;
  std::wstring name_;
  HANDLE file_ = INVALID_HANDLE_VALUE;
  bool closed_ = false, done_ = false;
};

}  // namespace

// The words of main() are in the system's own encoding, which has no place for many names.
std::vector<std::string> words_of_command(int, char**) {
  int count = 0;
  wchar_t** words = CommandLineToArgvW(GetCommandLineW(), &count);
  std::vector<std::string> out;
  for (int i = 1; i < count; ++i) out.push_back(with_slashes(narrow(words[i])));
  LocalFree(words);
  return out;
}

StandardStreams::StandardStreams() : encoding_before_(GetConsoleOutputCP()) {
  for (std::FILE* stream : {stdin, stdout, stderr}) _setmode(_fileno(stream), _O_BINARY);
  SetConsoleOutputCP(CP_UTF8);
}

StandardStreams::~StandardStreams() {
  if (encoding_before_ != 0) SetConsoleOutputCP(encoding_before_);
}

fs::path path_of(const std::string& name) { return wide(name); }
std::string name_of(const fs::path& path) { return with_slashes(narrow(path.native())); }

std::string with_slashes(std::string name) {
  std::replace(name.begin(), name.end(), '\\', '/');
  return name;
}

// Files that a cloud keeps elsewhere are reparse points, too, and no links.
bool is_link(const fs::path& path) {
  WIN32_FIND_DATAW found;
  const HANDLE search = FindFirstFileW(path.c_str(), &found);
  if (search == INVALID_HANDLE_VALUE) return false;
  FindClose(search);
  return (found.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 &&
         (found.dwReserved0 == IO_REPARSE_TAG_SYMLINK || found.dwReserved0 == IO_REPARSE_TAG_MOUNT_POINT);
}

std::unique_ptr<Replacement> replacement_of(const fs::path& wanted) {
  return std::make_unique<MovedFile>(wanted);
}

}  // namespace nianbao
