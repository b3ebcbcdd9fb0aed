// A page saved as one MIME file: its first HTML part, decoded.
#include <algorithm>

#include "base/limits.h"
#include "base/unicode.h"
#include "input/html_charset.h"
#include "input/html_reader.h"
#include "input/reader.h"

namespace nianbao {
namespace {

constexpr int most_multiparts = 8;  // one inside the other

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

// Head and body of a MIME entity.
struct Entity {
  std::string head;  // folded lines joined, lower case names and values as written
  std::string_view body;
};

Entity split(std::string_view text) {
  std::size_t at = 0;
  Entity out;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) break;
    if (line[0] != ' ' && line[0] != '\t') out.head += '\n';
    out.head += line;
  }
  out.body = text.substr(at);
  return out;
}

std::string field(const Entity& entity, std::string_view name) {
  const std::string low = lower(entity.head);
  const auto at = low.find("\n" + std::string(name) + ":");
  if (at == std::string::npos) return {};
  const std::size_t begin = at + name.size() + 2;
  return entity.head.substr(begin, entity.head.find('\n', begin) - begin);
}

// A parameter of a header field: charset="gb2312", boundary=abc.
std::string parameter(const std::string& value, std::string_view name) {
  const auto at = lower(value).find(std::string(name) + "=");
  if (at == std::string::npos) return {};
  std::size_t begin = at + name.size() + 1;
  if (begin < value.size() && value[begin] == '"') {
    ++begin;
    return value.substr(begin, value.find('"', begin) - begin);
  }
  return value.substr(begin, value.find_first_of("; \t", begin) - begin);
}

int hex(char c) {
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                : -1;
}

std::string unquote(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out.push_back(text[i]);
    } else if (i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out.push_back(static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2])));
      i += 2;
    } else {
      while (i + 1 < text.size() && text[i + 1] != '\n') ++i;
      ++i;
    }
  }
  return out;
}

std::string from_base64(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (char c : text) {
    const int value = c >= 'A' && c <= 'Z'   ? c - 'A'
                      : c >= 'a' && c <= 'z' ? c - 'a' + 26
                      : c >= '0' && c <= '9' ? c - '0' + 52
                      : c == '+'             ? 62
                      : c == '/'             ? 63
                                             : -1;
    if (value < 0) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    if ((count += 6) < 8) continue;
    count -= 8;
    out.push_back(static_cast<char>(bits >> count & 0xFF));
  }
  return out;
}

Result<Document> read_part(const Entity& part, const ReadOptions& options) {
  const std::string encoding = lower(field(part, "content-transfer-encoding"));
  const std::string_view body =
      part.body.substr(0, 3 * limits::html_bytes + 1);  // more, even as quoted-printable, is cut anyway
  std::string html;
  if (encoding.find("quoted-printable") != std::string::npos) html = unquote(body);
  else if (encoding.find("base64") != std::string::npos) html = from_base64(body);
  else html = body;
  std::string charset = parameter(field(part, "content-type"), "charset");
  if (charset.empty()) charset = declared_html_charset(html);
  return read_html_bytes(html, charset, options, Format::mht);
}

// By the media type itself: a multipart names text/html as the type of its root, too.
bool is_html(const Entity& entity) {
  const std::string type = lower(field(entity, "content-type"));
  const auto begin = type.find_first_not_of(" \t");
  return begin != std::string::npos && type.compare(begin, 9, "text/html") == 0;
}

}  // namespace

Result<Document> read_mht(std::string_view bytes, const ReadOptions& options) {
  Entity message = split(bytes);
  std::string boundary = parameter(field(message, "content-type"), "boundary");
  if (is_html(message)) return read_part(message, options);
  // A multipart inside the first part (Word writes multipart/alternative) is searched with its own boundary;
  // each searches all that is left, so they are few.
  std::string_view rest = message.body;
  int multiparts = 1;
  for (std::size_t parts = 0; !boundary.empty() && parts < limits::zip_entries; ++parts) {
    const std::string mark = "--" + boundary;
    const std::size_t begin = rest.find(mark);
    if (begin == std::string_view::npos) break;
    rest = rest.substr(std::min(rest.size(), rest.find('\n', begin) == std::string_view::npos
                                                 ? rest.size()
                                                 : rest.find('\n', begin) + 1));
    const Entity part = split(rest.substr(0, rest.find("\n" + mark)));
    if (is_html(part)) return read_part(part, options);
    if (const std::string inner = parameter(field(part, "content-type"), "boundary");
        !inner.empty() && ++multiparts <= most_multiparts) {
      boundary = inner;
      rest = part.body;
    }
  }
  return Error{ErrorCode::damaged, {}, u"找不到网页正文"};
}

}  // namespace nianbao
