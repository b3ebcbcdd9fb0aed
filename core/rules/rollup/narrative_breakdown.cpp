#include "rules/figures.h"

namespace nianbao::rules::rollup {
namespace {

// 共8517件，其中审批处947件、执法处933件: what falls short by a fifth names some of the units only.
bool names_some(const SumList& list, const Quantity& total) {
  return list.high < total.low && (total.low - list.high).to_double() * 5 > total.low.to_double();
}

}  // namespace

extern constexpr Rule narrative_breakdown = {
    .severity = Severity::warning,
    .title = {u"正文分单位数之和不等于总数", u"The numbers of the units do not add up to the total"},
    .basis_kind = BasisKind::practice,
    .basis = {u"正文数字应当完整、前后一致",
              u"Numbers of the text should be complete and agree with each other"},
    .advice = {u"核对各单位的数和总数；没有列全的，末尾写“等”。",
               u"Check the units and the total; end the list with \"等\" where not all are named."},
    .run =
        [](const Context& context, Findings& out) {
          const Ledger& ledger = context.analysis.ledger;
          for (const SumList& list : ledger.sums) {
            if (list.fee || !list.units) continue;
            const Quantity& total = ledger.figures[list.total].quantity;
            if (list.low <= total.high && (list.high >= total.low || list.open)) {
              out.passed();
              continue;
            }
            if (settled(ledger, list) || names_some(list, total)) continue;
            Finding& finding =
                out.add(join(say_sum(context.report, ledger, list),
                             Words{u"，各单位之和不等于总数。", u": the units do not add up."}));
            finding.places = places_of(ledger, list);
            finding.equation = sum_of_parts(ledger, list) + u" ≠ " + total.value.to_string();
          }
        },
};

}  // namespace nianbao::rules::rollup
