#include "cli/helper.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <csignal>

extern char** environ;

namespace nianbao {
namespace {

constexpr std::size_t buffer_bytes = 1 << 16;

}  // namespace

std::optional<std::string> helper(const char* name) {
  char path[PATH_MAX];
  const ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  if (length <= 0) return std::nullopt;
  const std::string self(path, static_cast<std::size_t>(length));
  std::string program = self.substr(0, self.find_last_of('/') + 1) + name;
  if (access(program.c_str(), X_OK) != 0) return std::nullopt;
  return program;
}

HelperProcess::HelperProcess(const std::string& program, const std::vector<std::string>& arguments) {
  std::signal(SIGPIPE, SIG_IGN);  // the helper may stop before it has read everything
  int in[2], out[2];
  // Closed on exec, so that a helper started by another thread does not hold them open.
  if (pipe2(in, O_CLOEXEC) != 0) return;
  if (pipe2(out, O_CLOEXEC) != 0) {
    close(in[0]);
    close(in[1]);
    return;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], 0);
  posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  if (posix_spawn(&pid_, program.c_str(), &actions, nullptr, argv.data(), environ) != 0) pid_ = -1;
  posix_spawn_file_actions_destroy(&actions);
  close(in[0]);
  close(out[1]);
  in_ = in[1];
  out_ = out[0];
}

HelperProcess::~HelperProcess() { wait(); }

void HelperProcess::close_input() {
  if (in_ >= 0) close(in_);
  in_ = -1;
}

HelperEnd HelperProcess::wait() {
  close_input();
  if (out_ >= 0) close(out_);
  out_ = -1;
  int status = 0;
  if (pid_ >= 0) waitpid(pid_, &status, 0);
  pid_ = -1;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return HelperEnd::well;
  const bool stopped = WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
  return stopped ? HelperEnd::limit : HelperEnd::fault;
}

std::string HelperProcess::exchange(const std::string& input) {
  std::string output;
  std::size_t written = 0;
  char buffer[buffer_bytes];
  for (;;) {
    pollfd ends[] = {{out_, POLLIN, 0}, {in_, POLLOUT, 0}};
    if (poll(ends, in_ >= 0 ? 2 : 1, -1) < 0) break;
    if (in_ >= 0 && ends[1].revents != 0) {
      const ssize_t n = written < input.size() ? write(in_, input.data() + written,
                                                       std::min(input.size() - written, buffer_bytes))
                                               : 0;
      if (n > 0) written += static_cast<std::size_t>(n);
      if (n <= 0 || written == input.size()) close_input();
    }
    if (ends[0].revents != 0) {
      const ssize_t n = read(out_, buffer, sizeof buffer);
      if (n <= 0) break;
      output.append(buffer, static_cast<std::size_t>(n));
    }
  }
  return output;
}

std::string HelperProcess::ask(const std::string& input, std::size_t lines) {
  for (std::size_t written = 0; written < input.size();) {
    const ssize_t n = write(in_, input.data() + written, input.size() - written);
    if (n <= 0) return {};
    written += static_cast<std::size_t>(n);
  }
  std::string output = std::move(unread_);
  char buffer[buffer_bytes];
  std::size_t seen = 0, at = 0;
  for (;;) {
    for (; at < output.size() && seen < lines; ++at) seen += output[at] == '\n';
    if (seen == lines) break;
    const ssize_t n = read(out_, buffer, sizeof buffer);
    if (n <= 0) break;
    output.append(buffer, static_cast<std::size_t>(n));
  }
  unread_ = output.substr(at);
  output.resize(at);
  return output;
}

}  // namespace nianbao
