#include "fix/correction.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/unicode.h"
#include "output/json_parts.h"

namespace nianbao {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view schema = "nianbao-corrections-1";

std::u16string in(const Text& text, Language language) {
  return language == Language::english ? text.en : text.zh;
}

Json json_of(const Correction& c) {
  return {{"range", json_range(c.range)},
          {"old", to_utf8(c.old_text)},
          {"new", to_utf8(c.new_text)},
          {"why", to_utf8(c.why)},
          {"rule", c.rule}};
}

std::optional<std::string> text_of(const Json& object, const char* key, bool needed) {
  const auto found = object.find(key);
  if (found == object.end()) return needed ? std::nullopt : std::optional<std::string>(std::string());
  return found->is_string() ? std::optional<std::string>(found->get<std::string>()) : std::nullopt;
}

std::optional<Correction> correction_from(const Json& value) {
  if (!value.is_object() || !value.contains("range")) return std::nullopt;
  const Json& range = value["range"];
  const auto is_offset = [](const Json& v) {
    return v.is_number_unsigned() && v.get<std::uint64_t>() < 0xFFFFFFFF;
  };
  if (!range.is_array() || range.size() != 2 || !is_offset(range[0]) || !is_offset(range[1]))
    return std::nullopt;
  const auto old_text = text_of(value, "old", true), new_text = text_of(value, "new", true);
  const auto why = text_of(value, "why", false), rule = text_of(value, "rule", false);
  if (!old_text || !new_text || !why || !rule) return std::nullopt;
  return Correction{{range[0].get<std::uint32_t>(), range[1].get<std::uint32_t>()},
                    from_utf8(*old_text),
                    from_utf8(*new_text),
                    from_utf8(*why),
                    *rule};
}

bool same_change(const Correction& a, const Correction& b) {
  return a.range == b.range && a.old_text == b.old_text && a.new_text == b.new_text;
}

void add_once(std::vector<Correction>& all, std::vector<Correction> more) {
  for (Correction& c : more)
    if (std::none_of(all.begin(), all.end(), [&](const Correction& known) { return same_change(known, c); }))
      all.push_back(std::move(c));
}

bool accepted(const NamedCure& named, const std::string& name) {
  return named.id == name || (named.first && named.finding->rule == name);
}

}  // namespace

std::optional<Corrections> parse_corrections(std::string_view json) {
  const Json file = Json::parse(json, nullptr, false);
  if (!file.is_object() || text_of(file, "schema", true) != schema) return std::nullopt;
  const auto sha256 = text_of(file, "sha256", false);
  const auto list = file.find("corrections");
  if (!sha256 || list == file.end() || !list->is_array()) return std::nullopt;
  Corrections out{*sha256, {}};
  for (const Json& item : *list) {
    auto correction = correction_from(item);
    if (!correction) return std::nullopt;
    out.all.push_back(std::move(*correction));
  }
  return out;
}

std::vector<NamedCure> named_cures(const std::vector<Finding>& findings) {
  std::map<std::string_view, int> counts;
  std::vector<NamedCure> out;
  for (const Finding& finding : findings)
    for (const Cure& cure : finding.cures)
      out.push_back({std::string(finding.rule) + ":" + std::to_string(++counts[finding.rule]), &finding,
                     &cure, &cure == &finding.cures.front()});
  return out;
}

std::vector<Correction> corrections_of(const Document& document, const NamedCure& named, Language language) {
  std::vector<Correction> out;
  for (const Edit& edit : named.cure->edits)
    out.push_back({edit.range, std::u16string(document.view(edit.range)), edit.text,
                   in(named.finding->message, language), std::string(named.finding->rule)});
  return out;
}

Chosen choose(const Document& document, const std::vector<Finding>& findings, const Choice& choice,
              Language language) {
  Chosen out;
  std::vector<bool> met(choice.accepted.size(), false);
  for (const NamedCure& named : named_cures(findings)) {
    bool wanted = choice.certain && named.cure->certain && is_open(*named.finding);
    for (std::size_t i = 0; i < choice.accepted.size(); ++i)
      if (accepted(named, choice.accepted[i])) wanted = met[i] = true;
    if (wanted) add_once(out.corrections.all, corrections_of(document, named, language));
  }
  for (std::size_t i = 0; i < met.size(); ++i)
    if (!met[i] && out.refusal.empty())
      out.refusal =
          say(u"没有“{0}”这个改法，用 fix --list 查看全部改法。",
              u"There is no cure \"{0}\"; fix --list shows them all.", {Text(from_utf8(choice.accepted[i]))});
  std::stable_sort(out.corrections.all.begin(), out.corrections.all.end(),
                   [](const Correction& a, const Correction& b) { return a.range < b.range; });
  return out;
}

void explain(Corrections& corrections, const Document& document, const std::vector<Finding>& findings,
             Language language) {
  for (const NamedCure& named : named_cures(findings))
    for (const Correction& cure : corrections_of(document, named, language))
      for (Correction& c : corrections.all)
        if (c.why.empty() && same_change(c, cure)) {
          c.why = cure.why;
          c.rule = cure.rule;
        }
}

std::string corrections_json(const Document& document, const std::vector<Finding>& findings,
                             const Corrections& chosen, Language language) {
  Json out{{"schema", schema},
           {"sha256", chosen.sha256},
           {"corrections", Json::array()},
           {"cures", Json::array()}};
  for (const Correction& correction : chosen.all) out["corrections"].push_back(json_of(correction));
  for (const NamedCure& named : named_cures(findings)) {
    Json corrections = Json::array();
    for (const Correction& correction : corrections_of(document, named, language))
      corrections.push_back(json_of(correction));
    out["cures"].push_back({{"id", named.id},
                            {"label", to_utf8(in(named.cure->label, language))},
                            {"certain", named.cure->certain},
                            {"finding", to_utf8(in(named.finding->message, language))},
                            {"corrections", std::move(corrections)}});
  }
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace nianbao
