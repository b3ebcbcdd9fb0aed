#include <algorithm>

#include "rules/figures.h"

namespace nianbao::rules::narrative {
namespace {

bool is_exact(const Ledger& ledger, std::optional<std::uint32_t> figure) {
  return !figure || ledger.figures[*figure].quantity.exact();
}

// That it is a share of the total of 表三 is said for what is a share of all that was handled. Of what else
// it may be one (新收, 新收加上年结转) must say the same.
bool base_is_plain(const Report& report, const Ledger& ledger, const Share& share) {
  if (!share.base_cell) return true;
  const ReportCell* handled = report.cell("requests", "outcome_total", "total");
  const ReportCell* received = report.cell("requests", "new_requests", "total");
  const auto says_base = [&](const ReportCell* cell) {
    return cell != nullptr && cell->value && *cell->value == share.base_value;
  };
  const std::u16string_view clause = report.document->view(ledger.figures[share.percentage].clause);
  const bool rate = clause.find(u'率') != clause.npos;
  return says_base(handled) && (!rate || says_base(received));
}

void offer(const Report& report, const Ledger& ledger, const Share& share, Finding& finding) {
  if (!is_exact(ledger, share.part) || !is_exact(ledger, share.base) || !base_is_plain(report, ledger, share))
    return;
  offer_percentage(report, ledger.figures[share.percentage], share.part_value, share.base_value, finding);
}

}  // namespace

extern constexpr Rule percentage = {
    .severity = Severity::warning,
    .title = {u"百分比计算有误", u"A percentage is wrong"},
    .basis_kind = BasisKind::practice,
    .basis = {u"正文数字应当完整、前后一致",
              u"Numbers of the text should be complete and agree with each other"},
    .advice = {u"按分项和基数重新计算；基数不是前文总数的，写明占什么的比例。",
               u"Compute it again from part and base; name the base where it is not the total before."},
    .run =
        [](const Context& context, Findings& out) {
          const Ledger& ledger = context.analysis.ledger;
          for (const Share& share : ledger.shares) {
            if (!share.checked) continue;
            if (share.right) {
              out.passed();
              continue;
            }
            const Figure& stated = ledger.figures[share.percentage];
            if (stated.quantity.value > Decimal(100)) continue;  // percentage-over-100
            if (share.part && ledger.figures[*share.part].cls == FigureClass::contradicts)
              continue;  // reported with its count
            const double ratio = 100 * share.part_value.to_double() / share.base_value.to_double();
            const int digits = std::max(stated.quantity.digits, 2);
            Text message = say(u"{0} ÷ {1} = {2}，正文写{3}。", u"{0} ÷ {1} = {2}, the text says {3}.",
                               {number_of(share.part_value), number_of(share.base_value),
                                percent_of(ratio, digits), quote_figure(context.report, stated)});
            if (share.base_cell)
              message = join(message, say(u"其中{0}取自{1}。", u" {0} is {1}.",
                                          {number_of(share.base_value),
                                           cell_label(*context.report.form, *share.base_cell)}));
            Finding& finding = out.add(std::move(message));
            finding.places = {stated.range};
            if (share.part) finding.places.push_back(ledger.figures[*share.part].range);
            if (share.base) finding.places.push_back(ledger.figures[*share.base].range);
            if (share.part_cell) finding.cells.push_back(*share.part_cell);
            if (share.base_cell) {
              finding.cells.push_back(*share.base_cell);
              finding.violates = {"narrative/percentage", "narrative/outcome-count"};
            }
            finding.equation = number_of(share.part_value).zh + u" ÷ " + number_of(share.base_value).zh +
                               u" ≠ " + stated.quantity.value.to_string() + u"%";
            offer(context.report, ledger, share, finding);
          }
        },
};

}  // namespace nianbao::rules::narrative
