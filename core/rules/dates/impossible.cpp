#include "rules/analysis.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::dates {
namespace {

Text reason(Date date) {
  if (date.month < 1 || date.month > 12) return say(u"没有{0}月", u"there is no month {0}", {date.month});
  const int days = days_in_month(date.year == 0 ? 2024 : date.year, date.month);
  if (date.month == 2 && date.year != 0)
    return say(u"{0}年2月只有{1}天", u"February {0} has {1} days only", {date.year, days});
  return say(u"{0}月只有{1}天", u"month {0} has {1} days", {date.month, days});
}

bool is_impossible(Date date) {
  if (date.month == 0 && date.day == 0) return false;
  return !is_calendar_date(date);
}

void run(const Context& context, Findings& out) {
  int possible = 0;
  for (const Paragraph& paragraph : context.report.prose.paragraphs) {
    if (!paragraph.in_report()) continue;
    for (const WrittenDate& written : paragraph.dates) {
      if (!is_impossible(written.date)) {
        possible += written.date.day != 0;
        continue;
      }
      out.add(say(u"日期“{0}”不存在：{1}。", u"The date \"{0}\" does not exist: {1}.",
                  {part(paragraph.text, written.span), reason(written.date)}))
          .places.push_back(paragraph.back(written.span));
    }
  }
  out.passed(possible);
}

}  // namespace

extern constexpr Rule impossible = {
    .severity = Severity::error,
    .title = {u"日期不存在", u"There is no such date"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：日期按公历核对，2月28天、闰年29天，4、6、9、11月30天",
              u"Recommended: check dates against the calendar: February has 28 days, 29 in leap years; "
              u"April, June, September, November have 30"},
    .advice = {u"改为实际日期。", u"Write the real date."},
    .run = run,
};

}  // namespace nianbao::rules::dates
