#include "annotate/xml_tags.h"

#include <cstdio>

#include "base/unicode.h"

namespace nianbao {
namespace {

bool name_ends(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '/' || c == '>'; }

std::size_t behind(std::string_view text, std::size_t at, std::string_view end) {
  const std::size_t found = text.find(end, at);
  return found == std::string_view::npos ? text.size() : found + end.size();
}

std::size_t tag_end(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0) quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'') quote = c;
    else if (c == '>') return at + 1;
  }
  return at;
}

// The character at the begin of `raw` and how many bytes it takes.
std::u16string one_character(std::string_view raw, std::size_t& bytes) {
  if (raw[0] == '&') {
    bytes = raw.find(';') == std::string_view::npos ? 1 : raw.find(';') + 1;
    const std::string_view name = raw.substr(1, bytes - 2);
    constexpr struct {
      std::string_view name;
      char16_t c;
    } named[] = {{"amp", u'&'}, {"lt", u'<'}, {"gt", u'>'}, {"quot", u'"'}, {"apos", u'\''}};
    for (const auto& n : named)
      if (bytes > 1 && name == n.name) return {n.c};
    if (bytes < 3 || name.empty() || name[0] != '#') return u"&";
    const bool hex = name.size() > 1 && name[1] == 'x';
    std::uint32_t code = 0;
    for (char c : name.substr(hex ? 2 : 1)) {
      const std::uint32_t digit = c >= '0' && c <= '9'                     ? c - '0'
                                  : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                                           : 99;
      if (digit > 15 || code > 0x10FFFF) return u"&";
      code = code * (hex ? 16 : 10) + digit;
    }
    if (code < 0x10000) return {static_cast<char16_t>(code)};
    return {static_cast<char16_t>(0xD7C0 + (code >> 10)), static_cast<char16_t>(0xDC00 + (code & 0x3FF))};
  }
  bytes = 1;
  while (bytes < raw.size() && (static_cast<unsigned char>(raw[bytes]) & 0xC0) == 0x80) ++bytes;
  return from_utf8(raw.substr(0, bytes));
}

}  // namespace

bool XmlTags::next(XmlTag& tag) {
  while ((at_ = text_.find('<', at_)) < text_.size()) {
    const std::string_view rest = text_.substr(at_);
    if (rest.substr(0, 4) == "<!--") at_ = behind(text_, at_, "-->");
    else if (rest.substr(0, 9) == "<![CDATA[") at_ = behind(text_, at_, "]]>");
    else if (rest.substr(0, 2) == "<?" || rest.substr(0, 2) == "<!") at_ = tag_end(text_, at_);
    else break;
  }
  if (at_ >= text_.size()) return false;
  tag.begin = at_;
  tag.end = at_ = tag_end(text_, at_);
  tag.closing = tag.begin + 1 < tag.end && text_[tag.begin + 1] == '/';
  tag.empty = !tag.closing && tag.end - tag.begin > 2 && text_[tag.end - 2] == '/';
  const std::size_t name = tag.begin + (tag.closing ? 2 : 1);
  std::size_t end = name;
  while (end < tag.end && !name_ends(text_[end])) ++end;
  const std::string_view full = text_.substr(name, end - name);
  const std::size_t colon = full.find(':');
  tag.prefix = colon == std::string_view::npos ? std::string_view() : full.substr(0, colon + 1);
  tag.name = full.substr(tag.prefix.size());
  return true;
}

std::string_view attribute_in(std::string_view text, const XmlTag& tag, std::string_view name) {
  const std::string_view inside = text.substr(tag.begin, tag.end - tag.begin);
  for (std::size_t at = inside.find('='); at != std::string_view::npos; at = inside.find('=', at)) {
    std::size_t end = at, quote = at + 1;
    while (end > 0 && (inside[end - 1] == ' ' || inside[end - 1] == '\t' || inside[end - 1] == '\n' ||
                       inside[end - 1] == '\r'))
      --end;
    std::size_t begin = end;
    while (begin > 0 && !name_ends(inside[begin - 1]) && inside[begin - 1] != ':') --begin;
    while (quote < inside.size() && inside[quote] != '"' && inside[quote] != '\'') ++quote;
    if (quote >= inside.size()) return {};
    const std::size_t close = inside.find(inside[quote], quote + 1);
    if (close == std::string_view::npos) return {};
    if (inside.substr(begin, end - begin) == name) return inside.substr(quote + 1, close - quote - 1);
    at = close;
  }
  return {};
}

std::u16string xml_text(std::string_view raw) {
  std::u16string out;
  for (std::size_t bytes = 0; !raw.empty(); raw.remove_prefix(bytes)) out += one_character(raw, bytes);
  return out;
}

std::size_t xml_bytes(std::string_view raw, std::size_t units) {
  std::size_t at = 0;
  for (std::size_t bytes = 0, done = 0; at < raw.size() && done < units; at += bytes)
    done += one_character(raw.substr(at), bytes).size();
  return at;
}

std::string xml_date_time(Date date) {
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02d-%02dT00:00:00", date.year, date.month, date.day);
  return text;
}

}  // namespace nianbao
