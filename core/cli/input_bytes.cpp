#include "cli/input_bytes.h"

#include "cli/files.h"
#include "cli/pdf_front_end.h"
#include "input/reader.h"

namespace nianbao {

std::string as_the_core_reads(std::string bytes, Options& options) {
  options.source_bytes = bytes.size();
  if (sniff(bytes) != Kind::pdf) return bytes;
  options.source_format = "pdf";
  return pdf_geometry(bytes);
}

std::optional<std::string> input_bytes(const std::string& name, Options& options) {
  std::optional<std::string> bytes = read_file(name);
  if (bytes) bytes = as_the_core_reads(std::move(*bytes), options);
  return bytes;
}

}  // namespace nianbao
