// Whether the tables are those of the right form at all; the rules about rows and columns are silent where
// they are not.
#pragma once

#include "report/report.h"

namespace nianbao {

// A section counts as there when its table is, even without a heading: structure/section-title speaks of
// that.
bool section_there(const Report& report, int number);

// A label of the other form stands in the table: form/mixed speaks of it.
bool has_foreign_labels(const Report& report, TableId table);

// 表三 of the 2021 form with one row （六）其他处理 in place of its three: the printed label, or an empty
// range.
Range unsplit_other_handling(const Report& report);

}  // namespace nianbao
