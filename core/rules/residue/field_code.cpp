#include <algorithm>

#include "base/sorting.h"
#include "base/unicode.h"
#include "rules/analysis.h"
#include "rules/cures.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::residue {
namespace {

using std::u16string_view;

// Where a residue that begins with one of these words ends.
enum class Until { word, bracket };

struct Residue {
  u16string_view begin;
  Until until;
};

// As they stand in the document, not folded.
constexpr Residue residues[] = {
    {u"[bookmark:", Until::bracket}, {u"[书签:", Until::bracket},    {u"_GoBack", Until::word},
    {u"_Toc", Until::word},          {u"_Ref", Until::word},         {u"HYPERLINK \"", Until::word},
    {u"HYPERLINK \\l", Until::word}, {u"PAGEREF _", Until::word},    {u"PAGEREF ", Until::word},
    {u"MERGEFIELD", Until::word},    {u"MERGEFORMAT", Until::word},  {u"TOC \\", Until::word},
    {u"STYLEREF ", Until::word},     {u"DOCPROPERTY ", Until::word}, {u"INCLUDEPICTURE", Until::word},
    {u"FORMTEXT", Until::word},      {u"FORMCHECKBOX", Until::word}, {u"SEQ 表 \\", Until::word},
    {u"SEQ 图 \\", Until::word},     {u"{ TOC", Until::word},        {u"{TOC \\", Until::word},
    {u"{ PAGE", Until::word},        {u"NUMPAGES \\", Until::word},
};

// What Word and WPS print for a field that leads nowhere; folded.
constexpr u16string_view error_texts[] = {u"错误!未找到引用源",
                                          u"错误!未定义书签",
                                          u"错误!超链接引用无效",
                                          u"错误!未指定书签",
                                          u"错误!文档中没有指定样式的文字",
                                          u"Error!Referencesourcenotfound",
                                          u"Error!Bookmarknotdefined"};

bool is_word_unit(char16_t c) {
  return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || is_digit(c) || c == u'_';
}

std::uint32_t residue_end(u16string_view text, std::size_t at, const Residue& residue) {
  constexpr std::size_t longest = 80;
  std::size_t end = at + residue.begin.size();
  const std::size_t last = std::min(text.size(), at + longest);
  if (residue.until == Until::bracket) {
    const std::size_t close = text.substr(0, last).find(u']', end);
    return static_cast<std::uint32_t>(close == npos ? end : close + 1);
  }
  if (residue.until == Until::word)
    while (end < last && is_word_unit(text[end])) ++end;
  return static_cast<std::uint32_t>(end);
}

// "_Toc" and "_Ref" are names of bookmarks only when a number follows.
bool is_real(u16string_view text, const Residue& residue, Range range) {
  if (residue.begin != u"_Toc" && residue.begin != u"_Ref") return true;
  return range.size() > residue.begin.size() + 3 && is_digit(text[range.end - 1]);
}

// The whole of "{ HYPERLINK … }" where the braces are there.
Range with_braces(u16string_view text, Range range) {
  constexpr std::uint32_t longest = 120;
  std::uint32_t begin = range.begin;
  while (begin > 0 && text[begin - 1] == u' ') --begin;
  if (text[range.begin] != u'{' && (begin == 0 || text[begin - 1] != u'{')) return range;
  const std::size_t close = text.substr(0, std::min<std::size_t>(text.size(), range.end + longest))
                                .find_first_of(u"}\n", range.end);
  if (close == npos || text[close] != u'}') return range;
  return {text[range.begin] == u'{' ? range.begin : begin - 1, static_cast<std::uint32_t>(close + 1)};
}

void find_codes(u16string_view text, std::vector<Range>& found) {
  for (const Residue& residue : residues)
    for (std::size_t at : find_all(text, residue.begin)) {
      const Range range{static_cast<std::uint32_t>(at), residue_end(text, at, residue)};
      if (is_real(text, residue, range)) found.push_back(with_braces(text, range));
    }
}

void find_error_texts(const Prose& prose, std::vector<Range>& found) {
  for (const Paragraph& paragraph : prose.paragraphs)
    for (u16string_view words : error_texts)
      for (std::size_t at : find_all(paragraph, words))
        found.push_back(paragraph.back(at, at + words.size()));
}

// { PAGEREF _Toc123 \h } is one.
std::vector<Range> merged(std::vector<Range> found) {
  constexpr std::uint32_t same_code = 6;
  sort_by(found);
  std::vector<Range> apart;
  for (Range range : found) {
    if (!apart.empty() && range.begin < apart.back().end + same_code)
      apart.back().end = std::max(apart.back().end, range.end);
    else apart.push_back(range);
  }
  return apart;
}

// "[bookmark: _GoBack]" as a whole. Of a field it is not known what belongs to its result.
bool is_bookmark(u16string_view text) { return text.front() == u'[' && text.find(u']') == text.size() - 1; }

void run(const Context& context, Findings& out) {
  const Document& document = *context.report.document;
  std::vector<Range> found;
  find_codes(document.text, found);
  find_error_texts(context.report.prose, found);
  found = merged(std::move(found));
  for (Range range : found) {
    Finding& finding = out.add(say(u"留有文字处理软件的书签或域代码：{0}。",
                                   u"A bookmark or field code of the word processor is left in: {0}.",
                                   {excerpt(document, range, 40)}));
    finding.places.push_back(range);
    if (is_bookmark(document.view(range))) offer_text(document, finding, range, u"");
  }
  if (found.empty()) out.passed();
}

}  // namespace

extern constexpr Rule field_code = {
    .severity = Severity::error,
    .title = {u"书签或域代码残留", u"A bookmark or field code is left in"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：公布的正文不带编辑软件留下的代码",
              u"Recommended: the published text carries no codes of the editing software"},
    .advice = {u"删去；如果是目录或交叉引用，在原文件中更新域或转为文字后重新复制。",
               u"Delete it; for a table of contents or a cross-reference, update the field in the .source or "
               u"turn it into text."},
    .run = run,
};

}  // namespace nianbao::rules::residue
