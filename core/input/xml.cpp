#include "input/xml.h"

#include <algorithm>

#include "base/limits.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Behind the tag that begins at `at`: a '>' in a quoted value is none of its own.
std::size_t tag_end(std::string_view bytes, std::size_t at) {
  char quote = 0;
  for (; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (quote != 0) quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'') quote = c;
    else if (c == '>') return at + 1;
  }
  return at;
}

std::size_t behind(std::string_view bytes, std::size_t at, std::string_view end) {
  const std::size_t found = bytes.find(end, at);
  return found == std::string_view::npos ? bytes.size() : found + end.size();
}

// Counted before parsing, so that no later walk meets more than this.
struct XmlSize {
  std::size_t deepest = 0;
  std::size_t within = 0;  // bytes before the tag that exceeds limits::xml_nodes; all of them when none does
};

XmlSize measure(std::string_view bytes) {
  std::size_t depth = 0, deepest = 0, nodes = 0;
  std::size_t at = bytes.find('<');
  while (at < bytes.size()) {
    const std::string_view rest = bytes.substr(at);
    std::size_t end;
    if (rest.substr(0, 4) == "<!--") end = behind(bytes, at, "-->");
    else if (rest.substr(0, 9) == "<![CDATA[") end = behind(bytes, at, "]]>");
    else end = tag_end(bytes, at);
    const char next = rest.size() > 1 ? rest[1] : '>';
    if (next == '/') depth -= depth > 0;
    else if (next != '?' && next != '!' && bytes[end - 1] == '>' && bytes[end - 2] != '/')
      deepest = std::max(deepest, ++depth);
    nodes += 1 + static_cast<std::size_t>(std::count(bytes.begin() + at, bytes.begin() + end, '='));
    if (nodes > limits::xml_nodes) return {deepest, at};
    at = bytes.find('<', end);
  }
  return {deepest, bytes.size()};
}

bool is_utf16(std::string_view bytes) {
  const std::string_view begin = bytes.substr(0, 2);
  return begin == "\xFF\xFE" || begin == "\xFE\xFF" || begin == std::string_view("<\0", 2) ||
         begin == std::string_view("\0<", 2);
}

}  // namespace

std::string_view local_name(pugi::xml_node node) { return without_prefix(node.name()); }

bool is(pugi::xml_node node, std::string_view name) { return local_name(node) == name; }

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

bool is_on(pugi::xml_node node) {
  const std::string_view value = attribute(node, "val");
  return value != "0" && value != "false" && value != "off";
}

std::u16string all_text(pugi::xml_node root, bool (*leave_out)(std::string_view)) {
  struct Collector {
    bool (*leave_out)(std::string_view);
    std::string text;
    bool enter(pugi::xml_node node) {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text += node.value();
      return node.type() == pugi::node_element && (leave_out == nullptr || !leave_out(local_name(node)));
    }
    void leave(pugi::xml_node node) {
      if (!text.empty() && (is(node, "p") || is(node, "h"))) text += '\n';
    }
  } collector{leave_out, {}};
  walk_xml(root, collector);
  return std::u16string(trim(from_utf8(collector.text)));
}

Result<bool> parse_xml(pugi::xml_document& out, std::string_view bytes, XmlSpace space) {
  std::string narrow;
  if (is_utf16(bytes)) {
    const bool big_endian = bytes[0] == '\xFE' || bytes[0] == '\0';
    const auto decoded = decode(bytes, {}, big_endian ? "UTF-16BE" : "UTF-16LE");
    if (decoded) narrow = to_utf8(trim(decoded.value().text));
    bytes = narrow;
  }
  const XmlSize size = measure(bytes);
  if (size.deepest > limits::nesting) return Error{ErrorCode::limit, {}, u"XML 嵌套不超过 512 层"};
  const unsigned kept = space == XmlSpace::everywhere ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single;
  const bool whole = out.load_buffer(bytes.data(), size.within, pugi::parse_default | kept,
                                     narrow.empty() ? pugi::encoding_auto : pugi::encoding_utf8);
  if (size.within < bytes.size()) return Error{ErrorCode::limit, {}, std::u16string(limits::xml_nodes_name)};
  if (!whole) return Error{ErrorCode::damaged, {}, u"内部的 XML 有错"};
  return true;
}

}  // namespace nianbao
