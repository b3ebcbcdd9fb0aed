#include "rules/causes.h"

namespace nianbao::rules::requests {

extern constexpr Rule outcome_total = {
    .severity = Severity::error,
    .title = {u"办理结果总计不等于各项之和", u"The total of outcomes is not their sum"},
    .basis_kind = BasisKind::form,
    .basis = {u"国办公开办函〔2021〕30号、〔2019〕60号所附格式表三：（七）总计为（一）至（六）各项之和",
              u"Form of table 3: row (7) is the sum of outcomes (1) to (6)"},
    .advice =
        {u"按列核对（一）至（六）各项与（七）总计；改表后同步核对正文中的数字。",
         u"Check the outcomes (1) to (6) and row (7) column by column; then check the figures of the text."},
    .run = [](const Context& context,
              Findings& out) { report_relation(context, out, Relation::outcome_total); },
};

}  // namespace nianbao::rules::requests
