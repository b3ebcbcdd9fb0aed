#include "report/bind.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::cells {
namespace {

Text values(const Report& report, const std::vector<CellRef>& cells) {
  std::vector<Text> texts;
  for (CellRef ref : cells) texts.push_back(*report.cell(ref).value);
  return listed(texts);
}

}  // namespace

extern constexpr Rule negative = {
    .severity = Severity::error,
    .title = {u"数值为负", u"A negative number"},
    .basis_kind = BasisKind::form,
    .basis = {u"年度报告格式：各栏填报件数或金额，不会小于0",
              u"The official form: counts and amounts are never below 0"},
    .advice = {u"核对原始台账后改填实际数；多半是多打了“-”或把增减数填了进来。",
               u"Enter the actual number from the records; mostly a stray minus sign or a change in place of "
               u"a count."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          for_each_usable_table(report, out, [&](TableId table) {
            const auto found = cells_where(report, table, [&](CellRef ref, const ReportCell& cell) {
              return cell.value && cell.value->is_negative() && !is_change(*report.form, ref);
            });
            for (const auto& row : by_row(found)) {
              const Text where = row.size() == 1
                                     ? cell_label(*report.form, row.front())
                                     : join(table_name(*report.form, table),
                                            join(Words{u"", u", "}, cell_names(*report.form, row)));
              out.add(say(u"{0}填的是{1}，件数和金额不会是负数。",
                          u"{0}: {1}; a count or an amount is never negative.", {where, values(report, row)}))
                  .cells = row;
            }
            if (found.empty()) out.passed();
          });
        },
};

}  // namespace nianbao::rules::cells
