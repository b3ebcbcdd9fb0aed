// HTML of any origin: pages, fragments, the clipboard, Word, WPS and LibreOffice, XHTML.
#include "input/html_reader.h"

#include "base/leading_bytes.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "input/html_charset.h"
#include "input/html_guard.h"
#include "input/html_walker.h"
#include "input/reader.h"

namespace nianbao {
namespace {

bool same_name(std::string_view a, std::string_view lower) {
  if (a.size() != lower.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if ((a[i] | 0x20) != lower[i]) return false;
  return true;
}

// The article's own title, which content systems keep apart from the page's; else <title>.
std::u16string title_of(const HtmlTree& tree) {
  std::u16string title;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (tree.tag(i) == GUMBO_TAG_META && same_name(tree.attribute(i, "name"), "articletitle")) {
      const std::u16string article = from_utf8(tree.attribute(i, "content"));
      if (!trim(article).empty()) return std::u16string(trim(article));
    }
    if (tree.tag(i) == GUMBO_TAG_TITLE && title.empty()) title = from_utf8(tree.all_text(i));
  }
  return std::u16string(trim(title));
}

Document read_decoded(Decoded decoded, Format format, bool cut) {
  std::string html = to_utf8(decoded.text);
  std::u16string().swap(decoded.text);  // frees twice the size of the page
  isolate_clipboard_fragment(html);
  const GuardedHtml guarded = guard_html(html);
  const HtmlTree tree(html);
  DocumentBuilder build(format);
  build.document().encoding = decoded.encoding;
  build.document().encoding_reason = decoded.reason;
  build.document().title_hint = title_of(tree);
  if (cut) build.limit_reached(limits::html_bytes_name);
  if (guarded.tags) build.limit_reached(limits::html_tags_name);
  if (guarded.nesting) build.limit_reached(u"网页元素嵌套不超过 512 层");
  if (guarded.attributes) build.limit_reached(u"一个标签的属性不超过 256 个");
  const HtmlContent content = find_content(tree);
  HtmlWalker(tree, html, content, build).walk();
  Document document = build.finish();
  // Bytes that were no characters count where the report has them, not in a menu that was left out.
  if (const std::size_t at = document.text.find(u'\uFFFD');
      decoded.replaced > 0 && at != std::u16string::npos) {
    const auto begin = static_cast<std::uint32_t>(at);
    document.problems.push_back({ErrorCode::encoding, {begin, begin + 1}, from_utf8(decoded.encoding)});
  }
  return document;
}

}  // namespace

Result<Document> read_html_bytes(std::string_view bytes, std::string_view declared,
                                 const ReadOptions& options, Format format) {
  const std::string_view begin = leading_bytes(bytes, limits::html_bytes);
  Result<Decoded> decoded = decode(begin, declared, options.encoding);
  if (!decoded) return decoded.error();
  return read_decoded(std::move(decoded.value()), format, begin.size() < bytes.size());
}

Result<Document> read_html(std::string_view bytes, const ReadOptions& options) {
  return read_html_bytes(bytes, declared_html_charset(bytes), options, Format::html);
}

}  // namespace nianbao
