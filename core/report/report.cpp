#include "report/report.h"

namespace nianbao {

std::optional<CellRef> Report::ref(std::string_view table, std::string_view row, std::string_view column) const {
  return nianbao::cell(*form, table, row, column);
}

const ReportCell* Report::cell(std::string_view table, std::string_view row, std::string_view column) const {
  const auto found = ref(table, row, column);
  return found ? &cell(*found) : nullptr;
}

}  // namespace nianbao
