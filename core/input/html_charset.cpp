#include "input/html_charset.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace nianbao {
namespace {

constexpr std::size_t head_bytes = 8192;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::string lower_head(std::string_view bytes) {
  std::string head(bytes.substr(0, head_bytes));
  std::transform(head.begin(), head.end(), head.begin(), lower);
  return head;
}

// The value behind `name` and '=', quoted or not.
std::string value_of(std::string_view tag, std::string_view name) {
  std::size_t at = tag.find(name);
  if (at == std::string_view::npos) return {};
  at += name.size();
  while (at < tag.size() && space(tag[at])) ++at;
  if (at >= tag.size() || tag[at] != '=') return {};
  ++at;
  while (at < tag.size() && (space(tag[at]) || tag[at] == '"' || tag[at] == '\'')) ++at;
  std::size_t end = at;
  while (end < tag.size() && !space(tag[end]) &&
         std::string_view("\"';>/?").find(tag[end]) == std::string_view::npos)
    ++end;
  return std::string(tag.substr(at, end - at));
}

bool is_clipboard(std::string_view bytes) {
  const std::string head = lower_head(bytes.substr(0, 512));
  return head.compare(0, 8, "version:") == 0 && head.find("starthtml:") != std::string::npos;
}

std::optional<std::size_t> header_offset(std::string_view html, std::string_view name) {
  const std::string head = lower_head(html.substr(0, 512));
  const std::size_t found = head.find(name);
  if (found == std::string::npos) return std::nullopt;
  std::size_t value = 0, digits = 0;
  for (std::size_t i = found + name.size();
       i < head.size() && head[i] >= '0' && head[i] <= '9' && digits < 15; ++i, ++digits)
    value = value * 10 + static_cast<std::size_t>(head[i] - '0');
  if (digits == 0 || value > html.size()) return std::nullopt;
  return value;
}

// Spaces for everything in [begin, end) that is not inside a tag or a comment.
void blank_text(std::string& html, std::size_t begin, std::size_t end) {
  bool in_tag = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (html[i] == '<') in_tag = true;
    if (!in_tag && !space(html[i])) html[i] = ' ';
    if (html[i] == '>') in_tag = false;
  }
}

struct Fragment {
  std::size_t begin, end;
};

// The markers count before the header's offsets, which some programs get wrong.
std::optional<Fragment> fragment_of(const std::string& html, std::size_t first_tag) {
  const std::size_t open = html.find("<!--StartFragment");
  const std::size_t close = html.rfind("<!--EndFragment");
  if (open != std::string::npos && close != std::string::npos && open <= close) return Fragment{open, close};
  const auto begin = header_offset(html, "startfragment:");
  const auto end = header_offset(html, "endfragment:");
  if (!begin || !end || *begin < first_tag || *end < *begin) return std::nullopt;
  return Fragment{*begin, *end};
}

}  // namespace

std::string declared_html_charset(std::string_view bytes) {
  if (is_clipboard(bytes)) return "utf-8";
  const std::string head = lower_head(bytes);
  std::size_t at = 0;
  while ((at = head.find("<meta", at)) != std::string::npos) {
    const std::size_t end = head.find('>', at);
    std::string charset = value_of(std::string_view(head).substr(at, end - at), "charset");
    if (!charset.empty()) return charset;
    at += 5;
  }
  const std::size_t xml = head.find("<?xml");
  if (xml > 16) return {};  // nor where there is none
  return value_of(std::string_view(head).substr(xml, head.find("?>", xml) - xml), "encoding");
}

void isolate_clipboard_fragment(std::string& html) {
  if (!is_clipboard(html)) return;
  const std::size_t first_tag = std::min(html.find('<'), html.size());
  const auto fragment = fragment_of(html, first_tag);
  std::fill(html.begin(), html.begin() + static_cast<std::ptrdiff_t>(first_tag), ' ');
  if (!fragment) return;
  blank_text(html, first_tag, fragment->begin);
  blank_text(html, fragment->end, html.size());
}

}  // namespace nianbao
