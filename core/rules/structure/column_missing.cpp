#include "rules/form_use.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::structure {
namespace {

// Rows that stand under the same printed head: all of 表三, one item of article 20 in 表二. The three groups
// of 表四 have heads of their own with the same columns; together they are looked at first.
bool same_head(const FormTable& table, std::size_t a, std::size_t b) {
  return table.id != TableId::disclosure || table.rows[a].group == table.rows[b].group;
}

Text head_name(const Form& form, TableId id, std::size_t row) {
  const Text table = table_name(form, id);
  return id == TableId::disclosure
             ? join(table, join(Words{u"", u" "}, quote(form.table(id).rows[row].group)))
             : table;
}

// The cells of a column that rows [begin, end) lack.
std::vector<CellRef> missing_cells(const Report& report, TableId id, std::size_t begin, std::size_t end,
                                   std::size_t column) {
  const BoundTable& bound = report.table(id);
  std::vector<CellRef> cells;
  for (std::size_t r = begin; r < end; ++r)
    if (bound.row_present[r] && !bound.column_present[r][column])
      cells.push_back({id, static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(column)});
  return cells;
}

void check_head(const Report& report, TableId id, std::size_t begin, std::size_t end, Findings& out) {
  const Form& form = *report.form;
  const auto& columns = form.table(id).rows[begin].columns;
  std::vector<CellRef> cells;
  std::vector<Text> names;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const auto missing = missing_cells(report, id, begin, end, c);
    if (!missing.empty()) names.push_back(column_name(form, missing.front()));
    cells.insert(cells.end(), missing.begin(), missing.end());
  }
  if (names.empty()) {
    for (std::size_t r = begin; r < end; ++r) out.passed(report.table(id).row_present[r]);
    return;
  }
  Finding& finding = out.add(
      names.size() == 1
          ? say(u"{0}缺少{1}一列。", u"{0} lacks the column {1}.", {head_name(form, id, begin), names[0]})
          : say(u"{0}缺少{1}列：{2}。", u"{0} lacks {1} columns: {2}.",
                {head_name(form, id, begin), static_cast<int>(names.size()), listed(names)}));
  finding.cells = std::move(cells);
  finding.places = {report.table(id).range};
}

void check_table(const Report& report, TableId id, Findings& out) {
  const FormTable& table = report.form->table(id);
  for (std::size_t begin = 0; begin < table.rows.size();) {
    std::size_t end = begin + 1;
    while (end < table.rows.size() && same_head(table, begin, end)) ++end;
    check_head(report, id, begin, end, out);
    begin = end;
  }
}

}  // namespace

extern constexpr Rule column_missing = {
    .severity = Severity::error,
    .title = {u"表格缺列", u"A column is missing"},
    .basis_kind = BasisKind::form,
    .basis = {u"年度报告格式规定的表格列，不得删减",
              u"The columns of the official form; none may be removed"},
    .advice = {u"按格式补上这一列，没有发生的填0，再核对总计。",
               u"Supply the column, with 0 where nothing occurred, then check the totals."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          for_each_whole_table(report, out, [&](TableId table) {
            if (!has_foreign_labels(report, table)) check_table(report, table, out);
          });
        },
};

}  // namespace nianbao::rules::structure
