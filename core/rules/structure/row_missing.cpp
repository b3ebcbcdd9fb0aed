#include "rules/form_use.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::structure {
namespace {

bool is_missing(const Report& report, TableId table, std::size_t row) {
  if (report.table(table).row_present[row]) return false;
  const std::string_view key = report.form->table(table).rows[row].key;
  const bool other_handling = key.substr(0, 6) == "other_" && table == TableId::requests;
  return !(other_handling && !unsplit_other_handling(report).empty());
}

// The label above the gap, else the one below it.
Range place_of(const BoundTable& table, std::size_t begin, std::size_t end) {
  if (begin > 0 && !table.row_label[begin - 1].empty()) return table.row_label[begin - 1];
  if (end < table.row_label.size() && !table.row_label[end].empty()) return table.row_label[end];
  return table.range;
}

// Rows [begin, end) are missing: neighbours that went together are one gap.
void report_gap(const Report& report, TableId id, std::size_t begin, std::size_t end, Findings& out) {
  const Form& form = *report.form;
  std::vector<Text> names;
  std::vector<CellRef> cells;
  for (std::size_t r = begin; r < end; ++r) {
    names.push_back(row_name(form, id, static_cast<int>(r)));
    for (std::size_t c = 0; c < form.table(id).rows[r].columns.size(); ++c)
      cells.push_back({id, static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(c)});
  }
  Finding& finding =
      out.add(names.size() == 1
                  ? say(u"{0}缺少{1}一行。", u"{0} lacks the row {1}.", {table_name(form, id), names[0]})
                  : say(u"{0}缺少{1}行：{2}。", u"{0} lacks {1} rows: {2}.",
                        {table_name(form, id), static_cast<int>(names.size()), listed(names, 4)}));
  finding.cells = std::move(cells);
  finding.places = {place_of(report.table(id), begin, end)};
}

void check_table(const Report& report, TableId id, Findings& out) {
  const std::size_t rows = report.form->table(id).rows.size();
  for (std::size_t r = 0; r < rows; ++r) {
    if (!is_missing(report, id, r)) {
      out.passed(report.table(id).row_present[r]);
      continue;
    }
    std::size_t end = r + 1;
    while (end < rows && is_missing(report, id, end)) ++end;
    report_gap(report, id, r, end, out);
    r = end - 1;
  }
}

}  // namespace

extern constexpr Rule row_missing = {
    .severity = Severity::error,
    .title = {u"表格缺行", u"A row is missing"},
    .basis_kind = BasisKind::form,
    .basis = {u"年度报告格式规定的表格行，不得删减", u"The rows of the official form; none may be removed"},
    .advice = {u"按格式补上这一行，没有发生的填0，再核对总计。",
               u"Supply the row, with 0 where nothing occurred, then check the totals."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          for_each_whole_table(report, out, [&](TableId table) {
            if (!has_foreign_labels(report, table)) check_table(report, table, out);
          });
        },
};

}  // namespace nianbao::rules::structure
