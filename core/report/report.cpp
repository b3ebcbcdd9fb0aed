#include "report/report.h"

#include <algorithm>

namespace nianbao {

bool Report::whole(TableId id) const {
  const BoundTable& bound = table(id);
  if (!bound.present || bound.unread || !reading(id).unexplained.empty()) return false;
  if (stops_at && bound.range.end + 2 >= *stops_at) return false;
  return std::none_of(bound.cells.begin(), bound.cells.end(), [](const std::vector<ReportCell>& row) {
    return std::any_of(row.begin(), row.end(),
                       [](const ReportCell& cell) { return cell.state == CellState::unread; });
  });
}

std::optional<CellRef> Report::ref(std::string_view table, std::string_view row,
                                   std::string_view column) const {
  return nianbao::cell(*form, table, row, column);
}

const ReportCell* Report::cell(std::string_view table, std::string_view row, std::string_view column) const {
  const auto found = ref(table, row, column);
  return found ? &cell(*found) : nullptr;
}

}  // namespace nianbao
