#include <algorithm>

#include "rules/figures.h"

namespace nianbao::rules::narrative {

extern constexpr Rule percentage = {
    .severity = Severity::warning,
    .title = {u"百分比计算有误", u"A percentage is wrong"},
    .basis_kind = BasisKind::practice,
    .basis = {u"正文数字应当完整、前后一致", u"Numbers of the text should be complete and agree with each other"},
    .advice = {u"按分项和基数重新计算；基数不是前文总数的，写明占什么的比例。", u"Compute it again from part and base; name the base where it is not the total before."},
    .run = [](const Context& context, Findings& out) {
      const Ledger& ledger = context.analysis.ledger;
      for (const Share& share : ledger.shares) {
        if (!share.checked) continue;
        if (share.right) {
          out.passed();
          continue;
        }
        const Figure& stated = ledger.figures[share.percentage];
        if (stated.quantity.value > Decimal(100)) continue;                                          // percentage-over-100
        if (share.part && ledger.figures[*share.part].cls == FigureClass::contradicts) continue;      // reported with its count
        const double ratio = 100 * share.part_value.to_double() / share.base_value.to_double();
        const int digits = std::max(stated.quantity.digits, 2);
        Text message = say(u"{0} ÷ {1} = {2}，正文写{3}。", u"{0} ÷ {1} = {2}, the text says {3}.",
                           {number_of(share.part_value), number_of(share.base_value), percent_of(ratio, digits),
                            quote_figure(context.report, stated)});
        if (share.base_cell)
          message = join(message, say(u"其中{0}取自{1}。", u" {0} is {1}.", {number_of(share.base_value), cell_label(*context.report.form, *share.base_cell)}));
        Finding& finding = out.add(std::move(message));
        finding.places = {stated.range};
        if (share.part) finding.places.push_back(ledger.figures[*share.part].range);
        if (share.base) finding.places.push_back(ledger.figures[*share.base].range);
        if (share.part_cell) finding.cells.push_back(*share.part_cell);
        if (share.base_cell) {
          finding.cells.push_back(*share.base_cell);
          finding.violates = {"narrative/percentage", "narrative/outcome-count"};
        }
        finding.equation = number_of(share.part_value).zh + u" ÷ " + number_of(share.base_value).zh + u" ≠ " +
                           stated.quantity.value.to_string() + u"%";
      }
    },
};

}  // namespace nianbao::rules::narrative
