#include "rules/form_use.h"

#include <algorithm>

#include "rules/vocabulary.h"

namespace nianbao {

bool section_there(const Report& report, int number) {
  return report.section(number).present() ||
         (number >= 2 && number <= 4 && report.tables[number - 2].present);
}

bool has_foreign_labels(const Report& report, TableId table) {
  if (!report.mixed_forms) return false;  // a lone word of the other form is a slip
  // Nearly all words of one form alone are those of 表二, whose foreign parts may have stayed unbound.
  const bool disclosure = table == TableId::disclosure;
  const Range where = report.table(disclosure ? TableId::requests : table).range;
  return std::any_of(report.foreign_labels.begin(), report.foreign_labels.end(),
                     [&](Range label) { return where.contains(label) != disclosure; });
}

Range unsplit_other_handling(const Report& report) {
  const BoundTable& table = report.table(TableId::requests);
  if (!table.present || report.form->key != 2021) return {};
  for (const char* key : {"other_uncorrected", "other_fee_unpaid", "other_remaining"})
    if (table.row_present[row_index(report.form->table(TableId::requests), key)]) return {};
  const auto labels = find_all(*report.document, table.range, u"其他处理");
  return labels.empty() ? Range{} : labels.front();
}

}  // namespace nianbao
