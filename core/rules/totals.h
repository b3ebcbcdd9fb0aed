// Which cells are totals, and of what. Shared by the rules about blank totals and those about blanks.
#pragma once

#include <vector>

#include "report/report.h"

namespace nianbao {

// The cells that `ref` is the total of, along its row and along its column: none, one or two groups.
// 表三: column 总计 of every row, row （七）总计 of every column. 表四: each 总计.
std::vector<std::vector<CellRef>> parts_of_total(const Form& form, CellRef ref);

// A total left blank although some of its parts are above zero: a fault of its own (requests/total-blank,
// proceedings/total-blank).
bool blank_total_over_parts(const Report& report, CellRef ref);

}  // namespace nianbao
