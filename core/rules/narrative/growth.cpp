#include <algorithm>
#include <cmath>

#include "rules/figures.h"

namespace nianbao::rules::narrative {
namespace {

// 100万 stays 100万: the digits below it are not known.
Text shown(const Context& context, const Figure& figure) {
  if (!figure.quantity.rounded) return number_of(figure.quantity.value);
  return quote(*context.report.document, figure.range);
}

// Last year's number: as it is told, or this year's without the change.
Decimal number_before(const Ledger& ledger, const Growth& growth) {
  if (growth.then) return ledger.figures[*growth.then].quantity.value;
  const Decimal now = ledger.figures[growth.now].quantity.value,
                change = ledger.figures[*growth.change].quantity.value;
  return growth.rise ? now - change : now + change;
}

// Not where the words tell the other direction: a number alone does not put that right.
void offer(const Report& report, const Ledger& ledger, const Growth& growth, Finding& finding) {
  const Quantity& now = ledger.figures[growth.now].quantity;
  const bool exact = now.exact() && (!growth.then || ledger.figures[*growth.then].quantity.exact());
  const Decimal before = number_before(ledger, growth);
  if (!exact || growth.wrong_direction || now.value == before) return;
  const Decimal change = growth.rise ? now.value - before : before - now.value;
  offer_percentage(report, ledger.figures[growth.stated], change, before, finding);
}

}  // namespace

extern constexpr Rule growth = {
    .severity = Severity::warning,
    .title = {u"同比增幅与数字不符", u"A growth rate does not agree with the figures"},
    .basis_kind = BasisKind::practice,
    .basis = {u"正文数字应当完整、前后一致",
              u"Numbers of the text should be complete and agree with each other"},
    .advice = {u"按两年的数重新计算增幅，注意增减方向。",
               u"Compute the rate again from both figures and mind the direction."},
    .run =
        [](const Context& context, Findings& out) {
          const Ledger& ledger = context.analysis.ledger;
          for (const Growth& growth : ledger.growths) {
            if (growth.right) {
              out.passed();
              continue;
            }
            const Figure& stated = ledger.figures[growth.stated];
            const Figure& now = ledger.figures[growth.now];
            const Text then = growth.then ? shown(context, ledger.figures[*growth.then])
                                          : number_of(number_before(ledger, growth));
            const bool rises = growth.expected >= 0;
            Finding& finding = out.add(
                say(u"由{0}到{1}，{2}{3}，正文写{4}。", u"From {0} to {1} is {2} {3}, the text says {4}.",
                    {then, shown(context, now),
                     rises ? Text(Words{u"增长", u"a rise of"}) : Text(Words{u"下降", u"a fall of"}),
                     percent_of(std::abs(growth.expected), std::max(stated.quantity.digits, 2)),
                     quote(*context.report.document, stated.clause, 24)}));
            finding.places = {stated.range, now.range};
            offer(context.report, ledger, growth, finding);
          }
        },
};

}  // namespace nianbao::rules::narrative
