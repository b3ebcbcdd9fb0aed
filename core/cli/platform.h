// What operating systems do differently. core/cli/posix and core/cli/windows each implement this header and
// helper.h; core/CMakeLists.txt chooses one of the two folders.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace nianbao {

// The words behind the program's name, in UTF-8; folders in them are separated by '/'.
std::vector<std::string> words_of_command(int argc, char** argv);

// While this lives, standard input and output pass bytes on as they are, and a console takes them for UTF-8.
class StandardStreams {
 public:
  StandardStreams();
  StandardStreams(const StandardStreams&) = delete;
  StandardStreams& operator=(const StandardStreams&) = delete;
  ~StandardStreams();  // NOLINT(performance-trivially-destructible): it does something on Windows

 private:
  unsigned encoding_before_ = 0;
};

// The program holds names of files in UTF-8, with '/' between folders. What is not UTF-8 is opened as it is
// where names are bytes, and is not found elsewhere.
std::filesystem::path path_of(const std::string& name);
std::string name_of(const std::filesystem::path& path);
std::string with_slashes(std::string name);

// Leads to another place of the file system.
bool is_link(const std::filesystem::path& path);

// A new file beside the wanted one, which takes its place when all is on the disk and goes otherwise.
class Replacement {
 public:
  virtual ~Replacement() = default;
  [[nodiscard]] virtual bool write(const std::string& bytes) = 0;
  [[nodiscard]] virtual bool commit() = 0;
};
std::unique_ptr<Replacement> replacement_of(const std::filesystem::path& wanted);

}  // namespace nianbao
