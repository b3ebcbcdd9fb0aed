// The report's year and date as the rules about dates take them.
#pragma once

#include "report/report.h"
#include "rules/text_patterns.h"

namespace nianbao {

// Title and stated period name different years: no rule may hold the text against either.
bool year_in_doubt(const Report& report);

// The date under the report, or else the date of publication that the page shows, with month at least; null
// when there is none.
const DatedRange* report_date(const Report& report);

// The period names two real days.
bool has_real_days(const Period& period);

// 将, 计划, 下一步, …: not what was done.
bool speaks_of_plans(std::u16string_view sentence);

}  // namespace nianbao
