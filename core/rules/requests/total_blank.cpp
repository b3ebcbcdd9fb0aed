#include "rules/causes.h"

namespace nianbao::rules::requests {

extern constexpr Rule total_blank = {
    .severity = Severity::error,
    .title = {u"总计漏填", u"A total is left blank"},
    .basis_kind = BasisKind::form,
    .basis =
        {u"国办公开办函〔2021〕30号、〔2019〕60号所附格式表三：总计列为各类申请人之和，（七）总计为各项之和",
         u"Form of table 3: the total column and row (7) are sums"},
    .advice = {u"按各项之和补填总计。", u"Fill in the total from its parts."},
    .run = [](const Context& context,
              Findings& out) { report_causes(context, out, CauseKind::total_blank, TableId::requests); },
};

}  // namespace nianbao::rules::requests
