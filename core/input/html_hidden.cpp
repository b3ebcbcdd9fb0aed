#include "input/html_hidden.h"

#include <cstdint>

namespace nianbao {
namespace {

bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

bool hiding(std::string_view declarations) {
  return has_declaration(declarations, "display:none") ||
         has_declaration(declarations, "visibility:hidden") || has_declaration(declarations, "mso-hide:all");
}

// .a, #b, p.a, but nothing that depends on other elements or on states.
bool simple(std::string_view selector) {
  if (selector.find_first_of(" >+~:[*,\t\r\n") != std::string_view::npos) return false;
  return selector.find_first_of(".#") != std::string_view::npos;
}

}  // namespace

bool has_declaration(std::string_view style, std::string_view declaration) {
  while (!style.empty()) {
    const std::size_t end = style.find(';');
    const std::string_view one = style.substr(0, end);
    std::size_t matched = 0;
    bool same = true;
    for (std::size_t i = 0; i < one.size() && same && matched < declaration.size(); ++i)
      if (!space(one[i])) same = lower(one[i]) == declaration[matched++];
    if (same && matched == declaration.size()) return true;
    style = end == std::string_view::npos ? std::string_view() : style.substr(end + 1);
  }
  return false;
}

void HiddenStyles::add_sheet(std::string_view css) {
  std::size_t at = 0;
  while (at < css.size()) {
    const std::size_t open = css.find('{', at);
    if (open == std::string_view::npos) return;
    std::string_view selectors = trimmed(css.substr(at, open - at));
    if (const std::size_t comment = selectors.rfind("*/"); comment != std::string_view::npos)
      selectors = trimmed(selectors.substr(comment + 2));
    if (selectors.substr(0, 4) == "<!--") selectors = trimmed(selectors.substr(4));
    std::size_t close = css.find('}', open);
    if (close == std::string_view::npos) close = css.size();
    if (!selectors.empty() && selectors[0] == '@') {  // @media print { ... } says nothing of the screen
      int depth = 1;
      for (close = open + 1; close < css.size() && depth > 0; ++close)
        depth += css[close] == '{' ? 1 : css[close] == '}' ? -1 : 0;
      at = close;
      continue;
    }
    if (hiding(css.substr(open + 1, close - open - 1))) {
      while (!selectors.empty()) {
        const std::size_t comma = selectors.find(',');
        const std::string_view one = trimmed(selectors.substr(0, comma));
        if (simple(one)) selectors_.emplace(one);
        selectors = comma == std::string_view::npos ? std::string_view() : selectors.substr(comma + 1);
      }
    }
    at = close + 1;
  }
}

bool HiddenStyles::hides(std::string_view tag, std::string_view classes, std::string_view id,
                         std::string_view style) const {
  if (!style.empty() && hiding(style)) return true;
  if (selectors_.empty()) return false;
  const auto listed = [&](char mark, std::string_view name) {
    if (name.empty() || name.size() > 200) return false;
    const std::string selector = mark + std::string(name);
    return selectors_.count(selector) > 0 || selectors_.count(std::string(tag) + selector) > 0;
  };
  if (listed('#', id)) return true;
  while (!classes.empty()) {
    while (!classes.empty() && space(classes.front())) classes.remove_prefix(1);
    std::size_t end = 0;
    while (end < classes.size() && !space(classes[end])) ++end;
    if (listed('.', classes.substr(0, end))) return true;
    classes.remove_prefix(end);
  }
  return false;
}

}  // namespace nianbao
