#include "rules/causes.h"

namespace nianbao::rules::requests {

extern constexpr Rule balance = {
    .severity = Severity::error,
    .title = {u"勾稽关系不成立", u"The balance of the table does not hold"},
    .basis_kind = BasisKind::form,
    .basis =
        {u"表三表头注：第一项加第二项之和，等于第三项加第四项之和",
         u"Note in the head of table 3: the first plus the second item equals the third plus the fourth"},
    .advice = {u"按列核对新收、上年结转、（七）总计和结转下年度；改表后同步核对正文中的数字。",
               u"Check new, carried over, row (7) and carried forward column by column; then check the "
               u"figures of the text."},
    .run = [](const Context& context, Findings& out) { report_relation(context, out, Relation::balance); },
};

}  // namespace nianbao::rules::requests
