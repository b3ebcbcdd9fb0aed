// The only place of the program that opens files.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nianbao {

// A file's bytes; "-" is standard input. No more than the core takes and one byte, so that the core says
// which limit was reached and endless input ends. Nothing when it cannot be opened or read.
std::optional<std::string> read_file(const std::string& name);
// Less at the end of the file.
std::optional<std::string> read_part(const std::string& name, std::size_t begin, std::size_t size);

// Why a result must not be written to `output`: it is one of the inputs, under whatever name, or it is
// there already and `replace` was not asked for. Empty when it may; "-" always may.
std::string refuses_output(const std::string& output, const std::vector<std::string>& inputs, bool replace);

// Whole or not at all: written to a file beside it, synced and renamed. "-" is standard output; pipes and
// devices are written as they are. False leaves what was there before.
bool write_file(const std::string& name, const std::string& bytes);

// A large file in pieces, whole or not at all as write_file() has it: commit() puts it in its place.
class PieceFile {
 public:
  explicit PieceFile(const std::string& name);
  PieceFile(const PieceFile&) = delete;
  PieceFile& operator=(const PieceFile&) = delete;
  ~PieceFile();
  // False from the first piece on that could not be written.
  [[nodiscard]] bool append(const std::string& bytes);
  [[nodiscard]] bool commit();

 private:
  std::unique_ptr<class Replacement> file_;
  bool good_ = true;
};

// By identity: links and other spellings count.
bool is_same_file(const std::string& a, const std::string& b);
std::string base_name(const std::string& path);

}  // namespace nianbao
