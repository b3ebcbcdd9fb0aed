#include <algorithm>

#include "base/unicode.h"
#include "rules/analysis.h"
#include "rules/cures.h"
#include "rules/report_year.h"
#include "rules/rule.h"

namespace nianbao::rules::dates {
namespace {

using std::u16string_view;

// Another year beside one of these is meant: comparisons, what was carried over, documents of that year.
bool other_year_is_meant(u16string_view sentence) {
  return contains_any(sentence,
                      {u"较",   u"比上", u"相比", u"同比", u"上年", u"去年", u"上一年", u"往年", u"结转",
                       u"以来", u"历年", u"近年", u"分别", u"增长", u"下降", u"增加",   u"减少", u"起",
                       u"至今", u"累积", u"整改", u"针对", u"反馈", u"通报", u"指出"}) ||
         speaks_of_plans(sentence);
}

// What a report calls the body that makes it, and all it speaks for.
constexpr WordSet reporters = {
    u"我局",   u"我办",   u"我县",   u"我区",   u"我市", u"我镇", u"我乡", u"我省",   u"我街道", u"我委",
    u"我厅",   u"我中心", u"我单位", u"我部门", u"我站", u"我院", u"我校", u"本机关", u"本单位", u"本局",
    u"本部门", u"全局",   u"全县",   u"全区",   u"全市", u"全镇", u"全乡", u"全省",   u"全街道", u"全年"};

bool names_reporter(u16string_view sentence, const Report& report) {
  return contains_any(sentence, reporters) || contains(sentence, u"各项工作") ||
         (!report.agency.empty() && contains(sentence, report.agency));
}

void skip_reporter(Scanner& scanner, const Report& report) {
  for (std::size_t at = scanner.at() + 1; at != scanner.at();) {
    at = scanner.at();
    scanner.skip_all(reporters);
    scanner.skip_all(
        {u"度", u",", u"共计", u"共", u"累计", u"总计", u"新", u"主动", u"依法", u"已", u"合计", u"一共"});
    if (!report.agency.empty()) scanner.take(report.agency);
  }
}

// "2022年,我局共收到申请3件", "2022年度未收取信息处理费": what was done, counted or denied.
bool counts_work(u16string_view text, std::size_t behind_year, const Report& report) {
  Scanner scanner(text, behind_year);
  skip_reporter(scanner, report);
  const bool denied = scanner.take_any({u"未", u"没有"});
  const bool about_disclosure =
      scanner.take_any({u"收到", u"受理", u"接到", u"接收", u"收取", u"新收", u"公开", u"发布", u"办理",
                        u"办结", u"答复", u"处理", u"制发", u"发生", u"产生"});
  // Other work only where the year opens its clause: 2023年，我局举办培训3场.
  const bool opens = behind_year == clause_around(text, behind_year).begin ||
                     clause_around(text, behind_year - 1).begin + 5 >= behind_year;
  if (!about_disclosure &&
      !(opens && scanner.take_any({u"举办", u"开展", u"组织", u"召开", u"印发", u"制定", u"回应", u"解读",
                                   u"更新", u"审查", u"转发", u"推送", u"编发", u"接待"})))
    return false;
  if (scanner.rest().starts_with(u"的")) return false;
  if (denied) return true;
  const u16string_view rest = text.substr(scanner.at(), clause_around(text, scanner.at()).end - scanner.at());
  for (std::size_t i = 0; i + 1 < rest.size(); ++i)
    if (is_digit(rest[i]) && one_of(rest[i + 1], u"件条项个份次宗场期篇")) return true;
  return false;
}

// "2022年,在…指导下,我局聚焦…", "回顾2022年,…": the first words of section one or five. `before`: the
// paragraph before it, headings left out.
bool opens_section(const Paragraph& paragraph, const Paragraph* before, const WrittenDate& written,
                   u16string_view sentence, const Report& report) {
  if (paragraph.section != 1 && paragraph.section != 5) return false;
  if (!one_of(u16string_view(paragraph.text).substr(0, written.span.begin),
              {u"", u"回顾", u"回首", u"总结", u"过去的", u"在"}))
    return false;
  if (before != nullptr && before->section == paragraph.section && before->part == Part::section)
    return false;
  const bool account =
      paragraph.section == 1 && contains_any(sentence, {u"全面", u"认真", u"深入", u"坚持", u"围绕", u"贯彻",
                                                        u"紧扣", u"聚焦", u"扎实"});
  return account || names_reporter(sentence, report) || contains(sentence, u"政府信息公开工作");
}

// "均截至2022年12月31日" in the preface
bool ends_data(const Paragraph& paragraph, const WrittenDate& written) {
  if (paragraph.part != Part::preamble || written.date.month != 12 || written.date.day != 31) return false;
  const u16string_view before = u16string_view(paragraph.text).substr(0, written.span.begin);
  const TextSpan sentence = sentence_around(paragraph.text, written.span.begin);
  return !ending_word(before, {u"截至", u"截止", u"截止到", u"截至到"}).empty() &&
         contains_any(part(paragraph.text, sentence), {u"数据", u"统计", u"期限"});
}

// "现将2022年度我局政府信息公开工作情况报告如下"
bool announces_report(const Paragraph& paragraph, const WrittenDate& written) {
  if (paragraph.part != Part::preamble && paragraph.part != Part::section) return false;
  const TextSpan clause = clause_around(paragraph.text, written.span.begin);
  const u16string_view before = part(paragraph.text, {clause.begin, written.span.begin}),
                       after = part(paragraph.text, {written.span.end, clause.end});
  return contains_any(before, {u"现将", u"现就", u"现对"}) &&
         contains_any(after, {u"信息公开", u"政务公开"}) && contains(after, u"如下");
}

// "现向社会公布某局2022年政府信息公开工作年度报告"
bool names_report(const Paragraph& paragraph, const WrittenDate& written) {
  if (paragraph.part != Part::preamble) return false;
  Scanner scanner(paragraph.text, written.span.end);
  scanner.take(u"度");
  if (!scanner.take(u"政府信息公开")) return false;
  scanner.take(u"工作");
  constexpr std::size_t reach = 80;
  const std::size_t from = written.span.begin > reach ? written.span.begin - reach : 0;
  const u16string_view before = part(paragraph.text, {from, written.span.begin});
  const std::size_t open = before.rfind(u'《'), close = before.rfind(u'》');
  const bool in_title = open != npos && (close == npos || close < open);
  return scanner.take_any({u"年度报告", u"年报"}) && contains_any(before, {u"公布", u"编制", u"发布"}) &&
         !in_title;
}

// What stands before the year in its sentence and in the clause that follows; comparisons further on may be
// copied along.
u16string_view close_by(u16string_view text, TextSpan written) {
  const TextSpan sentence = sentence_around(text, written.begin);
  TextSpan clause = clause_around(text, written.end);
  if (clause.end == written.end && clause.end < sentence.end) clause = clause_around(text, written.end + 1);
  return text.substr(sentence.begin, clause.end - sentence.begin);
}

bool names_this_year(u16string_view text, const std::vector<WrittenDate>& dates, int year) {
  return contains_any(text, {u"今年", u"本年", u"同期"}) ||
         std::any_of(dates.begin(), dates.end(),
                     [year](const WrittenDate& d) { return d.date.year == year; });
}

struct Judge {
  const Context& context;
  Findings& out;
  int found = 0;

  bool is_wrong(const Paragraph& paragraph, const Paragraph* before, const WrittenDate& written,
                bool beside_this_year) const {
    const Report& report = context.report;
    const u16string_view text = paragraph.text,
                         sentence = part(text, sentence_around(text, written.span.begin));
    if (announces_report(paragraph, written) || ends_data(paragraph, written)) return true;
    if (other_year_is_meant(close_by(text, written.span))) return false;
    if (names_report(paragraph, written)) return true;
    if (written.date.month != 0 || beside_this_year || paragraph.part != Part::section) return false;
    return opens_section(paragraph, before, written, sentence, report) ||
           counts_work(text, written.span.end, report);
  }

  void check(const Paragraph& paragraph, const Paragraph* before) {
    const int year = context.report.year;
    const std::vector<WrittenDate>& dates = paragraph.dates;
    const bool beside_this_year = names_this_year(paragraph.text, dates, year);
    for (const WrittenDate& written : dates) {
      constexpr int copied_over = 3;  // years that a text is copied from one report to the next
      const bool near = written.date.year >= year - copied_over && written.date.year <= year + 1 &&
                        written.date.year != year;
      const bool stated =
          context.report.period.given && context.report.period.range.overlaps(paragraph.back(written.span));
      if (!near || stated || !is_wrong(paragraph, before, written, beside_this_year)) continue;
      const TextSpan told{clause_around(paragraph.text, written.span.begin).begin,
                          sentence_around(paragraph.text, written.span.begin).end};
      Finding& finding = out.add(say(
          u"这是{0}年的报告，这里写的却是{1}年：{2}。", u"The report is on {0}, but here it says {1}: {2}.",
          {year, written.date.year, excerpt(*context.report.document, paragraph.back(told), 32)}));
      finding.places.push_back(paragraph.back(written.span));
      const auto edit =
          figure_edit(*context.report.document, finding.places.front(), written.date.year, year);
      if (edit) offer_edits(finding, {*edit}, Cure::Sure::never);  // the passage itself may be last year's
      if (paragraph.section == 1) finding.violates = {"dates/year-mismatch"};
      ++found;
    }
  }
};

void run(const Context& context, Findings& out) {
  const Report& report = context.report;
  if (report.year == 0)
    return out.unable(say(u"不知道是哪一年的报告", u"the year of the report is not known"));
  if (year_in_doubt(report)) return;  // dates/year-mismatch speaks
  Judge judge{context, out};
  const Paragraph* before = nullptr;
  for (const Paragraph& paragraph : context.report.prose.paragraphs) {
    if (paragraph.part == Part::section || paragraph.part == Part::preamble) judge.check(paragraph, before);
    if (!paragraph.heading) before = &paragraph;
  }
  if (judge.found == 0) out.passed();
}

}  // namespace

extern constexpr Rule wrong_year_in_text = {
    .severity = Severity::error,
    .title = {u"正文年份与报告年度不符", u"The text speaks of another year"},
    .basis_kind = BasisKind::law,
    .basis = {u"《中华人民共和国政府信息公开条例》第四十九条：年度报告报告的是“上一年度”的工作；照抄往年稿件"
              u"容易留下旧年份",
              u"Regulations on Open Government Information, article 49: the report is on the preceding year"},
    .advice = {u"改正年份；同时核对这一段的数字是不是本年度的。",
               u"Correct the year, and check that the figures of this passage are this year's."},
    .run = run,
};

}  // namespace nianbao::rules::dates
