#include "rules/cures.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::cells {
namespace {

void check_table(const Report& report, TableId table, Findings& out) {
  const auto marks = cells_where(
      report, table, [](CellRef, const ReportCell& cell) { return cell.state == CellState::dash; });
  if (marks.empty()) {
    out.passed();
    return;
  }
  Finding& finding = out.add(say(u"{0}有{1}个单元格填的是{2}，不是数字：{3}。",
                                 u"Cells of {0} with {2} in place of a number: {1}, namely {3}.",
                                 {table_name(*report.form, table), static_cast<int>(marks.size()),
                                  quote(report.cell(marks.front()).text), cell_names(*report.form, marks)}));
  finding.cells = marks;
  std::vector<Repair::Set> zeros;
  for (CellRef ref : marks) zeros.push_back({ref, Decimal(0)});
  offer_cells(report, finding, zeros, Cure::Sure::never);
}

}  // namespace

extern constexpr Rule dash = {
    .severity = Severity::warning,
    .title = {u"表格用“/”“-”“无”代替0", u"Nil marks in place of 0"},
    .basis_kind = BasisKind::practice,
    .basis = {u"填报惯例：没有发生的填0，表格各栏都是件数或金额",
              u"Usage: what did not occur is entered as 0; every cell is a count or an amount"},
    .advice = {u"没有发生的改填0。", u"Enter 0 where nothing occurred."},
    .run =
        [](const Context& context, Findings& out) {
          for_each_usable_table(context.report, out,
                                [&](TableId table) { check_table(context.report, table, out); });
        },
};

}  // namespace nianbao::rules::cells
