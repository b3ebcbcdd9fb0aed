#include "input/odt_styles.h"

#include <algorithm>

#include "base/unicode.h"

namespace nianbao {
namespace {

// style:num-format is a sample: "1", "a", "I", "一, 二, 三, ...", "①, ②, ③, ...".
NumberFormat format_of(std::string_view sample) {
  const std::u16string text = from_utf8(sample);
  if (text.empty()) return NumberFormat::none;
  switch (text[0]) {
    case u'a': return NumberFormat::lower_letter;
    case u'A': return NumberFormat::upper_letter;
    case u'i': return NumberFormat::lower_roman;
    case u'I': return NumberFormat::upper_roman;
    case u'一': return NumberFormat::chinese_counting;
    case u'壹': return NumberFormat::chinese_legal;
    case u'①': return NumberFormat::circled;
    case u'１': return NumberFormat::full_width;
    case u'甲': return NumberFormat::heavenly_stem;
    case u'子': return NumberFormat::earthly_branch;
    default: return NumberFormat::decimal;
  }
}

}  // namespace

void OdtStyles::read_levels(pugi::xml_node list, Levels& levels) {
  for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling()) {
    const int at = number_attribute(node, "level", 0) - 1;
    if (at < 0 || at >= 10) continue;
    Level& level = levels[static_cast<std::size_t>(at)];
    level.format = format_of(attribute(node, "num-format"));
    level.prefix = from_utf8(attribute(node, "num-prefix"));
    level.suffix = from_utf8(attribute(node, "num-suffix"));
    level.pattern = from_utf8(attribute(node, "num-list-format"));
    level.start = number_attribute(node, "start-value", 1);
    level.shown_levels = std::max(1, number_attribute(node, "display-levels", 1));
  }
}

void OdtStyles::read(pugi::xml_node root) {
  for (pugi::xml_node group = root.first_child(); group; group = group.next_sibling())
    for (pugi::xml_node node = group.first_child(); node; node = node.next_sibling()) {
      const std::string_view name = local_name(node);
      const std::string style(attribute(node, "name"));
      if (name == "list-style") read_levels(node, lists_[style]);
      else if (name == "outline-style") read_levels(node, lists_[outline]);
      else if (name == "style" && attribute(child(node, "text-properties"), "display") == "none") hidden_.insert(style);
    }
}

void OdtStyles::restart(const std::string& list) { counts_.erase(list); }

std::u16string OdtStyles::next(const std::string& list, int level) {
  const auto levels = lists_.find(list);
  if (levels == lists_.end() || level < 0 || level >= 10) return {};
  const auto begun = counts_.try_emplace(list);
  auto& counts = begun.first->second;
  if (begun.second) counts.fill(-1);
  const auto at = static_cast<std::size_t>(level);
  const Level& shown = levels->second[at];
  int& count = counts[at];
  count = count < 0 ? shown.start : count + 1;
  std::fill(counts.begin() + level + 1, counts.end(), -1);
  if (shown.format == NumberFormat::none) return {};
  const auto number = [&](std::size_t of) {
    const Level& l = levels->second[of];
    return number_text(l.format == NumberFormat::none ? NumberFormat::decimal : l.format, counts[of] < 0 ? l.start : counts[of]);
  };
  std::u16string out;
  if (shown.pattern.empty()) {
    out = shown.prefix;
    for (int i = std::max(0, level + 1 - shown.shown_levels); i <= level; ++i) {
      if (i > level + 1 - shown.shown_levels && i > 0) out.push_back(u'.');
      out += number(static_cast<std::size_t>(i));
    }
    return out + shown.suffix;
  }
  for (std::size_t i = 0; i < shown.pattern.size(); ++i) {
    const std::size_t close = shown.pattern[i] == u'%' ? shown.pattern.find(u'%', i + 1) : std::u16string::npos;
    if (close == std::u16string::npos || close == i + 1 || close > i + 3) {
      out.push_back(shown.pattern[i]);
      continue;
    }
    int of = 0;
    for (std::size_t k = i + 1; k < close; ++k) of = of * 10 + (shown.pattern[k] - u'0');
    if (of >= 1 && of <= 10) out += number(static_cast<std::size_t>(of - 1));
    i = close;
  }
  return out;
}

}  // namespace nianbao
