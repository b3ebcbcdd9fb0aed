// Programs beside this one, talked to through pipes.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace nianbao {

// The program of that name beside this one; nothing where there is none.
std::optional<std::string> helper(const char* name);

enum class HelperEnd {
  well,   // it said all that it had to say
  limit,  // it was stopped for what it took of the machine
  fault,  // anything else
};

class HelperProcess {
 public:
  HelperProcess(const std::string& program, const std::vector<std::string>& arguments);
  HelperProcess(const HelperProcess&) = delete;
  HelperProcess& operator=(const HelperProcess&) = delete;
  ~HelperProcess();

  bool started() const { return pid_ >= 0; }
  // Writes all of the input, reading side by side so that neither pipe fills up, and closes it; then all of
  // the output.
  std::string exchange(const std::string& input);
  // Writes the input and reads until so many lines have come; fewer when the program ends.
  std::string ask(const std::string& input, std::size_t lines);
  HelperEnd wait();

 private:
  void close_input();

  int pid_ = -1, in_ = -1, out_ = -1;
  std::string unread_;  // what came behind the lines asked for
};

}  // namespace nianbao
