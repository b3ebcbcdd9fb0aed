#include "output/to_sarif.h"

#include <nlohmann/json.hpp>

#include "base/unicode.h"
#include "output/describe.h"
#include "output/to_json.h"

namespace nianbao {
namespace {

using Json = nlohmann::ordered_json;

std::string_view level_name(Severity severity) {
  return severity == Severity::notice ? "note" : severity_name(severity);
}

Json bilingual(const Words& words, bool english) {
  return {{"text", to_utf8(english ? words.en : words.zh)}};
}

Json rule_json(const RegisteredRule& r, bool english) {
  return {{"id", r.id},
          {"shortDescription", bilingual(r.rule.title, english)},
          {"fullDescription", bilingual(r.rule.basis, english)},
          {"help", bilingual(r.rule.advice, english)},
          {"defaultConfiguration", {{"level", level_name(r.rule.severity)}}}};
}

std::size_t rule_index(std::string_view id) {
  const auto rules = all_rules();
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (rules[i].id == id) return i;
  return rules.size();
}

// Percent-encoding of a file name as a relative URI.
std::string uri(std::string_view name) {
  constexpr std::string_view plain = "-._~/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (char c : name) {
    if (plain.find(c) != std::string_view::npos) {
      out.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out.push_back('%');
    out.push_back(hex[byte >> 4]);
    out.push_back(hex[byte & 15]);
  }
  return out;
}

Json region(const LineIndex& lines, Range range) {
  return {{"startLine", lines.line(range.begin)},
          {"startColumn", lines.column(range.begin)},
          {"endLine", lines.line(range.end)},
          {"endColumn", lines.column(range.end)},
          {"charOffset", range.begin},
          {"charLength", range.size()}};
}

Json location(const LineIndex& lines, const Options& options, const Range* range) {
  Json physical{{"artifactLocation", {{"uri", uri(options.name)}}}};
  if (range != nullptr) physical["region"] = region(lines, *range);
  return {{"physicalLocation", std::move(physical)}};
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

void append(std::string& list, const std::string& items) {
  if (!list.empty() && !items.empty()) list.push_back(',');
  list += items;
}

void append(std::string& list, const Json& item) { append(list, dump(item)); }

}  // namespace

SarifPart sarif_part(const CheckedReading& all, const Options& options) {
  const Reading& reading = all.reading;
  const auto words = [&](const Text& text) {
    return to_utf8(options.language == Language::english ? text.en : text.zh);
  };
  const LineIndex lines(reading.document.text);
  SarifPart part;
  for (const Error& error : all_problems(reading))
    append(part.notifications, {{"level", "error"},
                                {"message", {{"text", words(problem_text(error))}}},
                                {"descriptor", {{"id", error_code_name(error.code)}}},
                                {"locations", Json::array({location(lines, options, nullptr)})}});
  if (!all.checked) return part;
  for (const Finding& f : all.checked->rules.findings) {
    Json locations = Json::array();
    for (const Range& place : f.places) locations.push_back(location(lines, options, &place));
    if (locations.empty()) locations.push_back(location(lines, options, nullptr));
    Json result{{"ruleId", f.rule},
                {"ruleIndex", rule_index(f.rule)},
                {"level", level_name(f.severity)},
                {"message", {{"text", words(f.message)}}},
                {"locations", std::move(locations)},
                {"partialFingerprints", {{"nianbao/v1", fingerprint(reading, f)}}}};
    if (f.dismissed)
      result["suppressions"] =
          Json::array({{{"kind", "external"}, {"justification", to_utf8(*f.dismissed)}}});
    append(part.results, result);
  }
  return part;
}

std::string sarif_log(const std::vector<SarifPart>& parts, Language language) {
  Json rules = Json::array();
  for (const RegisteredRule& rule : all_rules())
    rules.push_back(rule_json(rule, language == Language::english));
  const Json driver{
      {"name", "nianbao"}, {"version", version}, {"semanticVersion", version}, {"rules", std::move(rules)}};
  std::string results, notifications;
  for (const SarifPart& part : parts) {
    append(results, part.results);
    append(notifications, part.notifications);
  }
  return "{\"$schema\":\"https://json.schemastore.org/"
         "sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":" +
         dump(driver) +
         "},\"invocations\":[{\"executionSuccessful\":" + (notifications.empty() ? "true" : "false") +
         ",\"toolExecutionNotifications\":[" + notifications +
         "]}],\"columnKind\":\"utf16CodeUnits\",\"results\":[" + results + "]}]}";
}

std::string fingerprint(const Reading& reading, const Finding& finding) {
  std::string key(finding.rule);
  for (CellRef ref : finding.cells) key.append("|").append(cell_id(*reading.report.form, ref));
  if (finding.cells.empty() && !finding.places.empty())
    key.append("|").append(to_utf8(folded(reading.document.view(finding.places[0]))));
  std::uint64_t hash = 14695981039346656037u;  // FNV-1a
  for (char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out.push_back(hex[hash >> shift & 15]);
  return out;
}

}  // namespace nianbao
