#include "rules/report_year.h"
#include "rules/rule.h"

namespace nianbao::rules::dates {
namespace {

void run(const Context& context, Findings& out) {
  const Report& report = context.report;
  if (!report.title_year) return out.skip(say(u"标题没有年份", u"the title has no year"));
  if (!report.period.given)
    return out.skip(
        report.unclear_period.empty()
            ? say(u"前言没有写统计期限", u"no reporting period is stated")
            : say(u"前言写的统计期限没有读懂", u"the reporting period stated was not understood"));
  if (!year_in_doubt(report)) return out.passed();
  Finding& finding = out.add(say(u"标题是{0}年的报告，统计期限却是{1}年。",
                                 u"The title speaks of {0}, the reporting period of {1}.",
                                 {*report.title_year, report.period.end.year}));
  if (!report.title_from_hint) finding.places.push_back(report.title_range);
  finding.places.push_back(report.period.range);
}

}  // namespace

extern constexpr Rule year_mismatch = {
    .severity = Severity::error,
    .title = {u"标题年份与统计期限不符", u"Title and reporting period name different years"},
    .basis_kind = BasisKind::law,
    .basis =
        {u"《中华人民共和国政府信息公开条例》第四十九条：报告的是“上一年度”的工作，标题与统计期限应是同一年",
         u"Regulations on Open Government Information, article 49: one report is on one year"},
    .advice =
        {u"核对是哪一年的报告，把标题和统计期限改为同一年；从上年稿子改写的，正文其他年份也逐处核对。",
         u"Find out which year is meant and correct the other; check the other years in the text as well."},
    .run = run,
};

}  // namespace nianbao::rules::dates
