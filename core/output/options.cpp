// Options as JSON text, read without exceptions.
#include "output/options.h"

#include <nlohmann/json.hpp>

#include "base/nearest.h"
#include "base/unicode.h"
#include "output/digest.h"

namespace nianbao {
namespace {

using Json = nlohmann::json;

std::optional<Severity> severity_from(std::string_view name) {
  if (name == "error") return Severity::error;
  if (name == "warning") return Severity::warning;
  if (name == "notice") return Severity::notice;
  return std::nullopt;
}

int digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// read() puts a value where it is kept; false when it is none of that kind.

bool read(const Json& value, std::string& out) {
  if (!value.is_string()) return false;
  out = value.get<std::string>();
  return true;
}

bool read(const Json& value, bool& out) {
  if (!value.is_boolean()) return false;
  out = value.get<bool>();
  return true;
}

bool read(const Json& value, std::size_t& out) {
  if (!value.is_number_unsigned()) return false;
  out = value.get<std::size_t>();
  return true;
}

bool read(const Json& value, std::optional<Date>& out) {
  out = value.is_string() ? parse_date(value.get_ref<const std::string&>()) : std::nullopt;
  return out.has_value();
}

bool read(const Json& value, Language& out) {
  if (!value.is_string()) return false;
  const auto& name = value.get_ref<const std::string&>();
  out = name == "en" ? Language::english : Language::chinese;
  return name == "en" || name == "zh";
}

bool is_offset(const Json& value) {
  return value.is_number_unsigned() && value.get<std::uint64_t>() <= 0xFFFFFFFFu;
}

bool read(const Json& value, Edit& edit) {
  if (!value.is_object() || value.size() != 2) return false;
  const auto range = value.find("range"), text = value.find("text");
  if (range == value.end() || text == value.end() || !range->is_array() || !text->is_string()) return false;
  if (range->size() != 2 || !is_offset((*range)[0]) || !is_offset((*range)[1])) return false;
  edit = {{(*range)[0].get<std::uint32_t>(), (*range)[1].get<std::uint32_t>()},
          from_utf8(text->get_ref<const std::string&>())};
  return true;
}

bool read(const Json& value, Unit& out) {
  auto unit = unit_from_digest(value);
  if (!unit) return false;
  out = *std::move(unit);
  return true;
}

template <typename Item>
bool read(const Json& value, std::vector<Item>& out) {
  if (!value.is_array()) return false;
  for (const Json& item : value)
    if (!read(item, out.emplace_back())) return false;
  return true;
}

std::optional<Dismissals> dismissals_from(const Json& file) {
  const auto text = [](const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  if (!file.is_object() || text(file, "schema") != "nianbao-dismissals-1") return std::nullopt;
  const auto entries = file.find("dismissals");
  if (entries == file.end() || !entries->is_object()) return std::nullopt;
  Dismissals out;
  for (const auto& entry : entries->items())
    if (entry.value().is_object()) out[entry.key()] = from_utf8(text(entry.value(), "reason"));
  return out;
}

bool read(const Json& value, Dismissals& out) {
  auto given = dismissals_from(value);
  if (!given) return false;
  out = *std::move(given);
  return true;
}

template <auto member>
bool keep(const Json& value, Options& options) {
  return read(value, options.*member);
}

bool read_year(const Json& value, Options& options) {
  if (!value.is_number_integer()) return false;
  options.year = value.get<int>();
  return options.year == 0 || (options.year >= 2008 && options.year <= 2100);
}

bool read_disabled(const Json& value, Options& options) {
  std::vector<std::string> ids;
  if (!read(value, ids)) return false;
  for (std::string& id : ids) options.rules.push_back({std::move(id), std::nullopt});
  return true;
}

bool read_severities(const Json& value, Options& options) {
  if (!value.is_object()) return false;
  for (const auto& [id, name] : value.items()) {
    const auto severity = name.is_string() ? severity_from(name.get_ref<const std::string&>()) : std::nullopt;
    if (!severity) return false;
    options.rules.push_back({id, severity});
  }
  return true;
}

struct OptionKind {
  std::string_view name;
  bool (*read)(const Json& value, Options& options);
};

constexpr OptionKind kinds[] = {
    {"name", keep<&Options::name>},
    {"encoding", keep<&Options::encoding>},
    {"year", read_year},
    {"today", keep<&Options::today>},
    {"language", keep<&Options::language>},
    {"withText", keep<&Options::with_text>},
    {"withLedger", keep<&Options::with_ledger>},
    {"withCures", keep<&Options::with_cures>},
    {"withDigest", keep<&Options::with_digest>},
    {"disable", read_disabled},
    {"severity", read_severities},
    {"sourceFormat", keep<&Options::source_format>},
    {"sourceBytes", keep<&Options::source_bytes>},
    {"edits", keep<&Options::edits>},
    {"together", keep<&Options::together>},
    {"chosenParent", keep<&Options::chosen_parent>},
    {"dismissals", keep<&Options::dismissals>},
};

// What is wrong with the option, in words; empty when it was read.
std::string read_option(const std::string& name, const Json& value, Options& options) {
  std::vector<std::string_view> known;
  for (const OptionKind& kind : kinds) {
    if (kind.name == name)
      return kind.read(value, options) ? std::string() : "option \"" + name + "\" has a wrong value";
    known.push_back(kind.name);
  }
  const std::string_view meant = nearest(name, known);
  std::string unknown = "option \"" + name + "\" is unknown";
  return meant.empty() ? unknown : unknown.append("; the nearest is \"").append(meant).append("\"");
}

}  // namespace

std::optional<Dismissals> parse_dismissals(std::string_view json) {
  return dismissals_from(Json::parse(json.begin(), json.end(), nullptr, false));
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Date date{digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2))};
  const bool month = date.year >= 1 && date.month >= 1 && date.month <= 12;
  if (!month || date.day < 1 || date.day > days_in_month(date.year, date.month)) return std::nullopt;
  return date;
}

ParsedOptions parse_options(std::string_view text) {
  ParsedOptions out;
  if (text.empty()) return out;
  const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
  if (!json.is_object()) {
    out.error = "options are not a JSON object";
    return out;
  }
  for (const auto& [name, value] : json.items())
    if (out.error = read_option(name, value, out.options); !out.error.empty()) break;
  return out;
}

}  // namespace nianbao
