#include "rules/report_year.h"

namespace nianbao {

bool year_in_doubt(const Report& report) {
  const Period& period = report.period;
  return report.title_year && period.given && period.begin.year == period.end.year &&
         period.end.year != *report.title_year;
}

const DatedRange* report_date(const Report& report) {
  for (const std::optional<DatedRange>* date : {&report.signature, &report.published})
    if (*date && (*date)->date.month != 0) return &**date;
  return nullptr;
}

bool has_real_days(const Period& period) {
  return is_calendar_date(period.begin) && is_calendar_date(period.end);
}

bool speaks_of_plans(std::u16string_view sentence) {
  return contains_any(sentence,
                      {u"将", u"计划", u"拟", u"预计", u"下一步", u"下步", u"今后", u"力争", u"争取", u"确保",
                       u"明年", u"打算", u"要求", u"目标", u"规划", u"来年", u"新的一年", u"即将", u"准备"});
}

}  // namespace nianbao
