#include "rules/report_year.h"
#include "rules/rule.h"

namespace nianbao::rules::dates {
namespace {

struct Deadline {
  Date date;
  Words whom;
  bool certain = true;  // false: if it is a department's report after all, 31 January holds
};

Date january(const Report& report) { return {report.year + 1, 1, 31}; }

// The office of a county or city government reports for itself or for its government.
Deadline deadline(const Report& report) {
  const std::u16string_view agency = report.agency;
  const bool office =
      agency.ends_with(u"政府办公室") || agency.ends_with(u"政府办公厅") || agency.ends_with(u"政府办");
  const Date march{report.year + 1, 3, 31};
  if (report.agency_kind == AgencyKind::department && !office)
    return {january(report), {u"部门", u"departments"}};
  if (report.agency_kind == AgencyKind::township)
    return {january(report), {u"乡镇、街道（参照部门）", u"townships (as departments)"}};
  return {march, {u"各级政府", u"governments"}, report.agency_kind == AgencyKind::government};
}

// "2025年2月" is late for 31 January, not for 15 February.
bool is_after(Date date, Date limit) {
  if (date.day == 0) return date.year != limit.year ? date.year > limit.year : date.month > limit.month;
  return compare(date, limit) > 0;
}

void judge(const Report& report, Date date, Range place, Words which, Findings& out) {
  const Deadline limit = deadline(report);
  const bool late = is_after(date, limit.date);
  if (!late && (limit.certain || !is_after(date, january(report)))) return out.passed();
  Finding& finding = out.add(
      late ? say(u"{0}是{1}，晚于{2}公布上年度报告的期限{3}。",
                 u"{0} is {1}, later than the deadline for {2}, {3}.",
                 {which, in_words(date), limit.whom, in_words(limit.date)})
           : say(u"{0}是{1}；报告的如果是部门（办公室）自己的工作，已晚于{2}的期限。",
                 u"{0} is {1}; for a report on a department's (an office's) own work the deadline was {2}.",
                 {which, in_words(date), in_words(january(report))}));
  if (!late) finding.severity = Severity::notice;
  if (!place.empty()) finding.places.push_back(place);
}

void run(const Context& context, Findings& out) {
  const Report& report = context.report;
  if (report.year == 0)
    return out.unable(say(u"不知道是哪一年的报告", u"the year of the report is not known"));
  if (year_in_doubt(report))
    return out.skip(say(u"标题和统计期限年份不一致", u"title and period name different years"));
  if (const DatedRange* date = report_date(report)) {
    if (!is_calendar_date(date->date) || date->date.year > report.year + 1)
      return;  // impossible, or put up again years later
    const bool signed_here = report.signature && date == &*report.signature;
    return judge(report, date->date, date->range,
                 signed_here ? Words{u"落款日期", u"The date of signature"}
                             : Words{u"发布日期", u"The date of publication"},
                 out);
  }
  if (!context.today)
    return out.skip(
        say(u"报告没有日期，也没有给出今天的日期", u"the report has no date and today's date was not given"));
  if (context.today->year != report.year + 1)
    return out.skip(say(u"报告没有日期，年份也不是去年", u"the report has no date and is not last year's"));
  judge(report, *context.today, report.title_range, {u"报告没有日期，今天", u"The report has no date; today"},
        out);
}

}  // namespace

extern constexpr Rule late = {
    .severity = Severity::warning,
    .title = {u"晚于法定期限", u"Later than the law allows"},
    .basis_kind = BasisKind::law,
    .basis = {u"《中华人民共和国政府信息公开条例》第四十九条：县级以上人民政府部门每年1月31日前提交并公布，县"
              u"级以上地方人民政府每年3月31日前公布；乡镇、街道参照部门",
              u"Regulations on Open Government Information, article 49: departments by 31 January, "
              u"governments by 31 March; townships by custom as departments"},
    .advice = {u"尽快公布；日期写错的改正。", u"Publish without delay; if the date is wrong, correct it."},
    .run = run,
};

}  // namespace nianbao::rules::dates
