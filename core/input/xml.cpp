#include "input/xml.h"

#include <algorithm>

#include "base/limits.h"

namespace nianbao {
namespace {

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Counted before parsing, so that no later walk meets more than this.
bool too_deep(std::string_view bytes) {
  std::size_t depth = 0, deepest = 0;
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos && at + 1 < bytes.size(); at = bytes.find('<', at + 1)) {
    const char next = bytes[at + 1];
    if (next == '?' || next == '!') continue;
    if (next == '/') {
      depth -= depth > 0;
      continue;
    }
    const std::size_t end = bytes.find('>', at);
    if (end == std::string_view::npos) break;
    if (bytes[end - 1] != '/') deepest = std::max(deepest, ++depth);
    at = end;
  }
  return deepest > limits::nesting;
}

}  // namespace

std::string_view local_name(pugi::xml_node node) { return without_prefix(node.name()); }

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_node c = node.first_child(); c; c = c.next_sibling())
    if (c.type() == pugi::node_element && local_name(c) == name) return c;
  return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute())
    if (without_prefix(a.name()) == name) return a.value();
  return {};
}

int number_attribute(pugi::xml_node node, std::string_view name, int fallback) {
  std::string_view text = attribute(node, name);
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return fallback;
    value = std::min(value * 10 + (c - '0'), 1'000'000);
  }
  if (text.empty()) return fallback;
  return negative ? -value : value;
}

Result<bool> parse_xml(pugi::xml_document& out, std::string_view bytes) {
  if (too_deep(bytes)) return Error{ErrorCode::limit, {}, u"嵌套层数不超过 512"};
  const auto result = out.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!result) return Error{ErrorCode::damaged, {}, u"文档内部的 XML 有错"};
  return true;
}

}  // namespace nianbao
