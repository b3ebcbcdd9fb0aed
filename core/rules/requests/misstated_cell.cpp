#include "rules/causes.h"

namespace nianbao::rules::requests {

extern constexpr Rule misstated_cell = {
    .severity = Severity::error,
    .title = {u"有一个单元格填错", u"One cell is misstated"},
    .basis_kind = BasisKind::form,
    .basis = {u"表三各行合计、（七）总计与表头注的勾稽关系须同时成立，只有改这一格才能都成立",
              u"Row totals, row (7) and the balance of table 3 must all hold; of single cells only this one, "
              u"changed, makes them all hold"},
    .advice = {u"对照登记台账核对这一格；改表后同步核对正文中的数字。",
               u"Check this cell against the register of requests; then check the figures of the text."},
    .run = [](const Context& context,
              Findings& out) { report_causes(context, out, CauseKind::misstated, TableId::requests); },
};

}  // namespace nianbao::rules::requests
