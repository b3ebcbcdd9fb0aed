#include "input/odt_styles.h"

#include <algorithm>

#include "base/unicode.h"

namespace nianbao {
namespace {

constexpr int longest_chain = 32;  // of parent styles; longer ones are circular

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

// "%1%.%2%、" as LibreOffice writes it, in the notation of ListLevel.
std::u16string without_closing_marks(std::u16string_view pattern) {
  std::u16string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    out.push_back(pattern[i]);
    const bool number =
        pattern[i] == u'%' && i + 2 < pattern.size() && pattern[i + 2] == u'%' && is_digit(pattern[i + 1]);
    if (!number) continue;
    out.push_back(pattern[i + 1]);
    i += 2;
  }
  return out;
}

std::u16string pattern_of(pugi::xml_node node, int level) {
  const std::string_view pattern = attribute(node, "num-list-format");
  if (!pattern.empty()) return without_closing_marks(from_utf8(pattern));
  std::u16string out = from_utf8(attribute(node, "num-prefix"));
  const int shown = std::clamp(number_attribute(node, "display-levels", 1), 1, level);
  for (int i = level - shown + 1; i <= level; ++i) {
    if (i > level - shown + 1) out.push_back(u'.');
    out.push_back(u'%');
    out.push_back(static_cast<char16_t>(u'0' + i));
  }
  return out + from_utf8(attribute(node, "num-suffix"));
}

char16_t gap_of(pugi::xml_node node) {
  const std::string_view follows = attribute(
      child(child(node, "list-level-properties"), "list-level-label-alignment"), "label-followed-by");
  return follows == "nothing" ? u'\0' : follows == "space" ? u' ' : u'\t';
}

void read_levels(pugi::xml_node list, ListLevels& levels) {
  for (pugi::xml_node node = list.first_child(); node; node = node.next_sibling()) {
    const int number = number_attribute(node, "level", 0);
    if (number < 1 || number > 9) continue;
    ListLevel& level = levels[static_cast<std::size_t>(number - 1)];
    level.format = format_of(attribute(node, "num-format"));
    level.bullet = level.format == NumberFormat::none;
    level.start = number_attribute(node, "start-value", 1);
    level.text = pattern_of(node, number);
    level.suffix = gap_of(node);
  }
}

}  // namespace

void OdtStyles::read(pugi::xml_node root) {
  for (pugi::xml_node group = root.first_child(); group; group = group.next_sibling())
    for (pugi::xml_node node = group.first_child(); node; node = node.next_sibling()) {
      const std::string_view name = local_name(node);
      const std::string style(attribute(node, "name"));
      if (name == "list-style") read_levels(node, lists_[style]);
      else if (name == "outline-style") {
        read_levels(node, outline_);
        lists_[style] = outline_;
      } else if (name == "style") {
        const std::string_view display = attribute(child(node, "text-properties"), "display");
        styles_[style] = {std::string(attribute(node, "parent-style-name")), display.empty()     ? -1
                                                                             : display == "none" ? 1
                                                                                                 : 0};
      }
    }
}

bool OdtStyles::hidden(std::string_view style) const {
  auto found = styles_.find(style);
  for (int i = 0; i < longest_chain && found != styles_.end(); ++i) {
    if (found->second.hidden >= 0) return found->second.hidden == 1;
    found = styles_.find(found->second.parent);
  }
  return false;
}

const ListLevels* OdtStyles::list(std::string_view style) const {
  const auto found = lists_.find(style);
  return found == lists_.end() ? nullptr : &found->second;
}

}  // namespace nianbao
