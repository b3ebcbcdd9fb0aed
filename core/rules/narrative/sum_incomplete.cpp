#include "rules/figures.h"

namespace nianbao::rules::narrative {

extern constexpr Rule sum_incomplete = {
    .severity = Severity::notice,
    .title = {u"分项之和小于总数", u"The parts add up to less than the total"},
    .basis_kind = BasisKind::practice,
    .basis = {u"正文数字应当完整、前后一致",
              u"Numbers of the text should be complete and agree with each other"},
    .advice = {u"补全分项，或在末尾写“等”。", u"Name the missing parts, or end the list with \"等\"."},
    .run =
        [](const Context& context, Findings& out) {
          const Ledger& ledger = context.analysis.ledger;
          for (const SumList& list : ledger.sums) {
            const Quantity& total = ledger.figures[list.total].quantity;
            if (list.fee || list.units || list.open || !list.exhaustive || list.high >= total.low) continue;
            const bool slip =
                total.exact() && list.low == list.high && list.parts.size() >= 3 &&
                (total.value.to_double() - list.low.to_double()) * 50 <= total.value.to_double();
            if (slip || list.complete || settled(ledger, list)) continue;  // narrative/sum
            Finding& finding = out.add(join(say_sum(context.report, ledger, list),
                                            Words{u"，分项之和小于总数。", u": less than the total."}));
            finding.places = places_of(ledger, list);
            finding.equation = sum_of_parts(ledger, list) + u" ≠ " + total.value.to_string();
            finding.violates = {"narrative/sum-incomplete", "narrative/sum"};
          }
        },
};

}  // namespace nianbao::rules::narrative
