// Many reports: archives, what the reports have to do with each other, tables and the picture.
#include "boundary.h"
#include "output/archive_json.h"
#include "output/csv.h"
#include "output/digest.h"
#include "output/options.h"
#include "output/summary_svg.h"

namespace {

using namespace nianbao;

std::string list_archive(const std::string& bytes, const std::string& language) {
  return archive_json(bytes, language_of(language));
}

// A Uint8Array of its own, or a string: the problem.
emscripten::val unpack(const std::string& packed, const std::string& member, const std::string& language) {
  const Unpacked unpacked = unpack_member(packed, member, language_of(language));
  if (!unpacked.problem.empty()) return emscripten::val(unpacked.problem);
  return copied(unpacked.bytes);
}

std::string relations(const std::string& request) { return relations_json(request); }

std::string summary(const std::string& counts, const std::string& language) {
  return summary_svg_from_json(counts, language_of(language));
}

// Arguments as of check.
std::string csv_rows(const std::string& bytes, const std::string& options_json, const std::string& previous) {
  const ParsedOptions parsed = parse_options(options_json);
  if (!parsed.error.empty()) return "{\"error\":\"options\"}";
  CheckedReading all;
  read_and_check(bytes, parsed.options, last_year_of(previous), all);
  return csv_rows_json(all, parsed.options);
}

std::string csv_heads(const std::string& language) { return csv_heads_json(language_of(language)); }

}  // namespace

EMSCRIPTEN_BINDINGS(many) {
  emscripten::function("archive", &list_archive);
  emscripten::function("unpack", &unpack);
  emscripten::function("relations", &relations);
  emscripten::function("csvRows", &csv_rows);
  emscripten::function("csvHeads", &csv_heads);
  emscripten::function("summary", &summary);
}
