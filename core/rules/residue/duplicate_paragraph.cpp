#include <algorithm>
#include <unordered_map>

#include "base/unicode.h"
#include "rules/analysis.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::residue {
namespace {

using std::u16string_view;

constexpr std::size_t shortest = 40;

// "(三)政府信息管理情况。严格执行…" -> "严格执行…": the same words may stand under two headings.
TextSpan without_heading(u16string_view text) {
  constexpr std::size_t longest_heading = 24;
  const bool numbered = !text.empty() && (text[0] == u'(' || small_number_at(text).length > 0);
  const std::size_t end = text.substr(0, longest_heading).find_first_of(u"。:");
  return {numbered && end != npos ? end + 1 : 0, text.size()};
}

// Rules drawn with dashes and rows of numbers are no paragraphs.
bool has_enough_words(u16string_view text) {
  return std::count_if(text.begin(), text.end(), [](char16_t c) { return is_han(c); }) >=
         static_cast<std::ptrdiff_t>(shortest) / 2;
}

struct Seen {
  const Paragraph* paragraph;
  TextSpan span;
};

void run(const Context& context, Findings& out) {
  const Document& document = *context.report.document;
  std::unordered_map<u16string_view, Seen> seen;
  int different = 0;
  for (const Paragraph& paragraph : context.report.prose.paragraphs) {
    if (!paragraph.in_report() || paragraph.part == Part::title || paragraph.part == Part::heading) continue;
    const TextSpan span = without_heading(paragraph.text);
    if (span.end - span.begin < shortest || !has_enough_words(part(paragraph.text, span))) continue;
    const auto [known, fresh] = seen.insert({part(paragraph.text, span), {&paragraph, span}});
    if (fresh) {
      ++different;
      continue;
    }
    const Seen& first = known->second;
    out.add(say(u"这段{0}字的文字出现了两次：{1}。", u"This paragraph of {0} characters occurs twice: {1}.",
                {static_cast<int>(span.end - span.begin), excerpt(document, paragraph.back(span))}))
        .places = {paragraph.back(span), first.paragraph->back(first.span)};
  }
  out.passed(different);
}

}  // namespace

extern constexpr Rule duplicate_paragraph = {
    .severity = Severity::warning,
    .title = {u"段落重复", u"A paragraph occurs twice"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：同一段文字只写一处", u"Recommended: the same words stand in one place only"},
    .advice = {u"保留一处；另一处如果本应写别的内容，请补上。",
               u"Keep one; if something else belonged in the other place, write it."},
    .run = run,
};

}  // namespace nianbao::rules::residue
