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

}  // namespace

extern constexpr Rule growth = {
    .severity = Severity::warning,
    .title = {u"同比增幅与数字不符", u"A growth rate does not agree with the figures"},
    .basis_kind = BasisKind::practice,
    .basis = {u"正文数字应当完整、前后一致", u"Numbers of the text should be complete and agree with each other"},
    .advice = {u"按两年的数重新计算增幅，注意增减方向。", u"Compute the rate again from both figures and mind the direction."},
    .run = [](const Context& context, Findings& out) {
      const Ledger& ledger = context.analysis.ledger;
      for (const Growth& growth : ledger.growths) {
        if (growth.right) {
          out.passed();
          continue;
        }
        const Figure& stated = ledger.figures[growth.stated];
        const Figure& now = ledger.figures[growth.now];
        const Text then = growth.then ? shown(context, ledger.figures[*growth.then])
                                      : number_of(growth.rise ? now.quantity.value - ledger.figures[*growth.change].quantity.value
                                                              : now.quantity.value + ledger.figures[*growth.change].quantity.value);
        const bool rises = growth.expected >= 0;
        Finding& finding = out.add(say(u"由{0}到{1}，{2}{3}，正文写{4}。", u"From {0} to {1} is {2} {3}, the text says {4}.",
                                       {then, shown(context, now), rises ? Text(Words{u"增长", u"a rise of"}) : Text(Words{u"下降", u"a fall of"}),
                                        percent_of(std::abs(growth.expected), std::max(stated.quantity.digits, 2)),
                                        quote(*context.report.document, stated.clause, 24)}));
        finding.places = {stated.range, now.range};
      }
    },
};

}  // namespace nianbao::rules::narrative
