#include "rules/figures.h"

namespace nianbao::rules::fees {

extern constexpr Rule unpaid = {
    .severity = Severity::warning,
    .title = {u"“未发收费通知”与逾期未缴费矛盾", u"No notice of charge was sent, yet some were not paid"},
    .basis_kind = BasisKind::form,
    .basis = {u"表三“（六）其他处理”第2项：申请人逾期未按收费通知要求缴纳费用",
              u"Table 3, (6) 2: the applicant did not pay as the notice of charge demanded"},
    .advice = {u"核实是否发出过收费通知。", u"Find out whether notices of charge were sent."},
    .run =
        [](const Context& context, Findings& out) {
          const auto ref = context.report.ref("requests", "other_fee_unpaid", "total");
          if (!ref || skip_without_table(context, out, TableId::requests)) return;
          const ReportCell& unpaid = context.report.cell(*ref);
          for (const FeeStatement& fee : context.analysis.ledger.fees) {
            if (!fee.no_notice) continue;
            if (!unpaid.value || unpaid.value->is_zero()) {
              out.passed();
              continue;
            }
            Finding& finding =
                out.add(say(u"正文写{0}，而{1}是{2}。", u"The text says {0}, but {1} is {2}.",
                            {quote(*context.report.document, fee.range),
                             cell_label(*context.report.form, *ref), number_of(*unpaid.value)}));
            finding.cells = {*ref};
            finding.places = {fee.range};
          }
        },
};

}  // namespace nianbao::rules::fees
