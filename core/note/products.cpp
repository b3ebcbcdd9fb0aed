#include "note/products.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "annotate/annotate.h"
#include "base/sha256.h"
#include "base/unicode.h"
#include "note/note.h"
#include "output/options.h"
#include "output/to_json.h"
#include "sheet/form_tables.h"

namespace nianbao {
namespace {

Product as_file(const Sheet& sheet, std::string_view kind) {
  const bool docx = kind.size() > 5 && kind.substr(kind.size() - 5) == ".docx";
  return {docx ? sheet_docx(sheet) : sheet_html(sheet), {}};
}

Product tables(std::string_view kind, const Reading& reading) {
  if (!reading.found) return {{}, problem_text(all_problems(reading).front())};
  if (kind == "tables.json") return {cells_json(reading), {}};
  if (kind == "tables.csv") return {cells_list_csv(reading), {}};
  return as_file(form_tables(reading), kind);
}

CorrectionRequest correction_of(const ProductRequest& request) {
  CorrectionRequest out = request.correct;
  out.sha256 = request.sha256;
  return out;
}

Product corrected(const ProductRequest& request, std::string_view bytes, const Options& options,
                  std::optional<std::string_view> previous) {
  const CorrectionRequest correct = correction_of(request);
  Corrected made = request.kind == "corrected" ? corrected_copy(bytes, options, previous, correct)
                                               : list_of_cures(bytes, options, previous, correct);
  return {std::move(made.bytes), std::move(made.refusal)};
}

Product annotated(const ProductRequest& request, std::string_view bytes, const Options& options,
                  std::optional<std::string_view> previous) {
  const CorrectionRequest correct = correction_of(request);
  Copy made = request.kind == "annotated" ? annotated_and_corrected(bytes, options, previous, correct)
                                          : remarks_on_pages(bytes, options, previous, correct);
  return {std::move(made.bytes), std::move(made.refusal)};
}

bool read_text(const nlohmann::json& value, std::string& out) {
  if (value.is_string()) out = value.get<std::string>();
  return value.is_string();
}

bool read_names(const nlohmann::json& value, std::vector<std::string>& out) {
  for (const auto& name : value)
    if (!read_text(name, out.emplace_back())) return false;
  return value.is_array();
}

bool read_field(std::string_view key, const nlohmann::json& value, ProductRequest& out) {
  CorrectionRequest& correct = out.correct;
  if (key == "kind") return read_text(value, out.kind);
  if (key == "sha256") return read_text(value, out.sha256);
  if (key == "previousSha256") return read_text(value, out.previous_sha256);
  if (key == "corrections") return read_text(value, correct.corrections);
  if (key == "accept") return read_names(value, correct.choice.accepted);
  if (key == "date")
    return value.is_string() && (correct.options.date = parse_date(value.get<std::string>()));
  if (key != "certain" && key != "plain") return false;
  if (value.is_boolean())
    (key == "plain" ? correct.options.plain : correct.choice.certain) = value.get<bool>();
  return value.is_boolean();
}

constexpr std::string_view kinds[] = {"corrected",   "corrections.json", "annotated", "remarks.json",
                                      "copies.json", "note.html",        "note.docx", "tables.html",
                                      "tables.docx", "tables.json",      "tables.csv"};

}  // namespace

std::optional<ProductRequest> parse_request(std::string_view json) {
  const nlohmann::json given = nlohmann::json::parse(json, nullptr, false);
  if (!given.is_object()) return std::nullopt;
  ProductRequest out;
  for (const auto& [key, value] : given.items())
    if (!read_field(key, value, out)) return std::nullopt;
  return out;
}

Product stripped(std::string_view bytes) {
  Copy copy = strip(bytes);
  return {std::move(copy.bytes), std::move(copy.refusal)};
}

std::string refusal_text(const Product& product, Language language) {
  return to_utf8(language == Language::english ? product.refusal.en : product.refusal.zh);
}

Product make_product(const ProductRequest& request, std::string_view bytes, const Options& options,
                     std::optional<std::string_view> previous) {
  if (std::find(std::begin(kinds), std::end(kinds), request.kind) == std::end(kinds))
    return {{},
            say(u"没有“{0}”这种产物。", u"There is no product \"{0}\".", {Text(from_utf8(request.kind))})};
  if (request.kind == "corrected" || request.kind == "corrections.json")
    return corrected(request, bytes, options, previous);
  if (request.kind == "annotated" || request.kind == "remarks.json")
    return annotated(request, bytes, options, previous);
  if (request.kind == "copies.json") return {copies_json(bytes, options), {}};
  CheckedReading all;
  read_and_check(bytes, options, previous, all);
  if (request.kind.substr(0, 7) == "tables.") return tables(request.kind, all.reading);
  FileFacts facts{request.sha256, options.source_bytes != 0 ? options.source_bytes : bytes.size(),
                  request.previous_sha256};
  if (facts.sha256.empty()) facts.sha256 = sha256(bytes);
  if (previous && facts.previous_sha256.empty()) facts.previous_sha256 = sha256(*previous);
  return as_file(check_note(all, options, facts), request.kind);
}

}  // namespace nianbao
