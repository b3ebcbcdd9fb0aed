#include "rules/figures.h"

namespace nianbao::rules::narrative {
namespace {

// 完成年度任务的108%: more than was planned is no mistake.
bool against_plan(std::u16string_view clause) {
  for (std::u16string_view word : {u"任务", u"目标", u"计划", u"超额", u"完成率", u"增长", u"指标"})
    if (clause.find(word) != clause.npos) return true;
  return false;
}

}  // namespace

extern constexpr Rule percentage_over_100 = {
    .severity = Severity::warning,
    .title = {u"占比超过100%", u"A share exceeds 100%"},
    .basis_kind = BasisKind::practice,
    .basis = {u"正文数字应当完整、前后一致",
              u"Numbers of the text should be complete and agree with each other"},
    .advice = {u"占比、办结率等不会超过100%，核对后改正。",
               u"A share or a rate of completion cannot exceed 100%: correct it."},
    .run =
        [](const Context& context, Findings& out) {
          for (const Figure& figure : context.analysis.ledger.figures) {
            if (figure.kind != FigureKind::percentage || figure.cls != FigureClass::share_of) continue;
            if (figure.quantity.value <= Decimal(100)) {
              out.passed();
              continue;
            }
            if (against_plan(context.report.document->view(figure.clause))) continue;
            out.add(say(u"正文写{0}，占比或比率不会超过100%。",
                        u"The text says {0}; a share or a rate cannot exceed 100%.",
                        {quote(*context.report.document, figure.clause)}))
                .places = {figure.range};
          }
        },
};

}  // namespace nianbao::rules::narrative
