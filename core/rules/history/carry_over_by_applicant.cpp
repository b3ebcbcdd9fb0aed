#include "localise/identities.h"
#include "rules/last_year.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::history {
namespace {

void run(const Context& context, Findings& out) {
  const Report* then = comparable(context, out);
  if (then == nullptr) return;
  const Report& now = context.report;
  if (!usable(now, TableId::requests)) return out.unable(why_unusable(now, TableId::requests));
  if (!usable(*then, TableId::requests))
    return out.unable(Words{u"上年年报的表三没能读出", u"table 3 of last year's report could not be read"});
  if (total_of_row(now, "carried_over") != total_of_row(*then, "carried_forward"))
    return;  // history/carry-over says it
  const CellRef over = *now.ref("requests", "carried_over", "total"),
                forward = *then->ref("requests", "carried_forward", "total");
  std::vector<Text> differences;
  std::vector<CellRef> cells;
  Repair repair;
  for (std::uint8_t c = 0; c < over.column; ++c) {
    const CellRef cell{over.table, over.row, c};
    const auto has = countable(now.cell(cell)), had = countable(then->cell({forward.table, forward.row, c}));
    if (!has || !had) continue;
    if (*has == *had) {
      out.passed();
      continue;
    }
    differences.push_back(say(u"{0}列 {1}，上年结转下年度 {2}", u"column {0}: {1}, carried forward {2}",
                              {column_name(*now.form, cell), Decimal(*has), Decimal(*had)}));
    cells.push_back(cell);
    repair.set.push_back({cell, Decimal(*had)});
  }
  if (cells.empty()) return;
  repair.reason = Words{u"与上年年报的结转下年度一致", u"as carried forward in last year's report"};
  Finding& finding = out.add(say(u"表三“二、上年结转政府信息公开申请数量”行总计与{0}相符，分列不符：{1}。",
                                 u"Table 3, row \"2. requests carried over from last year\": the total "
                                 u"agrees with {0}, the columns do not: {1}.",
                                 {last_years_report(*then), listed(differences)}));
  finding.cells = std::move(cells);
  finding.violates = {"history/carry-over-by-applicant"};
  finding.repairs.push_back(std::move(repair));
}

}  // namespace

extern constexpr Rule carry_over_by_applicant = {
    .severity = Severity::warning,
    .title = {u"上年结转分列与上年不衔接",
              u"The columns of what was carried over differ from last year's report"},
    .basis_kind = BasisKind::form,
    .basis = {u"表三行名：“二、上年结转政府信息公开申请数量”即上年年报的“四、结转下年度继续办理”",
              u"Row names of table 3: what is carried over from last year is what last year's report carried "
              u"forward"},
    .advice = {u"对照上年年报核对各类申请人的上年结转。",
               u"Check each kind of applicant against last year's report."},
    .run = run,
};

}  // namespace nianbao::rules::history
