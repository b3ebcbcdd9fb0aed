#include "rules/causes.h"

namespace nianbao::rules::requests {

extern constexpr Rule row_total = {
    .severity = Severity::error,
    .title = {u"总计列不等于各类申请人之和", u"The total column is not the sum of the applicants"},
    .basis_kind = BasisKind::form,
    .basis =
        {u"国办公开办函〔2021〕30号、〔2019〕60号所附格式表三：总计列为自然人与法人或其他组织各列之和",
         u"Form of table 3: the total column is the sum of natural persons and all kinds of organisations"},
    .advice = {u"逐格核对这一行，改正填错的一格；改表后同步核对正文中的数字。",
               u"Check the row cell by cell and correct the wrong one; then check the figures of the text."},
    .run = [](const Context& context, Findings& out) { report_relation(context, out, Relation::row_total); },
};

}  // namespace nianbao::rules::requests
