#include "rules/figures.h"

namespace nianbao::rules::narrative {

extern constexpr Rule zero_claim = {
    .severity = Severity::error,
    .title = {u"正文称没有，但表中有数", u"The text says none, but the table has some"},
    .basis_kind = BasisKind::form,
    .basis =
        {u"国办公开办函〔2021〕30号“明确责任”：发布内容不准确不全面造成不良后果的，依《条例》第四十七条处理",
         u"Notice \"国办公开办函〔2021〕30号\", on responsibility: reports that are inaccurate or incomplete "
         u"fall under article 47 of the Regulations"},
    .advice = {u"核实有没有收到申请或发生案件，改正文或改表。",
               u"Find out whether there were any, and correct the text or the table."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          if (!usable(report, TableId::requests) && !usable(report, TableId::proceedings))
            return out.unable(why_unusable(report, TableId::requests));
          report_contradictions(context, out, "narrative/zero-claim", {});
          for (const Figure& figure : context.analysis.ledger.figures)
            if (figure.word && figure.quantity.value.is_zero() && figure.cls == FigureClass::matches)
              out.passed();
        },
};

}  // namespace nianbao::rules::narrative
