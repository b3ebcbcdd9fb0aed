// The same names for findings as web/src/dismissals.ts gives them.
#include "rules/dismissals.h"

#include <nlohmann/json.hpp>

#include "base/unicode.h"

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

std::string base_key(const Report& report, const Finding& finding) {
  using Json = nlohmann::ordered_json;
  Json cells = Json::array(), excerpts = Json::array();
  for (CellRef ref : finding.cells) cells.push_back(cell_id(*report.form, ref));
  for (Range place : finding.places)
    excerpts.push_back(
        to_utf8(report.document->view({place.begin, std::min(place.end, place.begin + excerpt)})));
  const Json all = Json::array({std::string(finding.rule), cells, to_utf8(finding.equation), excerpts});
  return hashed(from_utf8(all.dump(-1, ' ', false, Json::error_handler_t::replace)));
}

}  // namespace

void set_aside(const Report& report, const Dismissals& dismissals, std::vector<Finding>& findings) {
  std::map<std::string, int> seen;
  int number = 0;
  for (Finding& finding : findings) {
    finding.key = base_key(report, finding);
    if (const int times = seen[finding.key]++; times > 0) finding.key += std::to_string(times);
    if (const auto reason = dismissals.find(finding.key); reason != dismissals.end())
      finding.dismissed = reason->second;
    else finding.number = ++number;
  }
}

}  // namespace nianbao
