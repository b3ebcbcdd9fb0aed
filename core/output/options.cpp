// Options as JSON text, read without exceptions.
#include <nlohmann/json.hpp>

#include "base/unicode.h"
#include "output/digest.h"
#include "output/options.h"

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

bool read_disabled(const Json& value, Options& options) {
  if (!value.is_array()) return false;
  for (const Json& id : value) {
    if (!id.is_string()) return false;
    options.rules.push_back({id.get<std::string>(), std::nullopt});
  }
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

bool read_string(const Json& value, std::string& out) {
  if (!value.is_string()) return false;
  out = value.get<std::string>();
  return true;
}

bool read_bool(const Json& value, bool& out) {
  if (!value.is_boolean()) return false;
  out = value.get<bool>();
  return true;
}

bool is_offset(const Json& value) { return value.is_number_unsigned() && value.get<std::uint64_t>() <= 0xFFFFFFFFu; }

bool read_edit(const Json& value, Edit& edit) {
  if (!value.is_object() || value.size() != 2 || !value.contains("range") || !value.contains("text")) return false;
  const Json& range = value["range"];
  if (!range.is_array() || range.size() != 2 || !is_offset(range[0]) || !is_offset(range[1])) return false;
  if (!value["text"].is_string()) return false;
  edit = {{range[0].get<std::uint32_t>(), range[1].get<std::uint32_t>()},
          from_utf8(value["text"].get_ref<const std::string&>())};
  return true;
}

bool read_edits(const Json& value, Options& options) {
  if (!value.is_array()) return false;
  for (const Json& item : value)
    if (!read_edit(item, options.edits.emplace_back())) return false;
  return true;
}

bool read_together(const Json& value, Options& options) {
  if (!value.is_array()) return false;
  for (const Json& item : value) {
    auto unit = unit_from_digest(item);
    if (!unit) return false;
    options.together.push_back(*std::move(unit));
  }
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

bool read_dismissals(const Json& value, Options& options) {
  auto given = dismissals_from(value);
  if (!given) return false;
  options.dismissals = *std::move(given);
  return true;
}

bool read_key(std::string_view key, const Json& value, Options& options) {
  if (key == "name") return read_string(value, options.name);
  if (key == "encoding") return read_string(value, options.encoding);
  if (key == "sourceFormat") return read_string(value, options.source_format);
  if (key == "withText") return read_bool(value, options.with_text);
  if (key == "withLedger") return read_bool(value, options.with_ledger);
  if (key == "disable") return read_disabled(value, options);
  if (key == "severity") return read_severities(value, options);
  if (key == "edits") return read_edits(value, options);
  if (key == "withCures") return read_bool(value, options.with_cures);
  if (key == "withDigest") return read_bool(value, options.with_digest);
  if (key == "together") return read_together(value, options);
  if (key == "dismissals") return read_dismissals(value, options);
  if (key == "chosenParent") return read_bool(value, options.chosen_parent);
  if (key == "year") {
    if (!value.is_number_integer()) return false;
    options.year = value.get<int>();
    return options.year == 0 || (options.year >= 2008 && options.year <= 2100);
  }
  if (key == "sourceBytes") {
    if (!value.is_number_unsigned()) return false;
    options.source_bytes = value.get<std::size_t>();
    return true;
  }
  if (key == "today") {
    options.today = value.is_string() ? parse_date(value.get_ref<const std::string&>()) : std::nullopt;
    return options.today.has_value();
  }
  if (key == "language") {
    if (!value.is_string()) return false;
    const auto& name = value.get_ref<const std::string&>();
    options.language = name == "en" ? Language::english : Language::chinese;
    return name == "en" || name == "zh";
  }
  return false;
}

}  // namespace

std::optional<Dismissals> parse_dismissals(std::string_view json) {
  return dismissals_from(Json::parse(json.begin(), json.end(), nullptr, false));
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Date date{digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2))};
  if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1 || date.day > days_in_month(date.year, date.month))
    return std::nullopt;
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
  for (const auto& [key, value] : json.items())
    if (!read_key(key, value, out.options)) {
      out.error = "option \"" + key + "\" is unknown or has a wrong value";
      return out;
    }
  return out;
}

}  // namespace nianbao
