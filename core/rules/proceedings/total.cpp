#include "rules/causes.h"

namespace nianbao::rules::proceedings {

extern constexpr Rule total = {
    .severity = Severity::error,
    .title = {u"复议诉讼总计不等于四项之和",
              u"The total of reviews or suits is not the sum of the four results"},
    .basis_kind = BasisKind::form,
    .basis = {u"国办公开办函〔2021〕30号、〔2019〕60号所附格式表四：总计为结果维持、结果纠正、其他结果、尚未"
              u"审结之和",
              u"Form of table 4: the total is the sum of upheld, corrected, other and pending"},
    .advice = {u"逐格核对这一组的四项结果和总计；改表后同步核对正文中的数字。",
               u"Check the four results and the total; then check the figures of the text."},
    .run = [](const Context& context,
              Findings& out) { report_relation(context, out, Relation::group_total); },
};

}  // namespace nianbao::rules::proceedings
