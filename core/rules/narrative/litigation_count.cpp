#include "rules/figures.h"

namespace nianbao::rules::narrative {

extern constexpr Rule litigation_count = {
    .severity = Severity::warning,
    .title = {u"正文诉讼数与表四不一致", u"The number of suits in the text differs from table 4"},
    .basis_kind = BasisKind::form,
    .basis = {u"国办公开办函〔2021〕30号“明确责任”：发布内容不准确不全面造成不良后果的，依《条例》第四十七条处理",
              u"Notice \"国办公开办函〔2021〕30号\", on responsibility: reports that are inaccurate or incomplete fall under article 47 of the Regulations"},
    .advice = {u"对照表四“未经复议直接起诉”与“复议后起诉”两组总计核实正文", u"Check the text against the totals of both groups of suits in table 4"},
    .run = [](const Context& context, Findings& out) {
      if (skip_without_table(context, out, TableId::proceedings)) return;
      report_contradictions(context, out, "narrative/litigation-count", {Count::suits});
    },
};

}  // namespace nianbao::rules::narrative
