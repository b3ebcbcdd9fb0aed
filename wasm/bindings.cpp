// The boundary: a few functions, bytes and JSON text in, JSON text (or bytes) out. Plain data crosses, no
// handles.
#include <emscripten/bind.h>

#include "check.h"
#include "output/archive_json.h"

namespace {

nianbao::Language language_of(const std::string& name) {
  return name == "en" ? nianbao::Language::english : nianbao::Language::chinese;
}

// `previous` is empty when there is no report of last year.
std::string check_bytes(const std::string& bytes, const std::string& options_json,
                        const std::string& previous) {
  const nianbao::ParsedOptions parsed = nianbao::parse_options(options_json);
  if (!parsed.error.empty()) return "{\"error\":\"options\"}";
  const auto last_year = previous.empty() ? std::nullopt : std::optional<std::string_view>(previous);
  return nianbao::check(bytes, parsed.options, last_year);
}

std::string list_archive(const std::string& bytes, const std::string& language) {
  return nianbao::archive_json(bytes, language_of(language));
}

// A Uint8Array of its own, or a string: the problem.
emscripten::val unpack(const std::string& packed, const std::string& member, const std::string& language) {
  const nianbao::Unpacked unpacked = nianbao::unpack_member(packed, member, language_of(language));
  if (!unpacked.problem.empty()) return emscripten::val(unpacked.problem);
  const emscripten::val view(emscripten::typed_memory_view(
      unpacked.bytes.size(), reinterpret_cast<const unsigned char*>(unpacked.bytes.data())));
  return emscripten::val::global("Uint8Array").new_(view);
}

}  // namespace

EMSCRIPTEN_BINDINGS(nianbao) {
  emscripten::function("check", &check_bytes);
  emscripten::function("describe", &nianbao::describe);
  emscripten::function("archive", &list_archive);
  emscripten::function("unpack", &unpack);
}
