#include "rules/figures.h"

namespace nianbao::rules::fees {

extern constexpr Rule sum = {
    .severity = Severity::warning,
    .title = {u"分项收费之和不等于总额", u"The fees listed do not add up to the total"},
    .basis_kind = BasisKind::practice,
    .basis =
        {u"《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）：收费情况纳入政府信息公开工作年度报告",
         u"Measures on the information processing fee (\"国办函〔2020〕109号\"): what was charged belongs in "
         u"the annual report"},
    .advice = {u"核对收费总额、件数和各分项。", u"Check the amount, the number of cases and the parts."},
    .run =
        [](const Context& context, Findings& out) {
          const Ledger& ledger = context.analysis.ledger;
          for (const SumList& list : ledger.sums) {
            if (!list.fee) continue;
            const Quantity& total = ledger.figures[list.total].quantity;
            if (list.low <= total.high && (list.high >= total.low || list.open || list.parts.size() < 2)) {
              out.passed();
              continue;
            }
            Finding& finding = out.add(
                join(say_sum(context.report, ledger, list), Words{u"，两者不等。", u": they differ."}));
            finding.places = places_of(ledger, list);
            finding.equation = sum_of_parts(ledger, list) + u" ≠ " + total.value.to_string();
            if (list.units) finding.violates = {"fees/sum", "rollup/narrative-breakdown"};
          }
        },
};

}  // namespace nianbao::rules::fees
