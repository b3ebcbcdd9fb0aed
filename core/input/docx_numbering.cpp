#include "input/docx_numbering.h"

#include "base/unicode.h"

namespace nianbao {
namespace {

struct FormatName {
  std::string_view name;
  NumberFormat format;
};

constexpr FormatName formats[] = {
    {"decimal", NumberFormat::decimal},
    {"ordinal", NumberFormat::decimal},
    {"numberInDash", NumberFormat::decimal},
    {"decimalHalfWidth", NumberFormat::decimal},
    {"decimalZero", NumberFormat::decimal_zero},
    {"chineseCounting", NumberFormat::chinese_counting},
    {"chineseCountingThousand", NumberFormat::chinese_counting},
    {"japaneseCounting", NumberFormat::chinese_counting},
    {"taiwaneseCounting", NumberFormat::chinese_counting},
    {"taiwaneseCountingThousand", NumberFormat::chinese_counting},
    {"ideographDigital", NumberFormat::ideograph_digital},
    {"japaneseDigitalTenThousand", NumberFormat::ideograph_digital},
    {"taiwaneseDigital", NumberFormat::ideograph_digital},
    {"chineseLegalSimplified", NumberFormat::chinese_legal},
    {"ideographLegalTraditional", NumberFormat::chinese_legal},
    {"ideographTraditional", NumberFormat::heavenly_stem},
    {"ideographZodiac", NumberFormat::earthly_branch},
    {"decimalEnclosedCircle", NumberFormat::circled},
    {"decimalEnclosedCircleChinese", NumberFormat::circled},
    {"ideographEnclosedCircle", NumberFormat::circled},
    {"decimalEnclosedParen", NumberFormat::parenthesised},
    {"decimalFullWidth", NumberFormat::full_width},
    {"decimalFullWidth2", NumberFormat::full_width},
    {"lowerLetter", NumberFormat::lower_letter},
    {"upperLetter", NumberFormat::upper_letter},
    {"lowerRoman", NumberFormat::lower_roman},
    {"upperRoman", NumberFormat::upper_roman},
    {"none", NumberFormat::none},
};

NumberFormat format_named(std::string_view name) {
  for (const FormatName& format : formats)
    if (format.name == name) return format.format;
  return NumberFormat::decimal;
}

// w:numFmt itself, or the one inside mc:AlternateContent that newer formats come with.
pugi::xml_node format_node(pugi::xml_node level) {
  if (const pugi::xml_node plain = child(level, "numFmt")) return plain;
  return child(child(child(level, "AlternateContent"), "Fallback"), "numFmt");
}

ListLevel read_level(pugi::xml_node node) {
  ListLevel level;
  const std::string_view format = attribute(format_node(node), "val");
  level.bullet = format == "bullet";
  level.format = format_named(format);
  level.start = number_attribute(child(node, "start"), "val", 0);
  level.text = from_utf8(attribute(child(node, "lvlText"), "val"));
  if (const pugi::xml_node restart = child(node, "lvlRestart"))
    level.restart = number_attribute(restart, "val", -1);
  if (const pugi::xml_node legal = child(node, "isLgl")) level.decimal_only = is_on(legal);
  const std::string_view suffix = attribute(child(node, "suff"), "val");
  level.suffix = suffix == "nothing" ? u'\0' : suffix == "space" ? u' ' : u'\t';
  return level;
}

int level_index(pugi::xml_node node) {
  const int level = number_attribute(node, "ilvl", 0);
  return level < 0 || level >= list_levels ? list_levels - 1 : level;
}

struct Definition {
  ListLevels levels{};
  std::map<std::string, int> style_levels;
  std::string style_link;  // numStyleLink: the levels are those of the list this style uses
};

void add_level(pugi::xml_node node, ListLevels& levels, std::map<std::string, int>& style_levels) {
  const int index = level_index(node);
  levels[static_cast<std::size_t>(index)] = read_level(node);
  if (const pugi::xml_node style = child(node, "pStyle"))
    style_levels[std::string(attribute(style, "val"))] = index;
}

Definition read_definition(pugi::xml_node node) {
  Definition out;
  out.style_link = attribute(child(node, "numStyleLink"), "val");
  for (pugi::xml_node level = node.first_child(); level; level = level.next_sibling())
    if (is(level, "lvl")) add_level(level, out.levels, out.style_levels);
  return out;
}

}  // namespace

void DocxNumbering::read(pugi::xml_node numbering, const DocxStyles& styles) {
  std::map<std::string, Definition> definitions;
  std::map<std::string, std::string> list_of_num;
  for (pugi::xml_node node = numbering.first_child(); node; node = node.next_sibling()) {
    if (is(node, "abstractNum")) definitions.emplace(attribute(node, "abstractNumId"), read_definition(node));
    if (is(node, "num"))
      list_of_num.emplace(attribute(node, "numId"), attribute(child(node, "abstractNumId"), "val"));
  }
  for (pugi::xml_node node = numbering.first_child(); node; node = node.next_sibling()) {
    if (!is(node, "num")) continue;
    const std::string id(attribute(node, "numId"));
    std::string list = list_of_num[id];
    if (const std::string& link = definitions[list].style_link; !link.empty())
      if (const auto& ref = styles.paragraph(link).numbering; ref && list_of_num.count(ref->num) > 0)
        list = list_of_num[ref->num];
    Num num{list, definitions[list].levels, {}, definitions[list].style_levels};
    for (pugi::xml_node change = node.first_child(); change; change = change.next_sibling()) {
      if (!is(change, "lvlOverride")) continue;
      if (const pugi::xml_node level = child(change, "lvl")) add_level(level, num.levels, num.style_levels);
      if (const pugi::xml_node start = child(change, "startOverride"))
        num.start_at[level_index(change)] = number_attribute(start, "val", 1);
    }
    nums_.emplace(id, std::move(num));
  }
}

std::u16string DocxNumbering::next(const NumberingRef& ref) {
  const auto found = nums_.find(ref.num);
  if (found == nums_.end()) return {};
  const Num& num = found->second;
  int level = ref.level.value_or(0);
  if (!ref.level && !ref.style.empty())
    if (const auto by_style = num.style_levels.find(ref.style); by_style != num.style_levels.end())
      level = by_style->second;
  if (level < 0 || level >= list_levels) return {};
  ListCounter& counter = counters_[num.list];
  if (const auto start = num.start_at.find(level);
      start != num.start_at.end() && restarted_.insert({ref.num, level}).second)
    counter.restart_at(level, start->second);
  counter.count(num.levels, level);
  return with_gap(counter.text(num.levels, level), num.levels[static_cast<std::size_t>(level)].suffix);
}

}  // namespace nianbao
