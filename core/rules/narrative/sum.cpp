#include "rules/figures.h"

namespace nianbao::rules::narrative {
namespace {

// Three parts or more that fall short by two percent at most: a slip rather than an incomplete list.
bool nearly_complete(const Ledger& ledger, const SumList& list) {
  const Quantity& total = ledger.figures[list.total].quantity;
  if (!total.exact() || list.open || list.parts.size() < 3 || list.low != list.high || list.high >= total.low)
    return false;
  return (total.value.to_double() - list.low.to_double()) * 50 <= total.value.to_double();
}

}  // namespace

extern constexpr Rule sum = {
    .severity = Severity::warning,
    .title = {u"分项之和与总数不符", u"The parts do not add up to the total"},
    .basis_kind = BasisKind::practice,
    .basis = {u"正文数字应当完整、前后一致",
              u"Numbers of the text should be complete and agree with each other"},
    .advice = {u"核对总数和各分项。", u"Check the total and its parts."},
    .run =
        [](const Context& context, Findings& out) {
          const Ledger& ledger = context.analysis.ledger;
          for (const SumList& list : ledger.sums) {
            if (list.fee || list.units) continue;
            const Decimal total_low = ledger.figures[list.total].quantity.low,
                          total_high = ledger.figures[list.total].quantity.high;
            const bool over = list.low > total_high, nearly = nearly_complete(ledger, list);
            const bool short_of_it = list.complete && list.high < total_low;
            if (!over && !nearly && !short_of_it) {
              if (list.high >= total_low && list.parts.size() > 1) out.passed();
              continue;
            }
            if (settled(ledger, list)) continue;
            const Text ending = over ? Text(Words{u"，分项之和大于总数。", u": the parts exceed the total."})
                                : short_of_it && !nearly
                                    ? Text(Words{u"，分项之和小于总数。", u": less than the total."})
                                    : Text(Words{u"，分项之和与总数相差不多，像是写错了一个数。",
                                                 u": close to the total, as if one number were mistyped."});
            Finding& finding = out.add(join(say_sum(context.report, ledger, list), ending));
            if (list.parts.size() == 1) finding.severity = Severity::notice;
            finding.places = places_of(ledger, list);
            finding.equation =
                sum_of_parts(ledger, list) + u" ≠ " + ledger.figures[list.total].quantity.value.to_string();
          }
        },
};

}  // namespace nianbao::rules::narrative
