// The boundary: two functions, bytes and JSON text in, JSON text out. Plain data crosses, no handles.
#include <emscripten/bind.h>

#include "check.h"

namespace {

// `previous` is empty when there is no report of last year.
std::string check_bytes(const std::string& bytes, const std::string& options_json, const std::string& previous) {
  const nianbao::ParsedOptions parsed = nianbao::parse_options(options_json);
  if (!parsed.error.empty()) return "{\"error\":\"options\"}";
  const auto last_year = previous.empty() ? std::nullopt : std::optional<std::string_view>(previous);
  return nianbao::check(bytes, parsed.options, last_year);
}

}  // namespace

EMSCRIPTEN_BINDINGS(nianbao) {
  emscripten::function("check", &check_bytes);
  emscripten::function("describe", &nianbao::describe);
}
