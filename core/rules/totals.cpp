#include "rules/totals.h"

#include <algorithm>

namespace nianbao {
namespace {

CellRef at(TableId table, std::size_t row, std::size_t column) {
  return {table, static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(column)};
}

std::vector<CellRef> parts_along_row(const Form& form, CellRef ref) {
  std::vector<CellRef> parts;
  const auto& columns = form.table(ref.table).rows[ref.row].columns;
  if (ref.table == TableId::disclosure || columns[ref.column].key != "total") return parts;
  for (std::size_t c = 0; c < columns.size(); ++c)
    if (c != ref.column) parts.push_back(at(ref.table, ref.row, c));
  return parts;
}

std::vector<CellRef> parts_along_column(const Form& form, CellRef ref) {
  std::vector<CellRef> parts;
  const auto& rows = form.table(ref.table).rows;
  if (rows[ref.row].key != "outcome_total") return parts;
  for (std::size_t r = 0; r < rows.size(); ++r)
    if (rows[r].outcome) parts.push_back(at(ref.table, r, ref.column));
  return parts;
}

}  // namespace

std::vector<std::vector<CellRef>> parts_of_total(const Form& form, CellRef ref) {
  std::vector<std::vector<CellRef>> groups;
  for (auto parts : {parts_along_row(form, ref), parts_along_column(form, ref)})
    if (!parts.empty()) groups.push_back(std::move(parts));
  return groups;
}

bool blank_total_over_parts(const Report& report, CellRef ref) {
  if (report.cell(ref).state != CellState::blank) return false;
  const auto above_zero = [&](CellRef part) {
    const ReportCell& cell = report.cell(part);
    return cell.value && *cell.value > Decimal(0);
  };
  const auto groups = parts_of_total(*report.form, ref);
  return std::any_of(groups.begin(), groups.end(),
                     [&](const auto& parts) { return std::any_of(parts.begin(), parts.end(), above_zero); });
}

}  // namespace nianbao
