#include "input/sniff_markup.h"

#include <string>

namespace nianbao {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool starts(std::string_view text, std::string_view lower_mark) {
  if (text.size() < lower_mark.size()) return false;
  for (std::size_t i = 0; i < lower_mark.size(); ++i)
    if (lower(text[i]) != lower_mark[i]) return false;
  return true;
}

bool holds(std::string_view text, std::string_view mark) { return text.find(mark) != std::string_view::npos; }

std::string_view skip_space(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  const auto first = text.find_first_not_of(" \t\r\n\f");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

// --- MIME --------------------------------------------------------------------------------------------------

// Header lines from the first line on: MIME-Version or Content-Type among them.
bool is_mime(std::string_view head) {
  bool mime = false, type = false;
  for (int lines = 0; lines < 40; ++lines) {
    const auto end = head.find('\n');
    const std::string_view line = head.substr(0, end);
    mime |= starts(line, "mime-version:");
    type |= starts(line, "content-type:");
    const bool header = line.find(':') != std::string_view::npos ||
                        (lines > 0 && !line.empty() && (line[0] == ' ' || line[0] == '\t'));
    if (!header || end == std::string_view::npos) break;
    head.remove_prefix(end + 1);
  }
  return mime && type;
}

// The header that Windows puts before HTML on the clipboard.
bool is_clipboard_html(std::string_view head) {
  return starts(head, "version:") && holds(head.substr(0, 400), "StartHTML:");
}

// --- XML ---------------------------------------------------------------------------------------------------

// Behind the declaration, comments, processing instructions and the document type.
std::string_view skip_prolog(std::string_view text) {
  for (;;) {
    text = skip_space(text);
    std::string_view close;
    if (starts(text, "<!--")) close = "-->";
    else if (starts(text, "<?")) close = "?>";
    else if (starts(text, "<!doctype")) close = ">";
    else return text;
    const auto end = text.find(close);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + close.size());
  }
}

Kind xml_kind(std::string_view head) {
  const std::string_view root = skip_prolog(head);
  const bool flat_odf = starts(root, "<office:document") ||
                        holds(root.substr(0, 4096), "urn:oasis:names:tc:opendocument:xmlns:office");
  if (flat_odf)
    return holds(root.substr(0, 8192), "opendocument.text") || !holds(root.substr(0, 8192), "office:mimetype")
               ? Kind::fodt
               : Kind::unsupported;
  if (starts(root, "<w:worddocument") || starts(root, "<pkg:package") || starts(root, "<workbook"))
    return Kind::unsupported;
  return Kind::text;
}

// --- HTML --------------------------------------------------------------------------------------------------

bool is_name_char(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == ':' || c == '-';
}

bool is_html_name(std::string_view name) {
  for (std::string_view known :
       {"html",       "head",    "body",   "meta",  "title",  "link",   "style",   "script",  "div",
        "p",          "span",    "table",  "tbody", "thead",  "tr",     "td",      "th",      "colgroup",
        "col",        "caption", "h1",     "h2",    "h3",     "h4",     "h5",      "h6",      "br",
        "hr",         "ul",      "ol",     "li",    "dl",     "dt",     "dd",      "a",       "b",
        "i",          "u",       "strong", "em",    "font",   "center", "section", "article", "main",
        "header",     "footer",  "nav",    "img",   "iframe", "form",   "input",   "button",  "pre",
        "blockquote", "o:p",     "sup",    "sub",   "figure", "label"})
    if (name == known) return true;
  return false;
}

struct Tag {
  std::string name;  // lower case
  bool closing = false;
  std::size_t size = 0;
};

// A tag of HTML at the beginning of `text`: name, then space, '/' or '>', and '>' before the next '<'.
Tag html_tag(std::string_view text) {
  Tag tag;
  std::size_t at = 1;
  if (at < text.size() && text[at] == '/') {
    tag.closing = true;
    ++at;
  }
  while (at < text.size() && is_name_char(text[at]) && tag.name.size() < 12)
    tag.name.push_back(lower(text[at++]));
  const bool ends_well = at < text.size() && (text[at] == '>' || text[at] == '/' || text[at] == ' ' ||
                                              text[at] == '\n' || text[at] == '\r' || text[at] == '\t');
  const auto end =
      ends_well && is_html_name(tag.name) ? text.find_first_of("<>", at) : std::string_view::npos;
  if (end == std::string_view::npos || text[end] != '>') return {};
  tag.size = end + 1;
  return tag;
}

// Where <table>, alone or in <html><body>, begins at `at`: the end of the table, of the head where that ends
// before. Else 0.
std::size_t table_end(std::string_view head, std::size_t at) {
  Tag tag = html_tag(head.substr(at));
  while (!tag.closing && (tag.name == "html" || tag.name == "body")) {
    at = head.size() - skip_space(head.substr(at + tag.size)).size();
    tag = html_tag(head.substr(at));
  }
  if (tag.name != "table" || tag.closing) return 0;
  for (std::size_t end = head.find("</", at); end != std::string_view::npos; end = head.find("</", end + 2)) {
    tag = html_tag(head.substr(end));
    if (tag.name == "table") return end + tag.size;
  }
  return head.size();
}

// A page or fragment begins with a tag, or is full of them: several, closed ones among them, at least one for
// each two lines. Tables do not count: converters to Markdown leave those with merged cells as HTML.
bool is_html(std::string_view head) {
  const std::string_view begin = skip_space(head);
  if (starts(begin, "<!doctype html")) return true;
  const std::string_view root = skip_prolog(begin);
  const bool begins = !root.empty() && root[0] == '<' && html_tag(root).size > 0;
  std::size_t tags = 0, closing = 0, lines = 1;
  for (std::size_t at = 0; at < head.size(); ++at) {
    lines += head[at] == '\n';
    if (head[at] != '<') continue;
    const Tag tag = html_tag(head.substr(at));
    if (tag.size == 0) continue;
    if (const std::size_t end = begins ? 0 : table_end(head, at); end > 0) {
      at = end - 1;
      continue;
    }
    if (!tag.closing && (tag.name == "html" || tag.name == "body" || tag.name == "head")) return true;
    ++tags;
    closing += tag.closing;
    if (begins && (closing > 0 || tags > 2)) return true;
  }
  return closing >= 2 && tags >= 6 && tags * 2 >= lines;
}

}  // namespace

Kind sniff_markup(std::string_view head) {
  const std::string_view text = skip_space(head);
  if (starts(text, "{\\rtf")) return Kind::rtf;
  if (is_clipboard_html(text)) return Kind::html;
  if (is_mime(text)) return Kind::mht;
  if (!text.empty() && text[0] == '<')
    if (const Kind kind = xml_kind(text); kind != Kind::text) return kind;
  return is_html(head) ? Kind::html : Kind::text;
}

}  // namespace nianbao
