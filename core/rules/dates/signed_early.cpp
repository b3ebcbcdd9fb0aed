#include "rules/report_year.h"
#include "rules/rule.h"

namespace nianbao::rules::dates {
namespace {

void run(const Context& context, Findings& out) {
  const Report& report = context.report;
  const DatedRange* date = report_date(report);
  if (date == nullptr) return out.skip(say(u"没有落款或发布日期", u"no date of signature or publication"));
  if (report.year == 0)
    return out.unable(say(u"不知道是哪一年的报告", u"the year of the report is not known"));
  if (!is_calendar_date(date->date) || year_in_doubt(report)) return;
  if (date->date.year > report.year) return out.passed();
  const Words which = report.signature && date == &*report.signature ? Words{u"落款", u"signature"}
                                                                     : Words{u"发布", u"publication"};
  out.add(say(u"{0}日期{1}早于统计期末（{2}年12月31日），那时全年数据还没有出来。",
              u"The date of {0}, {1}, lies before the end of the reporting period (31 December {2}).",
              {which, in_words(date->date), report.year}))
      .places.push_back(date->range);
}

}  // namespace

extern constexpr Rule signed_early = {
    .severity = Severity::error,
    .title = {u"落款或发布日期早于统计期末", u"Signed before the year was over"},
    .basis_kind = BasisKind::law,
    .basis = {u"《中华人民共和国政府信息公开条例》第四十九条：年度报告报告的是“上一年度”的工作",
              u"Regulations on Open Government Information, article 49: the report is on the preceding year"},
    .advice = {u"年份写错的改正年份；确实提前编制的，按全年数据重新填报并更新日期。",
               u"Correct the year; if the report was really made early, bring the figures to the end of .the "
               u"year."},
    .run = run,
};

}  // namespace nianbao::rules::dates
