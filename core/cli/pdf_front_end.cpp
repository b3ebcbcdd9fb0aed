#include "cli/pdf_front_end.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <climits>
#include <csignal>

#include "input/pdf_geometry.h"

extern char** environ;

namespace nianbao {
namespace {

std::string beside_this_program(const char* name) {
  char path[PATH_MAX];
  const ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  if (length <= 0) return name;
  const std::string self(path, static_cast<std::size_t>(length));
  return self.substr(0, self.find_last_of('/') + 1) + name;
}

struct Child {
  pid_t pid = -1;
  int in = -1, out = -1;
};

Child start(const std::string& program) {
  int in[2], out[2];
  // Closed on exec, so that a reader started by another thread does not hold them open.
  if (pipe2(in, O_CLOEXEC) != 0) return {};
  if (pipe2(out, O_CLOEXEC) != 0) {
    close(in[0]);
    close(in[1]);
    return {};
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], 0);
  posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  Child child;
  std::string name = program;
  char* argv[] = {name.data(), nullptr};
  if (posix_spawn(&child.pid, program.c_str(), &actions, nullptr, argv, environ) != 0) child.pid = -1;
  posix_spawn_file_actions_destroy(&actions);
  close(in[0]);
  close(out[1]);
  child.in = in[1];
  child.out = out[0];
  return child;
}

// Writes and reads side by side, so that neither pipe fills up.
std::string talk(Child& child, const std::string& input) {
  std::string output;
  std::size_t written = 0;
  char buffer[1 << 16];
  for (;;) {
    pollfd ends[] = {{child.out, POLLIN, 0}, {child.in, POLLOUT, 0}};
    if (poll(ends, child.in >= 0 ? 2 : 1, -1) < 0) break;
    if (child.in >= 0 && ends[1].revents != 0) {
      const ssize_t n = written < input.size() ? write(child.in, input.data() + written, std::min<std::size_t>(input.size() - written, sizeof buffer)) : 0;
      if (n > 0) written += static_cast<std::size_t>(n);
      if (n <= 0 || written == input.size()) {
        close(child.in);
        child.in = -1;
      }
    }
    if (ends[0].revents != 0) {
      const ssize_t n = read(child.out, buffer, sizeof buffer);
      if (n <= 0) break;
      output.append(buffer, static_cast<std::size_t>(n));
    }
  }
  return output;
}

}  // namespace

std::string pdf_geometry(const std::string& pdf) {
  const std::string program = beside_this_program("nianbao-pdf");
  if (access(program.c_str(), X_OK) != 0) return pdf;
  std::signal(SIGPIPE, SIG_IGN);  // the reader may stop before it has read everything
  Child child = start(program);
  if (child.pid < 0) return pdf;
  std::string output = talk(child, pdf);
  close(child.out);
  if (child.in >= 0) close(child.in);
  int status = 0;
  waitpid(child.pid, &status, 0);
  const bool whole = WIFEXITED(status) && WEXITSTATUS(status) == 0 && output.compare(0, pdf_geometry_magic.size(), pdf_geometry_magic) == 0;
  if (whole) return output;
  const bool ended = WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
  return std::string(pdf_geometry_magic) + (ended ? "E limit time\n" : "E damaged\n");
}

}  // namespace nianbao
