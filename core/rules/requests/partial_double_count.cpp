#include "rules/causes.h"

namespace nianbao::rules::requests {

extern constexpr Rule partial_double_count = {
    .severity = Severity::notice,
    .title = {u"部分公开可能重复计入", u"Partly disclosed requests may be counted twice"},
    .basis_kind = BasisKind::form,
    .basis = {u"表三“（二）部分公开”行注：区分处理的，只计这一情形，不计其他情形",
              u"Note in row (2) of table 3: separated requests are counted here only"},
    .advice = {u"从其他办理结果中减去部分公开的件数。",
               u"Take the partly disclosed ones out of the other outcomes."},
    .run = [](const Context& context,
              Findings& out) { report_causes(context, out, CauseKind::double_count, TableId::requests); },
};

}  // namespace nianbao::rules::requests
