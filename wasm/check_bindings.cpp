// One report checked.
#include "boundary.h"
#include "check.h"

namespace {

using namespace nianbao;

std::string check_bytes(const std::string& bytes, const std::string& options_json,
                        const std::string& previous) {
  const ParsedOptions parsed = parse_options(options_json);
  if (!parsed.error.empty()) return "{\"error\":\"options\"}";
  return check(bytes, parsed.options, last_year_of(previous));
}

}  // namespace

EMSCRIPTEN_BINDINGS(check) {
  emscripten::function("check", &check_bytes);
  emscripten::function("describe", &nianbao::describe);
}
