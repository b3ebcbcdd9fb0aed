#include "rules/figures.h"

namespace nianbao::rules::narrative {

extern constexpr Rule all_upheld_claim = {
    .severity = Severity::warning,
    .title = {u"“均获维持”“零纠错”与表四不符", u"All are said to be upheld, but table 4 says otherwise"},
    .basis_kind = BasisKind::form,
    .basis =
        {u"国办公开办函〔2021〕30号“明确责任”：发布内容不准确不全面造成不良后果的，依《条例》第四十七条处理",
         u"Notice \"国办公开办函〔2021〕30号\", on responsibility: reports that are inaccurate or incomplete "
         u"fall under article 47 of the Regulations"},
    .advice =
        {u"对照表四各组结果核实；有纠正、其他结果或尚未审结的，分别写明。",
         u"Check the results in table 4; say so where some were corrected, ended otherwise or are pending."},
    .run =
        [](const Context& context, Findings& out) {
          if (skip_without_table(context, out, TableId::proceedings)) return;
          for (const Assertion& claim : context.analysis.ledger.assertions) {
            if (claim.kind != Assertion::all_upheld && claim.kind != Assertion::none_corrected) continue;
            if (claim.holds) {
              out.passed();
              continue;
            }
            const bool upheld = claim.kind == Assertion::all_upheld;
            Finding& finding = out.add(say(
                upheld ? std::u16string_view(u"正文写{0}，而表四中纠正、其他结果和尚未审结共有{1}件。")
                       : std::u16string_view(u"正文写{0}，而表四中结果纠正有{1}件。"),
                upheld ? std::u16string_view(
                             u"The text says {0}, but table 4 has {1} corrected, ended otherwise or pending.")
                       : std::u16string_view(u"The text says {0}, but table 4 has {1} corrected."),
                {quote(*context.report.document, claim.range), number_of(claim.sum)}));
            for (CellRef ref : claim.cells)
              if (const auto value = context.report.cell(ref).value; value && !value->is_zero())
                finding.cells.push_back(ref);
            finding.places = {claim.range};
          }
        },
};

}  // namespace nianbao::rules::narrative
