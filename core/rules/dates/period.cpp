#include "base/numeral.h"
#include "rules/analysis.h"
#include "rules/cures.h"
#include "rules/report_year.h"
#include "rules/rule.h"

namespace nianbao::rules::dates {
namespace {

bool is_begin_of(Date date, int year) { return date.year == year && date.month <= 1 && date.day <= 1; }

bool is_end_of(Date date, int year) {
  return date.year == year && (date.month == 0 || date.month == 12) && (date.day == 0 || date.day == 31);
}

// A body that was set up or merged during the year reports from that day on.
bool tells_of_founding(const Context& context) {
  for (const Paragraph& paragraph : context.report.prose.paragraphs)
    if (paragraph.range.overlaps(context.report.period.range) &&
        contains_any(paragraph.text, {u"成立", u"组建", u"挂牌", u"机构改革", u"撤并", u"合并", u"设立"}))
      return true;
  return false;
}

// 2022年1月1日至2022年11月30日: what differs of the year, month and day of its six numbers.
void offer_whole_year(const Document& document, Range place, int year, Finding& finding) {
  const int wanted[] = {year, 1, 1, year, 12, 31};
  std::vector<Edit> edits;
  std::size_t numbers = 0;
  const std::u16string_view text = document.view(place);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const WholeNumber number = number_at(text, at);
    if (number.length == 0) continue;
    if (number.notation != Notation::arabic || numbers == std::size(wanted)) return;
    const std::uint32_t begin = place.begin + static_cast<std::uint32_t>(at);
    const Range digits{begin, begin + static_cast<std::uint32_t>(number.length)};
    if (number.value != wanted[numbers]) edits.push_back({digits, Decimal(wanted[numbers]).to_string()});
    ++numbers;
    at += number.length - 1;
  }
  if (numbers == std::size(wanted) && on_one_line(document, place))
    offer_edits(finding, std::move(edits), Cure::Sure::never);
}

void run(const Context& context, Findings& out) {
  const Report& report = context.report;
  const Period& period = report.period;
  if (!period.given && !report.unclear_period.empty())
    return out.skip(say(u"前言写的统计期限没有读懂：{0}",
                        u"the reporting period stated was not understood: {0}",
                        {excerpt(*report.document, report.unclear_period, 40)}));
  if (!period.given) return out.skip(say(u"前言没有写统计期限", u"no reporting period is stated"));
  if (report.year == 0)
    return out.unable(say(u"不知道是哪一年的报告", u"the year of the report is not known"));
  if (!has_real_days(period) || year_in_doubt(report))
    return;  // dates/impossible or dates/year-mismatch speaks
  if (is_begin_of(period.begin, report.year) && is_end_of(period.end, report.year)) return out.passed();
  if (tells_of_founding(context)) return;
  Finding& finding =
      out.add(say(u"统计期限写的是{0}至{1}，{2}年度报告应为{2}年1月1日至12月31日。",
                  u"The period stated is {0} to {1}; a report for {2} covers 1 January to 31 December {2}.",
                  {in_words(period.begin), in_words(period.end), report.year}));
  finding.places.push_back(period.range);
  offer_whole_year(*report.document, period.range, report.year, finding);
}

}  // namespace

extern constexpr Rule period = {
    .severity = Severity::error,
    .title = {u"统计期限错误", u"The reporting period is wrong"},
    .basis_kind = BasisKind::law,
    .basis = {u"《中华人民共和国政府信息公开条例》第四十九条：报告的是“上一年度”的工作，即1月1日至12月31日",
              u"Regulations on Open Government Information, article 49: the report is on the preceding year, "
              u"1 January to 31 December"},
    .advice = {u"改正起止日期；如果数据确实没有统计到年底，请补齐后重新填表。",
               u"Correct the dates; if the figures really do not run to the end of the year, complete them."},
    .run = run,
};

}  // namespace nianbao::rules::dates
