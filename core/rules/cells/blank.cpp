#include <algorithm>

#include "rules/analysis.h"
#include "rules/cures.h"
#include "rules/rule.h"
#include "rules/totals.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::cells {
namespace {

// A sum holds with this cell as 0 and has no blank on its other side: nothing else can be meant, for no count
// is below 0.
bool only_zero_fits(const Context& context, CellRef ref) {
  const Report& report = context.report;
  for (const Identity& sum : context.analysis.localisation.identities) {
    if (sum.state != IdentityState::holds) continue;
    int side = 0;
    bool blank_left = false, blank_right = false;
    for (const IdentityTerm& term : sum.terms) {
      if (term.cell == ref) side = term.side;
      if (report.cell(term.cell).state == CellState::blank) (term.side > 0 ? blank_left : blank_right) = true;
    }
    if (side != 0 && !(side > 0 ? blank_right : blank_left)) return true;
  }
  return false;
}

// 0 in all of them, or in one.
void offer_zeros(const Context& context, const std::vector<CellRef>& blanks, Finding& finding) {
  const Report& report = context.report;
  std::vector<Repair::Set> zeros;
  for (CellRef ref : blanks) zeros.push_back({ref, Decimal(0)});
  const bool proven =
      std::all_of(blanks.begin(), blanks.end(), [&](CellRef ref) { return only_zero_fits(context, ref); });
  const Cure::Sure sure = proven ? Cure::Sure::lossless : Cure::Sure::never;
  if (zeros.size() == 1) return offer_cells(report, finding, zeros, sure);
  offer_cells(report, finding, zeros, sure,
              say(u"{0}空白的{1}格都填0", u"{0}: 0 in all {1} blank cells",
                  {table_name(*report.form, blanks.front().table), static_cast<int>(zeros.size())}));
  for (const Repair::Set& zero : zeros) offer_cells(report, finding, {zero}, Cure::Sure::never);
}

void check_table(const Context& context, TableId table, Findings& out) {
  const Report& report = context.report;
  int filled = 0;
  const auto blanks = cells_where(report, table, [&](CellRef ref, const ReportCell& cell) {
    filled += cell.state == CellState::number;
    return cell.state == CellState::blank && !blank_total_over_parts(report, ref);
  });
  out.passed(filled);
  if (blanks.empty()) return;
  Finding& finding = out.add(say(
      u"{0}有{1}个单元格空着没有填：{2}。", u"Blank cells in {0}: {1}, namely {2}.",
      {table_name(*report.form, table), static_cast<int>(blanks.size()), cell_names(*report.form, blanks)}));
  finding.cells = blanks;
  offer_zeros(context, blanks, finding);
}

}  // namespace

extern constexpr Rule blank = {
    .severity = Severity::warning,
    .title = {u"表格空白未填0", u"Cells left blank"},
    .basis_kind = BasisKind::practice,
    .basis = {u"填报惯例：没有发生的填0。空白分不清是没有发生还是漏填，合计时只能按0计算",
              u"Usage: what did not occur is entered as 0. A blank may mean none or forgotten; in sums it "
              u"can only count as 0"},
    .advice = {u"没有发生的填0；漏填的补上实际数。",
               u"Enter 0 where nothing occurred; fill in what was forgotten."},
    .run =
        [](const Context& context, Findings& out) {
          for_each_whole_table(context.report, out, [&](TableId table) { check_table(context, table, out); });
        },
};

}  // namespace nianbao::rules::cells
