#include "rules/worded_number.h"

#include "report/bind.h"

namespace nianbao {
namespace {

Decimal in_ten_thousands(Decimal yuan) {
  return yuan.scale() <= 2 ? Decimal::scaled(yuan.units(), yuan.scale() + 4) : yuan;
}

}  // namespace

std::optional<Decimal> worded_number(const Report& report, CellRef ref) {
  const bool change = is_change(*report.form, ref);
  ReportCell cell = report.cell(ref);
  // 增 and 减 are read only where the form asks for a change; elsewhere they make the cell a text.
  if (cell.state == CellState::text)
    cell = read_cell(*report.document, cell.range, is_amount(*report.form, ref), true);
  const std::uint16_t words =
      style_unit | style_approximate | style_percent | (change ? 0 : style_change_word);
  if (cell.state != CellState::number || (cell.style & words) == 0) return std::nullopt;
  return (cell.style & style_yuan) != 0 ? in_ten_thousands(*cell.value) : *cell.value;
}

}  // namespace nianbao
