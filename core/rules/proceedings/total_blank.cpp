#include "rules/causes.h"

namespace nianbao::rules::proceedings {

extern constexpr Rule total_blank = {
    .severity = Severity::error,
    .title = {u"复议诉讼总计漏填", u"A total of reviews or suits is left blank"},
    .basis_kind = BasisKind::form,
    .basis = {u"国办公开办函〔2021〕30号、〔2019〕60号所附格式表四：总计为结果维持、结果纠正、其他结果、尚未"
              u"审结之和",
              u"Form of table 4: the total is the sum of upheld, corrected, other and pending"},
    .advice = {u"按四项之和补填总计。", u"Fill in the total from the four results."},
    .run = [](const Context& context,
              Findings& out) { report_causes(context, out, CauseKind::total_blank, TableId::proceedings); },
};

}  // namespace nianbao::rules::proceedings
