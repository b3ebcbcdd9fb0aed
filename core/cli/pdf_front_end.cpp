#include "cli/pdf_front_end.h"

#include "cli/helper.h"
#include "input/pdf_geometry.h"

namespace nianbao {

std::string pdf_geometry(const std::string& pdf) {
  const auto program = helper("nianbao-pdf");
  if (!program) return pdf;
  HelperProcess reader(*program, {});
  if (!reader.started()) return pdf;
  std::string output = reader.exchange(pdf);
  const HelperEnd end = reader.wait();
  if (end == HelperEnd::well && output.starts_with(pdf_geometry_magic)) return output;
  return std::string(pdf_geometry_magic) + (end == HelperEnd::limit ? "E limit time\n" : "E damaged\n");
}

}  // namespace nianbao
