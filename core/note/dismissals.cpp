// The same names for findings as web/src/dismissals.ts gives them.
#include <nlohmann/json.hpp>

#include "base/unicode.h"
#include "note/note.h"

namespace nianbao {
namespace {

constexpr std::uint32_t excerpt = 400;

std::string hashed(std::u16string_view text) {
  std::uint32_t a = 0xdeadbeef, b = 0x41c6ce57;
  for (char16_t unit : text) {
    a = (a ^ unit) * 2654435761u;
    b = (b ^ unit) * 1597334677u;
  }
  a = ((a ^ (a >> 16)) * 2246822507u) ^ ((b ^ (b >> 13)) * 3266489909u);
  b = ((b ^ (b >> 16)) * 2246822507u) ^ ((a ^ (a >> 13)) * 3266489909u);
  std::uint64_t number = std::uint64_t{2097151u & b} << 32 | a;
  std::string out;
  do {
    out.insert(out.begin(), "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]);
    number /= 36;
  } while (number != 0);
  return out;
}

std::string finding_key(const Reading& reading, const Finding& finding) {
  using Json = nlohmann::ordered_json;
  Json cells = Json::array(), excerpts = Json::array();
  for (CellRef ref : finding.cells) cells.push_back(cell_id(*reading.report.form, ref));
  for (Range place : finding.places)
    excerpts.push_back(
        to_utf8(reading.document.view({place.begin, std::min(place.end, place.begin + excerpt)})));
  const Json all = Json::array({std::string(finding.rule), cells, to_utf8(finding.equation), excerpts});
  return hashed(from_utf8(all.dump(-1, ' ', false, Json::error_handler_t::replace)));
}

}  // namespace

std::vector<std::string> finding_keys(const Reading& reading, const std::vector<Finding>& findings) {
  std::map<std::string, int> seen;
  std::vector<std::string> out;
  for (const Finding& finding : findings) {
    std::string key = finding_key(reading, finding);
    if (const int times = seen[key]++; times > 0) key += std::to_string(times);
    out.push_back(std::move(key));
  }
  return out;
}

std::optional<Dismissals> parse_dismissals(std::string_view json) {
  const nlohmann::json file = nlohmann::json::parse(json, nullptr, false);
  const auto text = [](const nlohmann::json& object, const char* key) {
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

}  // namespace nianbao
