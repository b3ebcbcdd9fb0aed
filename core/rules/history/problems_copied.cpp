#include "rules/last_year.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::history {
namespace {

constexpr int copied_percent = 70;

void run(const Context& context, Findings& out) {
  const Report* then = comparable(context, out);
  if (then == nullptr) return;
  const Report& now = context.report;
  if (!now.section(5).present() || !then->section(5).present())
    return out.skip(Words{u"两年的第五部分没有都找到", u"section five was not found in both years"});
  const int alike = section_likeness(now, *then, 5);
  if (alike <= copied_percent) return out.passed();
  Finding& finding =
      out.add(say(u"第五部分“存在的主要问题及改进情况”的文字去掉数字后与{0}有 {1}% 相同，疑似照抄上年。",
                  u"The text of section five on problems and improvements, figures left out, is {1}% the "
                  u"same as in {0}; it seems to be copied.",
                  {last_years_report(*then), alike}));
  finding.places.push_back(trim(*now.document, now.section(5).body));
  finding.violates = {"history/problems-copied", "history/narrative-copied"};
}

}  // namespace

extern constexpr Rule problems_copied = {
    .severity = Severity::warning,
    .title = {u"存在问题与上年雷同", u"The problems are those of last year"},
    .basis_kind = BasisKind::practice,
    .basis = {u"国办公开办函〔2021〕30号：年度报告不得内容雷同、敷衍塞责",
              u"The notice of 2021: reports must not repeat each other"},
    .advice = {u"写本年的问题，并交代上年所列问题的改进结果。",
               u"Write this year's problems, and what became of last year's."},
    .run = run,
};

}  // namespace nianbao::rules::history
