#include "report/bind.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::cells {

extern constexpr Rule fraction = {
    .severity = Severity::error,
    .title = {u"件数不是整数", u"A count that is no whole number"},
    .basis_kind = BasisKind::form,
    .basis = {u"年度报告格式：除收费、采购金额以万元计外，各栏都是件数",
              u"The official form: apart from amounts in 10,000 yuan, every cell is a count"},
    .advice = {u"核对原始台账后改填整数。", u"Enter the whole number from the records."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          for_each_usable_table(report, out, [&](TableId table) {
            const auto found = cells_where(report, table, [&](CellRef ref, const ReportCell& cell) {
              return cell.value && !cell.value->is_integer() && !is_amount(*report.form, ref);
            });
            for (CellRef ref : found)
              out.add(say(u"{0}填的是{1}，这一栏是件数，应为整数。",
                          u"{0}: {1}; this is a count and must be a whole number.",
                          {cell_label(*report.form, ref), *report.cell(ref).value}))
                  .cells = {ref};
            if (found.empty()) out.passed();
          });
        },
};

}  // namespace nianbao::rules::cells
