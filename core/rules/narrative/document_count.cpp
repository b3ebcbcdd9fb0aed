#include "rules/figures.h"

namespace nianbao::rules::narrative {

extern constexpr Rule document_count = {
    .severity = Severity::warning,
    .title = {u"正文规范性文件数与表二不一致", u"The number of documents in the text differs from table 2"},
    .basis_kind = BasisKind::form,
    .basis =
        {u"国办公开办函〔2021〕30号“明确责任”：发布内容不准确不全面造成不良后果的，依《条例》第四十七条处理",
         u"Notice \"国办公开办函〔2021〕30号\", on responsibility: reports that are inaccurate or incomplete "
         u"fall under article 47 of the Regulations"},
    .advice = {u"对照表二核实正文。", u"Check the text against table 2."},
    .run =
        [](const Context& context, Findings& out) {
          if (skip_without_table(context, out, TableId::disclosure)) return;
          report_contradictions(context, out, "narrative/document-count",
                                {Count::documents, Count::decisions});
        },
};

}  // namespace nianbao::rules::narrative
