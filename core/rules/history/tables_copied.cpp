#include "rules/last_year.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::history {
namespace {

constexpr int fewest_figures = 3;  // a small body may well repeat one or two

// Figures that rightly stay the same from year to year.
bool stays(const Form& form, CellRef cell) {
  const FormRow& row = form.table(cell.table).rows[cell.row];
  const std::string_view column = row.columns[cell.column].key;
  return column == "in_force" || column == "public_total" || column == "previous_items";
}

// Equal cells that say something; -1 when any cell differs or cannot be compared.
int equal_figures(const Report& now, const Report& then) {
  int equal = 0;
  bool same = true;
  for (TableId table : all_tables)
    for_each_cell(now, table, [&](CellRef ref, const ReportCell& cell) {
      const auto a = counted(cell), b = counted(then.cell(ref));
      same = same && a && b && *a == *b;
      if (same && !a->is_zero() && !stays(*now.form, ref)) ++equal;
    });
  return same ? equal : -1;
}

void run(const Context& context, Findings& out) {
  const Report* then = comparable(context, out);
  if (then == nullptr) return;
  const Report& now = context.report;
  for (TableId table : all_tables)
    if (!usable(now, table) || !usable(*then, table))
      return out.unable(Words{u"两年的三张表没有都读出", u"not all tables of both years could be read"});
  if (now.form != then->form) return out.passed();
  if (equal_figures(now, *then) < fewest_figures) return out.passed();
  Finding& finding =
      out.add(say(u"表二、表三、表四的数字与{0}完全相同，疑似照抄上年表格。",
                  u"The figures of tables 2, 3 and 4 are exactly those of {0}; the tables seem to be copied.",
                  {last_years_report(*then)}));
  for (TableId table : all_tables)
    if (!now.table(table).range.empty()) finding.places.push_back(now.table(table).range);
}

}  // namespace

extern constexpr Rule tables_copied = {
    .severity = Severity::warning,
    .title = {u"表格数据与上年完全相同", u"The tables are those of last year"},
    .basis_kind = BasisKind::practice,
    .basis = {u"国办公开办函〔2021〕30号：年度报告不得内容雷同、敷衍塞责",
              u"The notice of 2021: reports must not repeat each other"},
    .advice = {u"按本年台账重新填写三张表；确属巧合的，保留核对记录。",
               u"Fill in the tables from this year's register; if it is chance, keep a record of the check."},
    .run = run,
};

}  // namespace nianbao::rules::history
