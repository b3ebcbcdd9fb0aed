#include <algorithm>

#include "base/limits.h"
#include "base/unicode.h"
#include "rules/analysis.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::residue {
namespace {

using std::u16string_view;

struct Found {
  Words kind;
  std::vector<Range> places;
  Text count() const { return static_cast<int>(places.size()); }
};

Range range_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_border(char16_t c) { return is_space(c) || one_of(c, u"。，、；：！？（）()“”\"|"); }

// "**" that opens strong words as Markdown has it; stars that hide a name (张**) or a number do not.
void find_stars(const Document& document, Range line, std::vector<Range>& places) {
  const u16string_view text = document.view(line);
  for (std::size_t at = text.find(u"**"); at != npos; at = text.find(u"**", at)) {
    std::size_t end = at;
    while (end < text.size() && text[end] == u'*') ++end;
    const bool opens =
        (at == 0 || is_border(text[at - 1])) && end < text.size() && !is_border(text[end]) && end - at <= 3;
    const std::size_t close = opens ? text.find(u"**", end) : npos;
    if (close != npos) places.push_back(range_of(line.begin + at, line.begin + end));
    at = close != npos ? close + 2 : end;
  }
}

// "# 一、总体情况"
void find_hashes(const Document& document, Range line, std::vector<Range>& places) {
  const u16string_view text = document.view(line);
  std::size_t end = 0;
  while (end < text.size() && text[end] == u'#') ++end;
  const bool goes_on = end < text.size() && (is_space(text[end]) || is_han(text[end]) || text[end] == u'*');
  if (end > 0 && end <= 6 && goes_on) places.push_back(range_of(line.begin, line.begin + end));
}

void find_tags(const Document& document, Range line, std::vector<Range>& places) {
  const u16string_view text = document.view(line);
  if (text.find_first_of(u"<&") == npos) return;
  for (u16string_view tag :
       {u16string_view(u"<br"),     u16string_view(u"</p>"),    u16string_view(u"<p>"),
        u16string_view(u"<p "),     u16string_view(u"<span"),   u16string_view(u"</span>"),
        u16string_view(u"<div"),    u16string_view(u"</div>"),  u16string_view(u"<strong>"),
        u16string_view(u"<b>"),     u16string_view(u"<td"),     u16string_view(u"</td>"),
        u16string_view(u"<o:p>"),   u16string_view(u"&nbsp;"),  u16string_view(u"&ldquo;"),
        u16string_view(u"&rdquo;"), u16string_view(u"&amp;"),   u16string_view(u"&lt;"),
        u16string_view(u"&gt;"),    u16string_view(u"&mdash;"), u16string_view(u"&middot;"),
        u16string_view(u"&quot;")})
    for (std::size_t at : find_all(text, tag)) {
      constexpr std::size_t longest_tag = 300;
      const std::size_t close =
          tag[0] == u'<' ? text.substr(0, at + longest_tag).find(u'>', at) : at + tag.size() - 1;
      places.push_back(range_of(line.begin + at, line.begin + (close == npos ? at + tag.size() : close + 1)));
    }
}

// What no font shows. Glyphs of a PDF without a character of their own are the file's fault, not the
// writer's; in a picture the character that stands for them is the reader's own.
void find_unreadable(const Document& document, Range line, std::vector<Range>& places) {
  const u16string_view text = document.view(line);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool private_use = text[at] >= 0xE000 && text[at] <= 0xF8FF && !is_laid_out(document.format);
    if (private_use || text[at] == 0xFFFD) places.push_back(range_of(line.begin + at, line.begin + at + 1));
  }
}

bool is_recognised(const Document& document) {
  return std::any_of(document.marks.begin(), document.marks.end(),
                     [](const Mark& mark) { return mark.kind == MarkKind::recognised; });
}

void run(const Context& context, Findings& out) {
  const Document& document = *context.report.document;
  const bool recognised = is_recognised(document);
  Found found[] = {{{u"“**”（Markdown 的加粗符号）", u"\"**\" (strong words in Markdown)"}, {}},
                   {{u"“#”（Markdown 的标题符号）", u"\"#\" (headings in Markdown)"}, {}},
                   {{u"网页标记", u"marks of a web page"}, {}},
                   {{u"无法显示的字符（乱码）", u"characters that cannot be shown"}, {}}};
  for (const Paragraph& paragraph : context.report.prose.paragraphs) {
    if (!paragraph.in_report()) continue;
    const Range line = paragraph.range;
    if (document.format != Format::markdown)
      find_stars(document, line, found[0].places), find_hashes(document, line, found[1].places);
    find_tags(document, line, found[2].places);
    if (!recognised) find_unreadable(document, line, found[3].places);
  }
  bool any = false;
  for (Found& kind : found) {
    if (kind.places.empty()) continue;
    any = true;
    Finding& finding = out.add(
        say(u"正文里残留{0}，共{1}处。", u"Left in the text: {0}, {1} in all.", {kind.kind, kind.count()}));
    kind.places.resize(std::min(kind.places.size(), limits::findings_per_rule));
    finding.places = kind.places;
  }
  if (!any) out.passed();
}

}  // namespace

extern constexpr Rule markup = {
    .severity = Severity::warning,
    .title = {u"标记符号残留", u"Marks of a text format are left in"},
    .basis_kind = BasisKind::practice,
    .basis =
        {u"建议：公布的正文不带排版标记和乱码",
         u"Recommended: the published text carries neither marks of a text format nor broken characters"},
    .advice = {u"删去这些符号；乱码处对照原稿补上原来的文字。",
               u"Delete the marks; where characters are broken, restore them from the draft."},
    .run = run,
};

}  // namespace nianbao::rules::residue
