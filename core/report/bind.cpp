#include "report/bind.h"

namespace nianbao {

void clear_tables(Report& report) {
  for (const FormTable& table : report.form->tables) {
    BoundTable& bound = report.tables[static_cast<int>(table.id)];
    bound = BoundTable{};
    bound.row_present.assign(table.rows.size(), false);
    bound.row_label.assign(table.rows.size(), Range{});
    for (const FormRow& row : table.rows) {
      bound.column_present.emplace_back(row.columns.size(), false);
      bound.cells.emplace_back(row.columns.size());
    }
  }
}

Report bind(const Document& document, int year_hint) {
  Report report;
  report.document = &document;
  for (int i = 0; i < 6; ++i) report.sections[i].number = i + 1;
  find_sections(document, report);
  find_facts(document, report, year_hint);
  choose_form(document, report);
  clear_tables(report);
  bind_grid_tables(document, report);
  bind_linear_tables(document, report);
  return report;
}

bool is_report(const Report& report) {
  int sections = 0, tables = 0;
  for (const Section& section : report.sections) sections += section.present();
  for (const BoundTable& table : report.tables) tables += table.present;
  return tables > 0 || sections >= 2 || (!report.title.empty() && sections >= 1);
}

}  // namespace nianbao
