// The promises about what is handed to others.
#include <map>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "base/unicode.h"
#include "output/csv.h"
#include "output/ledger_json.h"
#include "output/to_json.h"
#include "output/to_junit.h"
#include "output/to_sarif.h"
#include "output/to_text.h"
#include "support/promises.h"

namespace nianbao::testing {
namespace {

using Json = nlohmann::json;

Json parsed(std::string_view text) { return Json::parse(text.begin(), text.end(), nullptr, false); }

bool one_of(const Json& value, std::initializer_list<std::string_view> names) {
  if (!value.is_string()) return false;
  for (std::string_view name : names)
    if (value.get_ref<const std::string&>() == name) return true;
  return false;
}

bool is_range(const Json& value, std::uint64_t size) {
  return value.is_array() && value.size() == 2 && value[0].is_number_unsigned() &&
         value[1].is_number_unsigned() && value[0].get<std::uint64_t>() <= value[1].get<std::uint64_t>() &&
         value[1].get<std::uint64_t>() <= size;
}

// RFC 4180: every row has as many fields; none is a formula to a spreadsheet.
std::string broken_in_csv(std::string_view csv, std::size_t columns) {
  std::size_t i = 0;
  while (i < csv.size()) {
    std::size_t fields = 0;
    for (bool more = true; more; ++fields) {
      std::string field;
      if (i < csv.size() && csv[i] == '"') {
        for (++i; i < csv.size(); ++i) {
          if (csv[i] == '"' && (i + 1 >= csv.size() || csv[i + 1] != '"')) break;
          if (csv[i] == '"') ++i;
          field.push_back(csv[i]);
        }
        if (i++ >= csv.size()) return "CSV: a quotation does not end";
      } else {
        while (i < csv.size() && csv[i] != ',' && csv[i] != '\r' && csv[i] != '\n') {
          if (csv[i] == '"') return "CSV: a quote inside a bare field";
          field.push_back(csv[i++]);
        }
      }
      if (!field.empty() && std::string_view("=+@\t\r").find(field[0]) != std::string_view::npos)
        return "CSV: a formula";
      if (field.size() > 1 && field[0] == '-' &&
          field.find_first_not_of("0123456789.", 1) != std::string::npos)
        return "CSV: a formula";
      more = i < csv.size() && csv[i] == ',';
      if (more) ++i;
    }
    if (csv.substr(i, 2) != "\r\n") return "CSV: a row's end";
    i += 2;
    if (fields != columns) return "CSV: " + std::to_string(fields) + " columns";
  }
  return {};
}

std::string broken_in_finding(const Json& finding, std::uint64_t size) {
  if (!finding["rule"].is_string() || find_rule(finding["rule"].get_ref<const std::string&>()) == nullptr)
    return "JSON: no such rule";
  if (!one_of(finding["severity"], {"error", "warning", "notice"})) return "JSON: a severity";
  for (const char* key : {"message", "advice", "basis"})
    if (!finding[key].is_string() || finding[key].get_ref<const std::string&>().empty())
      return "JSON: a finding without words";
  for (const Json& place : finding["places"])
    if (!is_range(place["range"], size) || place["line"].get<int>() < 1 || place["column"].get<int>() < 1)
      return "JSON: a place";
  for (const Json& cell : finding["cells"])
    if (!cell.is_string() || cell.get_ref<const std::string&>().empty()) return "JSON: a cell of a finding";
  return {};
}

std::string broken_in_answer(const Json& json) {
  const bool unreadable = json["outcome"] == "unreadable";
  if (!one_of(json["outcome"], {"checked", "partial", "unreadable"})) return "JSON: outcome";
  if (json["problems"].empty() != (json["outcome"] == "checked"))
    return "JSON: outcome and problems disagree";
  for (const Json& problem : json["problems"])
    if (!problem["message"].is_string() || problem["message"].get_ref<const std::string&>().empty())
      return "JSON: a problem without words";
  if (json["report"].is_null() != unreadable) return "JSON: outcome and report disagree";
  if (unreadable && !(json["findings"].empty() && json["passed"].empty()))
    return "JSON: findings on an unreadable file";
  const std::uint64_t size =
      json.contains("text") ? from_utf8(json["text"].get_ref<const std::string&>()).size() : 0xFFFFFFFFu;
  std::map<std::string, int> counts{{"error", 0}, {"warning", 0}, {"notice", 0}};
  for (const Json& finding : json["findings"]) {
    if (std::string fault = broken_in_finding(finding, size); !fault.empty()) return fault;
    ++counts[finding["severity"].get<std::string>()];
  }
  const Json& summary = json["summary"];
  if (summary["errors"] != counts["error"] || summary["warnings"] != counts["warning"] ||
      summary["notices"] != counts["notice"])
    return "JSON: summary and findings disagree";
  if (!unreadable)
    for (const auto& [id, cell] : json["report"]["cells"].items()) {
      if (cell["value"].is_null() == (cell["state"] == "number")) return "JSON: value and state of " + id;
      if (!is_range(cell["range"], size)) return "JSON: range of " + id;
    }
  return {};
}

}  // namespace

std::string broken_in_json(std::string_view text) {
  Json json = parsed(text);
  if (!json.is_object()) return "JSON: does not parse";
  for (const char* key : {"schema", "tool", "source", "outcome", "problems", "report", "findings", "passed",
                          "skipped", "summary"})
    if (!json.contains(key)) return std::string("JSON: no ") + key;
  return broken_in_answer(json);
}

std::string broken_in_outputs(const CheckedReading& all, const Options& options) {
  if (std::string fault = broken_in_csv(findings_csv(all, options), 15); !fault.empty()) return fault;
  if (std::string fault = broken_in_csv(cells_csv(all.reading, options), 5 + cell_column_ids().size());
      !fault.empty())
    return fault;
  if (!parsed(sarif_log({sarif_part(all, options)}, options.language)).is_object())
    return "SARIF: does not parse";
  pugi::xml_document xml;
  const std::string junit = junit_begin() + junit_suite(all, options) + junit_end();
  if (!xml.load_buffer(junit.data(), junit.size(), pugi::parse_full)) return "JUnit: does not parse";
  if (junit.find("\xEF\xBF\xBE") != std::string::npos || junit.find("\xEF\xBF\xBF") != std::string::npos)
    return "JUnit: not XML characters";
  const std::string shown = to_text(all, options);
  if (to_utf8(from_utf8(shown)) != shown) return "text: not UTF-8";
  for (char c : shown)
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') return "text: a control character";
  return {};
}

}  // namespace nianbao::testing
