#include "rules/figures.h"

namespace nianbao::rules::narrative {

extern constexpr Rule all_handled_claim = {
    .severity = Severity::warning,
    .title = {u"称“全部办结”但表三有结转", u"All are said to be done, but table 3 carries some forward"},
    .basis_kind = BasisKind::form,
    .basis =
        {u"国办公开办函〔2021〕30号“明确责任”：发布内容不准确不全面造成不良后果的，依《条例》第四十七条处理",
         u"Notice \"国办公开办函〔2021〕30号\", on responsibility: reports that are inaccurate or incomplete "
         u"fall under article 47 of the Regulations"},
    .advice = {u"核实是否全部办结；有结转的，写明已办结和结转各多少件。",
               u"Find out whether all were handled; if some are carried forward, say how many of each."},
    .run =
        [](const Context& context, Findings& out) {
          if (skip_without_table(context, out, TableId::requests)) return;
          for (const Assertion& claim : context.analysis.ledger.assertions) {
            if (claim.kind != Assertion::all_concluded) continue;
            if (claim.holds) {
              out.passed();
              continue;
            }
            Finding& finding =
                out.add(say(u"正文写{0}，而{1}是{2}。", u"The text says {0}, but {1} is {2}.",
                            {quote(*context.report.document, claim.range),
                             cell_label(*context.report.form, claim.cells.front()), number_of(claim.sum)}));
            finding.cells = claim.cells;
            finding.places = {claim.range};
          }
        },
};

}  // namespace nianbao::rules::narrative
