#include "rules/figures.h"

namespace nianbao::rules::narrative {

extern constexpr Rule table_all_zero = {
    .severity = Severity::error,
    .title = {u"正文有申请但表三为零", u"The text reports requests, but table 3 has none"},
    .basis_kind = BasisKind::form,
    .basis =
        {u"国办公开办函〔2021〕30号“明确责任”：发布内容不准确不全面造成不良后果的，依《条例》第四十七条处理",
         u"Notice \"国办公开办函〔2021〕30号\", on responsibility: reports that are inaccurate or incomplete "
         u"fall under article 47 of the Regulations"},
    .advice = {u"核实是表三漏填还是正文有误，两处改成一致。",
               u"Find out whether table 3 was left empty or the text is wrong, and make both agree."},
    .run =
        [](const Context& context, Findings& out) {
          if (skip_without_table(context, out, TableId::requests)) return;
          report_contradictions(context, out, "narrative/table-all-zero", {});
        },
};

}  // namespace nianbao::rules::narrative
