// The small module: all that the page's first load asks for.
#include "base/limits.h"
#include "beyond.h"
#include "boundary.h"
#include "check.h"

namespace {

using namespace nianbao;

// As the large module's, or {"error":"beyond"}: to be asked of that one.
std::string check_bytes(const std::string& bytes, const std::string& options_json,
                        const std::string& previous) {
  const ParsedOptions parsed = parse_options(options_json);
  if (!parsed.error.empty()) return "{\"error\":\"options\"}";
  beyond() = bytes.size() > limits::input_bytes;
  std::string out = beyond() ? std::string() : check(bytes, parsed.options, last_year_of(previous));
  return beyond() ? "{\"error\":\"beyond\"}" : out;
}

}  // namespace

EMSCRIPTEN_BINDINGS(checker) {
  emscripten::function("check", &check_bytes);
  emscripten::function("describe", &nianbao::describe);
}
