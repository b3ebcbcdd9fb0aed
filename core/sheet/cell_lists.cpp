#include <nlohmann/json.hpp>

#include "base/unicode.h"
#include "output/csv.h"
#include "output/json_parts.h"
#include "output/to_json.h"
#include "rules/vocabulary.h"
#include "sheet/form_tables.h"

namespace nianbao {
namespace {

std::string text_of(Decimal number) { return to_utf8(Text(number).zh); }

}  // namespace

std::string cells_json(const Reading& reading) {
  const Report& report = reading.report;
  nlohmann::ordered_json cells = nlohmann::ordered_json::object();
  for (TableId table : all_tables)
    for_each_cell(report, table, [&](CellRef ref, const ReportCell& cell) {
      if (cell.state == CellState::absent) return;
      add_member(cells, cell_id(*report.form, ref),
                 {{"value", cell.value ? json_number(*cell.value) : nlohmann::ordered_json()},
                  {"text", to_utf8(cell.text)},
                  {"state", state_name(cell.state)}});
    });
  const nlohmann::ordered_json out{
      {"schema", 1},
      {"form", std::to_string(report.form->key)},
      {"year", report.year == 0 ? nlohmann::ordered_json() : nlohmann::ordered_json(report.year)},
      {"agency", to_utf8(report.agency)},
      {"title", to_utf8(report.title)},
      {"cells", cells}};
  return out.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string cells_list_csv(const Reading& reading) {
  const Report& report = reading.report;
  std::string out = std::string(csv_mark) + csv_row({"id", "表", "行", "列", "原文", "数值", "状态"});
  for (TableId table : all_tables)
    for_each_cell(report, table, [&](CellRef ref, const ReportCell& cell) {
      const FormTable& form = report.form->table(table);
      const FormRow& row = form.rows[ref.row];
      if (cell.state == CellState::absent) return;
      out +=
          csv_row({cell_id(*report.form, ref), to_utf8(form.name), to_utf8(row.label),
                   to_utf8(row.columns[ref.column].label), to_utf8(cell.text),
                   cell.value ? text_of(*cell.value) : std::string(), std::string(state_name(cell.state))});
    });
  return out;
}

}  // namespace nianbao
