#include "rules/rule.h"
#include "rules/totals.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::cells {
namespace {

void check_table(const Report& report, TableId table, Findings& out) {
  int filled = 0;
  const auto blanks = cells_where(report, table, [&](CellRef ref, const ReportCell& cell) {
    filled += cell.state == CellState::number;
    return cell.state == CellState::blank && !blank_total_over_parts(report, ref);
  });
  out.passed(filled);
  if (blanks.empty()) return;
  out.add(say(u"{0}有{1}个单元格空着没有填：{2}。", u"Blank cells in {0}: {1}, namely {2}.",
              {table_name(*report.form, table), static_cast<int>(blanks.size()), cell_names(*report.form, blanks)}))
      .cells = blanks;
}

}  // namespace

extern constexpr Rule blank = {
    .severity = Severity::warning,
    .title = {u"表格空白未填0", u"Cells left blank"},
    .basis_kind = BasisKind::practice,
    .basis = {u"填报惯例：没有发生的填0。空白分不清是没有发生还是漏填，合计时只能按0计算",
              u"Usage: what did not occur is entered as 0. A blank may mean none or forgotten; in sums it can only count as 0"},
    .advice = {u"没有发生的填0；漏填的补上实际数。", u"Enter 0 where nothing occurred; fill in what was forgotten."},
    .run = [](const Context& context, Findings& out) {
      for_each_whole_table(context.report, out, [&](TableId table) { check_table(context.report, table, out); });
    },
};

}  // namespace nianbao::rules::cells
