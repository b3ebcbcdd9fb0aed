#include "rules/figures.h"

namespace nianbao::rules::narrative {

extern constexpr Rule review_count = {
    .severity = Severity::warning,
    .title = {u"正文复议数与表四不一致", u"The number of reviews in the text differs from table 4"},
    .basis_kind = BasisKind::form,
    .basis =
        {u"国办公开办函〔2021〕30号“明确责任”：发布内容不准确不全面造成不良后果的，依《条例》第四十七条处理",
         u"Notice \"国办公开办函〔2021〕30号\", on responsibility: reports that are inaccurate or incomplete "
         u"fall under article 47 of the Regulations"},
    .advice = {u"对照表四“行政复议”核实正文；备案或作为复议机关办理的案件请另行写明。",
               u"Check the text against table 4; say so where cases are meant that were filed with or "
               u"decided by the agency."},
    .run =
        [](const Context& context, Findings& out) {
          if (skip_without_table(context, out, TableId::proceedings)) return;
          report_contradictions(context, out, "narrative/review-count", {Count::review});
        },
};

}  // namespace nianbao::rules::narrative
