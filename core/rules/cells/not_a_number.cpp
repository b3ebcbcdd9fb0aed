#include "rules/rule.h"
#include "rules/vocabulary.h"
#include "rules/worded_number.h"

namespace nianbao::rules::cells {
namespace {

// Neighbours in one row with the same words are one slip.
void check_row(const Report& report, const std::vector<CellRef>& row, Findings& out) {
  for (std::size_t i = 0; i < row.size();) {
    std::vector<CellRef> same;
    const std::u16string& text = report.cell(row[i]).text;
    for (; i < row.size() && report.cell(row[i]).text == text; ++i) same.push_back(row[i]);
    const Text where = same.size() == 1 ? cell_label(*report.form, same.front())
                                        : join(table_name(*report.form, same.front().table),
                                               join(Words{u"", u", "}, cell_names(*report.form, same)));
    out.add(say(u"{0}填的是{1}，不是数字，这一格没有参加核对。",
                u"{0}: {1} is not a number; it took no part in the check.", {where, quote(text)}))
        .cells = same;
  }
}

}  // namespace

extern constexpr Rule not_a_number = {
    .severity = Severity::error,
    .title = {u"单元格不是数字", u"A cell that is no number"},
    .basis_kind = BasisKind::form,
    .basis = {u"年度报告格式：表二至表四各栏填报件数或金额",
              u"The official form: the cells of tables 2 to 4 take counts or amounts"},
    .advice = {u"改填实际数字；没有发生的填0，需要说明的写进正文。",
               u"Enter the actual number, or 0 where nothing occurred; explanations belong in the text."},
    .run =
        [](const Context& context, Findings& out) {
          for_each_usable_table(context.report, out, [&](TableId table) {
            const auto texts = cells_where(context.report, table, [&](CellRef ref, const ReportCell& cell) {
              return cell.state == CellState::text && !worded_number(context.report, ref);
            });
            for (const auto& row : by_row(texts)) check_row(context.report, row, out);
            if (texts.empty()) out.passed();
          });
        },
};

}  // namespace nianbao::rules::cells
