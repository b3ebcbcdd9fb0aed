#include "rules/last_year.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::history {
namespace {

constexpr int copied_percent = 80;

void run(const Context& context, Findings& out) {
  const Report* then = comparable(context, out);
  if (then == nullptr) return;
  const Report& now = context.report;
  if (!now.section(1).present() || !then->section(1).present())
    return out.skip(
        Words{u"两年的“一、总体情况”没有都找到", u"section \"一、总体情况\" was not found in both years"});
  const int alike = section_likeness(now, *then, 1);
  if (alike <= copied_percent) return out.passed();
  Finding& finding = out.add(say(
      u"“一、总体情况”的文字去掉数字后与{0}有 {1}% 相同，疑似照抄上年。",
      u"The text of \"一、总体情况\", figures left out, is {1}% the same as in {0}; it seems to be copied.",
      {last_years_report(*then), alike}));
  finding.places.push_back(trim(*now.document, now.section(1).body));
}

}  // namespace

extern constexpr Rule narrative_copied = {
    .severity = Severity::warning,
    .title = {u"正文与上年高度雷同", u"The text is much like last year's"},
    .basis_kind = BasisKind::practice,
    .basis = {u"国办公开办函〔2021〕30号：年度报告不得内容雷同、敷衍塞责",
              u"The notice of 2021: reports must not repeat each other"},
    .advice = {u"按本年实际工作重写，至少写明本年新做的事和新的数据。",
               u"Rewrite it from this year's work, at least what was new."},
    .run = run,
};

}  // namespace nianbao::rules::history
