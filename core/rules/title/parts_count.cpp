#include <algorithm>

#include "base/numeral.h"
#include "rules/analysis.h"
#include "rules/contents_sentence.h"
#include "rules/cures.h"
#include "rules/rule.h"

namespace nianbao::rules::title {
namespace {

int sections_found(const Report& report) {
  return static_cast<int>(std::count_if(report.sections.begin(), report.sections.end(),
                                        [](const Section& s) { return s.present(); }));
}

// An open list (…等六部分) may name fewer, unless it runs to its end.
bool may_be_shortened(const ContentsSentence& contents) {
  const std::u16string_view text = contents.paragraph->text;
  return contents.open && static_cast<int>(contents.names.size()) < contents.stated &&
         !contains(part(text, contents.names.back()), u"其他");
}

// 五个部分 → 六个部分, where the report has the six that the form asks for and `names` are named or none.
void offer_six(const Context& context, const ContentsSentence& contents, int names, Finding& finding) {
  constexpr int all = 6;
  const Document& document = *context.report.document;
  const Range place = finding.places.front();
  const WholeNumber number = number_at(document.view(place));
  if (sections_found(context.report) != all || (names != 0 && names != all) ||
      number.value != contents.stated)
    return;
  const Range numeral{place.begin, place.begin + static_cast<std::uint32_t>(number.length)};
  offer_text(document, finding, numeral, number.notation == Notation::arabic ? u"6" : u"六");
}

void add(const Context& context, const ContentsSentence& contents, Text message, Findings& out) {
  Finding& finding = out.add(std::move(message));
  finding.places.push_back(contents.paragraph->back(contents.number));
  offer_six(context, contents, static_cast<int>(contents.names.size()), finding);
}

void run(const Context& context, Findings& out) {
  const auto contents = find_contents_sentence(context.report.prose);
  if (!contents || contents->stated == 0)
    return out.skip(say(u"前言没有写由几部分组成", u"the preface does not say how many parts there are"));
  const Text stated = excerpt(part(contents->paragraph->text, contents->number));
  const int listed = static_cast<int>(contents->names.size()), found = sections_found(context.report);
  if (listed > 0 && listed != contents->stated && !may_be_shortened(*contents))
    return add(context, *contents,
               say(u"前言说报告由{0}组成，列出的名称却有{1}个。",
                   u"The preface speaks of {0}, but names {1}.", {stated, listed}),
               out);
  const bool all_found = found == 6 && context.report.extra_sections.empty();
  if (all_found && contents->stated != found && !contents->open)
    return add(context, *contents,
               say(u"前言说报告由{0}组成，正文实有{1}部分。",
                   u"The preface speaks of {0}, but the report has {1} sections.", {stated, found}),
               out);
  out.passed();
}

}  // namespace

extern constexpr Rule parts_count = {
    .severity = Severity::warning,
    .title = {u"“由×部分组成”与列举不符", u"The number of parts stated is not the number of parts"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：前言的目录语与正文的六个部分一致",
              u"Recommended: the preface agrees with the six sections of the report"},
    .advice = {u"按正文的六个部分写全名称，并改正数目。", u"Name all six sections and correct the number."},
    .run = run,
};

}  // namespace nianbao::rules::title
