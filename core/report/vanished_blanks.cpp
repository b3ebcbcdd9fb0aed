#include "report/bind.h"

namespace nianbao {
namespace {

void mark_unread(Report& report, const FormRow& form_row, std::vector<ReportCell>& cells, Range label) {
  for (ReportCell& cell : cells) {
    cell = ReportCell{};
    cell.state = CellState::unread;
    cell.range = label;
  }
  report.problems.push_back({ErrorCode::row_unread, label, std::u16string(form_row.label)});
}

}  // namespace

void place_ordered_rows(Report& report, TableId id, const std::vector<OrderedRow>& rows) {
  BoundTable& table = report.tables[static_cast<int>(id)];
  for (const OrderedRow& row : rows) {
    std::vector<ReportCell>& cells = table.cells[row.row];
    table.row_present[row.row] = true;
    table.row_label[row.row] = row.label;
    table.column_present[row.row].assign(cells.size(), true);
    if (row.values.size() == cells.size()) cells = row.values;
    else mark_unread(report, report.form->table(id).rows[row.row], cells, row.label);
  }
}

}  // namespace nianbao
