#include "input/docx_styles.h"

#include <algorithm>

#include "base/unicode.h"

namespace nianbao {
namespace {

NumberFormat format_of(std::string_view name) {
  static const std::map<std::string_view, NumberFormat> formats = {
      {"none", NumberFormat::none},
      {"bullet", NumberFormat::none},
      {"decimalZero", NumberFormat::decimal_zero},
      {"chineseCounting", NumberFormat::chinese_counting},
      {"chineseCountingThousand", NumberFormat::chinese_counting},
      {"japaneseCounting", NumberFormat::chinese_counting},
      {"taiwaneseCounting", NumberFormat::chinese_counting},
      {"taiwaneseCountingThousand", NumberFormat::chinese_counting},
      {"koreanCounting", NumberFormat::chinese_counting},
      {"chineseLegalSimplified", NumberFormat::chinese_legal},
      {"japaneseLegal", NumberFormat::chinese_legal},
      {"ideographLegalTraditional", NumberFormat::chinese_legal},
      {"ideographDigital", NumberFormat::ideograph_digital},
      {"japaneseDigitalTenThousand", NumberFormat::ideograph_digital},
      {"taiwaneseDigital", NumberFormat::ideograph_digital},
      {"decimalEnclosedCircle", NumberFormat::circled},
      {"decimalEnclosedCircleChinese", NumberFormat::circled},
      {"decimalEnclosedParen", NumberFormat::parenthesised},
      {"decimalFullWidth", NumberFormat::full_width},
      {"decimalFullWidth2", NumberFormat::full_width},
      {"lowerLetter", NumberFormat::lower_letter},
      {"upperLetter", NumberFormat::upper_letter},
      {"lowerRoman", NumberFormat::lower_roman},
      {"upperRoman", NumberFormat::upper_roman},
      {"ideographTraditional", NumberFormat::heavenly_stem},
      {"ideographZodiac", NumberFormat::earthly_branch},
  };
  const auto found = formats.find(name);
  return found == formats.end() ? NumberFormat::decimal : found->second;
}

bool is_off(std::string_view value) { return value == "0" || value == "false" || value == "off"; }

int level_index(int level) { return std::clamp(level, 0, 8); }

}  // namespace

int DocxStyles::hidden_of(pugi::xml_node run_properties) {
  const pugi::xml_node vanish = child(run_properties, "vanish");
  if (!vanish) return -1;
  return is_off(attribute(vanish, "val")) ? 0 : 1;
}

void DocxStyles::read_properties(pugi::xml_node properties, DocxStyle& out) {
  if (const auto outline = child(properties, "outlineLvl")) out.level = number_attribute(outline, "val", 9);
  const pugi::xml_node numbering = child(properties, "numPr");
  if (const auto list = child(numbering, "numId")) out.list = number_attribute(list, "val", 0);
  if (const auto level = child(numbering, "ilvl")) out.list_level = number_attribute(level, "val", 0);
}

void DocxStyles::read(pugi::xml_node styles) {
  for (pugi::xml_node node = styles.first_child(); node; node = node.next_sibling()) {
    if (local_name(node) != "style" || styles_.size() > 5000) continue;
    DocxStyle style;
    style.based_on = std::string(attribute(child(node, "basedOn"), "val"));
    read_properties(child(node, "pPr"), style);
    style.hidden = hidden_of(child(node, "rPr"));
    const std::string name(attribute(node, "styleId"));
    if (attribute(node, "type") == "paragraph" && attribute(node, "default") == "1") default_ = name;
    styles_.emplace(name, std::move(style));
  }
}

DocxStyle DocxStyles::find(std::string_view name) const {
  DocxStyle out;
  std::string at(name.empty() ? std::string_view(default_) : name);
  for (int steps = 0; steps < 20; ++steps) {
    const auto found = styles_.find(at);
    if (found == styles_.end()) break;
    const DocxStyle& style = found->second;
    if (out.level < 0) out.level = style.level;
    if (out.list < 0) out.list = style.list;
    if (out.list_level < 0) out.list_level = style.list_level;
    if (out.hidden < 0) out.hidden = style.hidden;
    at = style.based_on;
  }
  return out;
}

void DocxNumbering::read(pugi::xml_node numbering) {
  for (pugi::xml_node node = numbering.first_child(); node; node = node.next_sibling()) {
    if (local_name(node) == "abstractNum") {
      Levels& levels = abstracts_[number_attribute(node, "abstractNumId", -1)];
      for (pugi::xml_node l = node.first_child(); l; l = l.next_sibling()) {
        if (local_name(l) != "lvl") continue;
        Level& level = levels[static_cast<std::size_t>(level_index(number_attribute(l, "ilvl", 0)))];
        level.start = number_attribute(child(l, "start"), "val", 1);
        level.restart_after = number_attribute(child(l, "lvlRestart"), "val", -1);
        level.format = format_of(attribute(child(l, "numFmt"), "val"));
        level.text = from_utf8(attribute(child(l, "lvlText"), "val"));
      }
    } else if (local_name(node) == "num") {
      List& list = lists_[number_attribute(node, "numId", -1)];
      list.abstract = number_attribute(child(node, "abstractNumId"), "val", -1);
      for (pugi::xml_node o = node.first_child(); o; o = o.next_sibling())
        if (local_name(o) == "lvlOverride")
          if (const auto start = child(o, "startOverride")) list.starts[level_index(number_attribute(o, "ilvl", 0))] = number_attribute(start, "val", 1);
    }
  }
}

std::u16string DocxNumbering::next(int list_id, int level) {
  const auto list = lists_.find(list_id);
  if (list == lists_.end()) return {};
  const auto abstract = abstracts_.find(list->second.abstract);
  if (abstract == abstracts_.end()) return {};
  const auto at = static_cast<std::size_t>(level_index(level));
  auto [counts, first] = counts_.try_emplace(list->second.abstract);
  if (first) counts->second.fill(-1);
  if (!list->second.started) {
    list->second.started = true;
    for (const auto& [index, start] : list->second.starts) counts->second[static_cast<std::size_t>(index)] = start - 1;
  }
  int& count = counts->second[at];
  count = count < 0 ? abstract->second[at].start : count + 1;
  for (std::size_t deeper = at + 1; deeper < counts->second.size(); ++deeper)
    if (abstract->second[deeper].restart_after != 0) counts->second[deeper] = -1;
  const Level& shown = abstract->second[at];
  if (shown.format == NumberFormat::none) return {};
  std::u16string out;
  for (std::size_t i = 0; i < shown.text.size(); ++i) {
    const char16_t digit = i + 1 < shown.text.size() ? shown.text[i + 1] : u' ';
    if (shown.text[i] != u'%' || digit < u'1' || digit > u'9') {
      out.push_back(shown.text[i]);
      continue;
    }
    const auto of = static_cast<std::size_t>(digit - u'1');
    const int value = counts->second[of] < 0 ? abstract->second[of].start : counts->second[of];
    out.append(number_text(abstract->second[of].format, value));
    ++i;
  }
  return out;
}

}  // namespace nianbao
