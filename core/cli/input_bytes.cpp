#include "cli/input_bytes.h"

#include "cli/files.h"
#include "cli/pdf_front_end.h"
#include "cli/scan_front_end.h"
#include "input/reader.h"

namespace nianbao {

std::string as_the_core_reads(std::string bytes, ReadingOptions& options) {
  options.source_bytes = bytes.size();
  const Kind kind = sniff(bytes);
  if (kind == Kind::image) return picture_geometry(bytes);
  if (kind == Kind::ofd) {
    std::string geometry = ofd_pictures_read(bytes);
    if (geometry.empty()) return bytes;
    options.source_format = "ofd";
    return geometry;
  }
  if (kind != Kind::pdf) return bytes;
  options.source_format = "pdf";
  return with_pictures_read(pdf_geometry(bytes), bytes);
}

std::optional<std::string> input_bytes(const std::string& name, ReadingOptions& options) {
  std::optional<std::string> bytes = read_file(name);
  if (bytes) bytes = as_the_core_reads(std::move(*bytes), options);
  return bytes;
}

std::string read_dismissals(Arguments& args) {
  if (args.dismissals.empty()) return {};
  const auto file = read_file(args.dismissals);
  if (!file) return "打不开忽略清单 " + args.dismissals;
  auto given = parse_dismissals(*file);
  if (!given) return args.dismissals + " 不是页面上存下的忽略清单";
  args.options.dismissals = *std::move(given);
  return {};
}

}  // namespace nianbao
