#include "rules/figures.h"

namespace nianbao::rules::narrative {

extern constexpr Rule request_count = {
    .severity = Severity::warning,
    .title = {u"正文申请数与表三不一致", u"The number of requests in the text differs from table 3"},
    .basis_kind = BasisKind::form,
    .basis =
        {u"国办公开办函〔2021〕30号“明确责任”：发布内容不准确不全面造成不良后果的，依《条例》第四十七条处理",
         u"Notice \"国办公开办函〔2021〕30号\", on responsibility: reports that are inaccurate or incomplete "
         u"fall under article 47 of the Regulations"},
    .advice = {u"对照表三核实收到的申请数；新收不含上年结转，合计时请写明“含上年结转”。",
               u"Check the number of requests against table 3; new ones do not include those carried over, "
               u"so say so where both are meant."},
    .run =
        [](const Context& context, Findings& out) {
          if (skip_without_table(context, out, TableId::requests)) return;
          report_contradictions(context, out, "narrative/request-count",
                                {Count::new_requests, Count::received, Count::accepted, Count::applicants});
        },
};

}  // namespace nianbao::rules::narrative
