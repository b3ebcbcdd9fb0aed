// The boundary: a few functions, bytes and JSON text in, JSON text (or bytes) out. Plain data crosses, no
// handles.
#include <emscripten/bind.h>

#include "base/sha256.h"
#include "check.h"
#include "note/products.h"
#include "output/archive_json.h"
#include "output/csv.h"
#include "output/digest.h"
#include "output/summary_svg.h"
#include "output/xlsx.h"

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

emscripten::val copied(const std::string& bytes) {
  const auto* begin = reinterpret_cast<const unsigned char*>(bytes.data());
  return emscripten::val::global("Uint8Array")
      .new_(emscripten::val(emscripten::typed_memory_view(bytes.size(), begin)));
}

// A Uint8Array of its own, or a string: the problem.
emscripten::val unpack(const std::string& packed, const std::string& member, const std::string& language) {
  const nianbao::Unpacked unpacked = nianbao::unpack_member(packed, member, language_of(language));
  if (!unpacked.problem.empty()) return emscripten::val(unpacked.problem);
  return copied(unpacked.bytes);
}

// Request: {"kind", "sha256", …}, see note/products.h. A Uint8Array of its own, or a string: why there is none.
emscripten::val product(const std::string& bytes, const std::string& options_json,
                        const std::string& previous, const std::string& request_json) {
  const nianbao::ParsedOptions parsed = nianbao::parse_options(options_json);
  if (!parsed.error.empty()) return emscripten::val("options");
  const auto last_year = previous.empty() ? std::nullopt : std::optional<std::string_view>(previous);
  const auto request = nianbao::parse_request(request_json);
  if (!request) return emscripten::val("request");
  const nianbao::Product made = nianbao::make_product(*request, bytes, parsed.options, last_year);
  if (made.refusal.empty()) return copied(made.bytes);
  return emscripten::val(nianbao::refusal_text(made, parsed.options.language));
}

std::string digest(const std::string& bytes) { return nianbao::sha256(bytes); }

emscripten::val strip_bytes(const std::string& bytes) {
  const nianbao::Product made = nianbao::stripped(bytes);
  return made.refusal.empty() ? copied(made.bytes)
                              : emscripten::val(nianbao::refusal_text(made, nianbao::Language::chinese));
}

// A Uint8Array; null when `reports` are no such list.
emscripten::val write_xlsx(const std::string& reports) {
  const std::optional<std::string> file = nianbao::xlsx_from_json(reports);
  return file ? copied(*file) : emscripten::val::null();
}

std::string relations(const std::string& request) { return nianbao::relations_json(request); }

std::string summary(const std::string& counts, const std::string& language) {
  return nianbao::summary_svg_from_json(counts, language_of(language));
}

// Arguments as of check_bytes.
std::string csv_rows(const std::string& bytes, const std::string& options_json, const std::string& previous) {
  const nianbao::ParsedOptions parsed = nianbao::parse_options(options_json);
  if (!parsed.error.empty()) return "{\"error\":\"options\"}";
  const auto last_year = previous.empty() ? std::nullopt : std::optional<std::string_view>(previous);
  nianbao::CheckedReading all;
  nianbao::read_and_check(bytes, parsed.options, last_year, all);
  return nianbao::csv_rows_json(all, parsed.options);
}

std::string csv_heads(const std::string& language) { return nianbao::csv_heads_json(language_of(language)); }

}  // namespace

EMSCRIPTEN_BINDINGS(nianbao) {
  emscripten::function("check", &check_bytes);
  emscripten::function("describe", &nianbao::describe);
  emscripten::function("archive", &list_archive);
  emscripten::function("unpack", &unpack);
  emscripten::function("product", &product);
  emscripten::function("strip", &strip_bytes);
  emscripten::function("sha256", &digest);
  emscripten::function("relations", &relations);
  emscripten::function("csvRows", &csv_rows);
  emscripten::function("csvHeads", &csv_heads);
  emscripten::function("xlsx", &write_xlsx);
  emscripten::function("summary", &summary);
}
