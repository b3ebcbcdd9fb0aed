#include "cli/pdf_front_end.h"

#include <sys/wait.h>

#include <csignal>

#include "cli/helper.h"
#include "input/pdf_geometry.h"

namespace nianbao {

std::string pdf_geometry(const std::string& pdf) {
  const auto program = helper("nianbao-pdf");
  if (!program) return pdf;
  HelperProcess reader(*program, {});
  if (!reader.started()) return pdf;
  std::string output = reader.exchange(pdf);
  const int status = reader.wait();
  const bool whole = WIFEXITED(status) && WEXITSTATUS(status) == 0 &&
                     output.compare(0, pdf_geometry_magic.size(), pdf_geometry_magic) == 0;
  if (whole) return output;
  const bool ended = WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
  return std::string(pdf_geometry_magic) + (ended ? "E limit time\n" : "E damaged\n");
}

}  // namespace nianbao
