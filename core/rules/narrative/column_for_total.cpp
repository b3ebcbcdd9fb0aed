#include "rules/figures.h"

namespace nianbao::rules::narrative {

extern constexpr Rule column_for_total = {
    .severity = Severity::notice,
    .title = {u"正文引用了某一列而非总计", u"The text quotes one column instead of the total"},
    .basis_kind = BasisKind::form,
    .basis =
        {u"国办公开办函〔2021〕30号“明确责任”：发布内容不准确不全面造成不良后果的，依《条例》第四十七条处理",
         u"Notice \"国办公开办函〔2021〕30号\", on responsibility: reports that are inaccurate or incomplete "
         u"fall under article 47 of the Regulations"},
    .advice = {u"改用该行“总计”列的数，或写明只是这一类申请人。",
               u"Quote the total of the row, or say that only this kind of applicant is meant."},
    .run =
        [](const Context& context, Findings& out) {
          if (skip_without_table(context, out, TableId::requests)) return;
          report_contradictions(context, out, "narrative/column-for-total", {});
        },
};

}  // namespace nianbao::rules::narrative
