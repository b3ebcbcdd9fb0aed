// What a person takes away of one report.
#include "base/sha256.h"
#include "boundary.h"
#include "note/products.h"
#include "output/options.h"

namespace {

using namespace nianbao;

// Request: {"kind", "sha256", …}, see note/products.h. A Uint8Array of its own, or a string: why there is
// none.
emscripten::val product(const std::string& bytes, const std::string& options_json,
                        const std::string& previous, const std::string& request_json) {
  const ParsedOptions parsed = parse_options(options_json);
  if (!parsed.error.empty()) return emscripten::val("options");
  const auto request = parse_request(request_json);
  if (!request) return emscripten::val("request");
  const Product made = make_product(*request, bytes, parsed.options, last_year_of(previous));
  if (made.refusal.empty()) return copied(made.bytes);
  return emscripten::val(refusal_text(made, parsed.options.language));
}

emscripten::val strip_bytes(const std::string& bytes) {
  const Product made = stripped(bytes);
  return made.refusal.empty() ? copied(made.bytes) : emscripten::val(refusal_text(made, Language::chinese));
}

std::string digest(const std::string& bytes) { return sha256(bytes); }

}  // namespace

EMSCRIPTEN_BINDINGS(product) {
  emscripten::function("product", &product);
  emscripten::function("strip", &strip_bytes);
  emscripten::function("sha256", &digest);
}
