#include "output/digest.h"

#include <algorithm>

#include "base/unicode.h"
#include "output/to_json.h"
#include "rules/relations.h"

namespace nianbao {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t digits_of_bin = 8;

std::string hexadecimal(const Unit& unit) {
  std::string out;
  for (std::uint32_t bin : unit.sketch)
    for (int shift = 28; shift >= 0; shift -= 4) out += "0123456789abcdef"[bin >> shift & 15];
  return out;
}

bool read_sketch(std::string_view text, Unit& unit) {
  if (text.size() != unit.sketch.size() * digits_of_bin) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t digit = std::string_view("0123456789abcdef").find(text[i]);
    if (digit == std::string_view::npos) return false;
    std::uint32_t& bin = unit.sketch[i / digits_of_bin];
    bin = bin << 4 | static_cast<std::uint32_t>(digit);
  }
  return true;
}

bool read_totals(const nlohmann::json& json, Unit& unit) {
  if (!json.is_array() || json.size() != unit.totals.size()) return false;
  for (std::size_t i = 0; i < json.size(); ++i)
    if (json[i].is_number_integer()) unit.totals[i] = json[i].get<std::int64_t>();
  return true;
}

std::string words(const Text& text, bool english) {
  return to_utf8(english && !text.en.empty() ? text.en : text.zh);
}

Json finding_json(std::string_view id, const GroupFinding& finding, const Unit& own, bool english) {
  const Rule& rule = find_rule(id)->rule;
  Json cells = Json::array();
  for (CellRef ref : finding.cells)
    cells.push_back(cell_id(own.form == 2019 ? form_2019() : form_2021(), ref));
  return {{"rule", id},
          {"severity", severity_name(finding.severity)},
          {"title", words(Text(rule.title), english)},
          {"message", words(finding.message, english)},
          {"advice", words(Text(rule.advice), english)},
          {"basis", words(Text(rule.basis), english)},
          {"cells", std::move(cells)}};
}

// The reports as the caller numbers them, and as the company does.
struct Numbered {
  Company company;
  std::vector<std::size_t> callers;  // by unit
  std::vector<Unit> left_out;        // by unit: the report itself where it stands with no others
  Json index(const Unit* unit) const {
    return callers[static_cast<std::size_t>(unit - company.units().data())];
  }
};

Json relations_of(const Numbered& all, std::size_t i, bool english) {
  const Together together = all.company.together(i);
  const Unit& own = all.left_out[i].agency.empty() ? *together.own : all.left_out[i];
  Json related = Json::array(), findings = Json::array(), previous;
  if (const auto before = all.company.year_before(own.agency, own.year)) previous = all.callers[*before];
  const GroupResult sum = roll_up(together), copies = likeness(together);
  std::vector<const Unit*> others;
  if (!sum.skipped || together.chosen) {
    others = together.children;
    others.insert(others.end(), together.missing.begin(), together.missing.end());
  }
  for (const AlikeUnit& alike : together.alike)
    if (std::find(others.begin(), others.end(), alike.unit) == others.end()) others.push_back(alike.unit);
  for (const Unit* unit : others) related.push_back(all.index(unit));
  if (sum.finding) findings.push_back(finding_json("rollup/applications", *sum.finding, own, english));
  if (copies.finding)
    findings.push_back(finding_json("rollup/duplicate-units", *copies.finding, own, english));
  return {
      {"previous", std::move(previous)}, {"related", std::move(related)}, {"findings", std::move(findings)}};
}

}  // namespace

nlohmann::ordered_json digest_json(const Unit& unit) {
  Json totals = Json::array();
  for (const auto& total : unit.totals) totals.push_back(total ? Json(*total) : Json());
  return {{"name", unit.name},
          {"agency", to_utf8(unit.agency)},
          {"year", unit.year},
          {"form", unit.form},
          {"coversAll", unit.covers_all},
          {"totals", std::move(totals)},
          {"comparable", unit.comparable},
          {"sketch", hexadecimal(unit)}};
}

std::optional<Unit> unit_from_digest(const nlohmann::json& json) {
  if (!json.is_object()) return std::nullopt;
  const auto text = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  const auto number = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_number_integer() ? found->get<int>() : 0;
  };
  const auto flag = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_boolean() && found->get<bool>();
  };
  Unit unit;
  unit.name = text("name");
  unit.agency = from_utf8(text("agency"));
  unit.year = number("year");
  unit.form = number("form");
  unit.covers_all = flag("coversAll");
  unit.comparable = flag("comparable");
  if (!json.contains("totals") || !read_totals(json["totals"], unit) || !read_sketch(text("sketch"), unit))
    return std::nullopt;
  return unit;
}

std::string relations_json(std::string_view request) {
  const nlohmann::json json = nlohmann::json::parse(request.begin(), request.end(), nullptr, false);
  if (!json.is_object() || !json.contains("reports") || !json["reports"].is_array()) return {};
  const auto parent = json.find("parent");
  const auto left_out = json.find("leftOut");
  const auto is_left_out = [&](std::size_t i) {
    return left_out != json.end() && left_out->is_array() && i < left_out->size() && (*left_out)[i] == true;
  };
  const bool english = json.contains("language") && json["language"] == "en";
  Numbered all;
  const nlohmann::json& reports = json["reports"];
  for (std::size_t i = 0; i < reports.size(); ++i) {
    auto unit = unit_from_digest(reports[i]);
    if (!unit) continue;
    if (parent != json.end() && parent->is_number_unsigned() && parent->get<std::size_t>() == i)
      all.company.choose_parent(all.callers.size());
    all.left_out.push_back(is_left_out(i) ? *unit : Unit());
    all.company.add(is_left_out(i) ? Unit() : *std::move(unit));
    all.callers.push_back(i);
  }
  all.company.close();
  Json out = Json::array();
  for (std::size_t unit = 0; unit < all.callers.size(); ++unit) {
    while (out.size() < all.callers[unit]) out.push_back(nullptr);
    out.push_back(relations_of(all, unit, english));
  }
  while (out.size() < reports.size()) out.push_back(nullptr);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace nianbao
