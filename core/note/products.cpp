#include "note/products.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "annotate/annotate.h"
#include "base/sha256.h"
#include "base/unicode.h"
#include "note/note.h"
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

constexpr std::string_view kinds[] = {"annotated",   "note.html",   "note.docx", "tables.html",
                                      "tables.docx", "tables.json", "tables.csv"};

}  // namespace

ProductRequest parse_request(std::string_view json) {
  const nlohmann::json given = nlohmann::json::parse(json, nullptr, false);
  const auto text = [&](const char* key) {
    const auto found = given.is_object() ? given.find(key) : given.end();
    return found != given.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  return {text("kind"), text("sha256"), text("previousSha256"), text("dismissals")};
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
  if (request.kind == "annotated") {
    Copy copy = annotated_copy(bytes, options, previous);
    return {std::move(copy.bytes), std::move(copy.refusal)};
  }
  Reading reading, last_year;
  read_report(bytes, options, reading);
  if (request.kind.substr(0, 7) == "tables.") return tables(request.kind, reading);
  Dismissals dismissals;
  if (!request.dismissals.empty()) {
    auto given = parse_dismissals(request.dismissals);
    if (!given)
      return {{},
              say(u"忽略清单不是页面上存下的文件。",
                  u"The list of dismissed findings is no file saved by the page.")};
    dismissals = std::move(*given);
  }
  if (previous) read_report(*previous, Options{}, last_year);
  std::optional<Checked> checked;
  if (reading.found) checked = check_report(reading, previous ? &last_year : nullptr, options);
  FileFacts facts{request.sha256, options.source_bytes != 0 ? options.source_bytes : bytes.size(),
                  request.previous_sha256};
  if (facts.sha256.empty()) facts.sha256 = sha256(bytes);
  if (previous && facts.previous_sha256.empty()) facts.previous_sha256 = sha256(*previous);
  return as_file(check_note(reading, checked ? &*checked : nullptr, options, facts, dismissals),
                 request.kind);
}

}  // namespace nianbao
