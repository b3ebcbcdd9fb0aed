#include "rules/figures.h"

namespace nianbao::rules::narrative {

extern constexpr Rule carried_over_count = {
    .severity = Severity::warning,
    .title = {u"正文上年结转与表三不一致", u"The number carried over in the text differs from table 3"},
    .basis_kind = BasisKind::form,
    .basis =
        {u"国办公开办函〔2021〕30号“明确责任”：发布内容不准确不全面造成不良后果的，依《条例》第四十七条处理",
         u"Notice \"国办公开办函〔2021〕30号\", on responsibility: reports that are inaccurate or incomplete "
         u"fall under article 47 of the Regulations"},
    .advice = {u"对照表三“二、上年结转政府信息公开申请数量”核实正文。",
               u"Check the text against row 2 of table 3."},
    .run =
        [](const Context& context, Findings& out) {
          if (skip_without_table(context, out, TableId::requests)) return;
          report_contradictions(context, out, "narrative/carried-over-count", {Count::carried_over});
        },
};

}  // namespace nianbao::rules::narrative
