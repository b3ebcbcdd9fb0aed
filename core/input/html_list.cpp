#include "input/html_list.h"

#include <algorithm>

namespace nianbao {
namespace {

struct Style {
  std::string_view name;
  NumberFormat format;
  std::u16string_view before, behind;
};

constexpr Style styles[] = {
    {"none", NumberFormat::none, u"", u""},
    {"disc", NumberFormat::none, u"", u""},
    {"circle", NumberFormat::none, u"", u""},
    {"square", NumberFormat::none, u"", u""},
    {"decimal", NumberFormat::decimal, u"", u"."},
    {"cjk-ideographic", NumberFormat::chinese_counting, u"", u"、"},
    {"simp-chinese-informal", NumberFormat::chinese_counting, u"", u"、"},
    {"trad-chinese-informal", NumberFormat::chinese_counting, u"", u"、"},
    {"simp-chinese-formal", NumberFormat::chinese_legal, u"", u"、"},
    {"cjk-decimal", NumberFormat::ideograph_digital, u"", u"、"},
    {"lower-alpha", NumberFormat::lower_letter, u"", u"."},
    {"lower-latin", NumberFormat::lower_letter, u"", u"."},
    {"upper-alpha", NumberFormat::upper_letter, u"", u"."},
    {"upper-latin", NumberFormat::upper_letter, u"", u"."},
    {"lower-roman", NumberFormat::lower_roman, u"", u"."},
    {"upper-roman", NumberFormat::upper_roman, u"", u"."},
};

constexpr Style editor_classes[] = {
    {"custom_cn", NumberFormat::chinese_counting, u"", u"、"},
    {"custom_cn1", NumberFormat::chinese_counting, u"", u"）"},
    {"custom_cn2", NumberFormat::chinese_counting, u"（", u"）"},
    {"custom_num", NumberFormat::decimal, u"", u"、"},
    {"custom_num1", NumberFormat::decimal, u"", u"）"},
    {"custom_num2", NumberFormat::decimal, u"（", u"）"},
};

std::string_view type_name(std::string_view type) {
  if (type == "a") return "lower-alpha";
  if (type == "A") return "upper-alpha";
  if (type == "i") return "lower-roman";
  if (type == "I") return "upper-roman";
  return "decimal";
}

bool in_list(std::string_view classes, std::string_view name) {
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find(' '), classes.size());
    if (classes.substr(0, end) == name) return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

int number(std::string_view text, int otherwise) {
  int value = 0;
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9' && digits < 7)
    value = value * 10 + (text[digits++] - '0');
  return digits > 0 ? value : otherwise;
}

}  // namespace

HtmlList::HtmlList(const HtmlTree& tree, std::uint32_t list) {
  if (tree.tag(list) != GUMBO_TAG_OL) return;
  next_ = number(tree.attribute(list, "start"), 1);
  const auto use = [this](const Style& style) {
    format_ = style.format;
    before_ = style.before;
    behind_ = style.behind;
  };
  const std::string_view plain = type_name(tree.attribute(list, "type"));
  for (const Style& style : styles)
    if (style.name == plain) use(style);
  for (const Style& style : styles)
    for (const char* property : {"list-style-type:", "list-style:"})
      if (tree.style_has(list, property + std::string(style.name))) use(style);
  for (const Style& style : editor_classes)
    if (in_list(tree.attribute(list, "class"), style.name)) use(style);
}

std::u16string HtmlList::next(const HtmlTree& tree, std::uint32_t item) {
  const int value = number(tree.attribute(item, "value"), next_);
  next_ = value + 1;
  return format_ == NumberFormat::none ? std::u16string() : before_ + number_text(format_, value) + behind_;
}

}  // namespace nianbao
