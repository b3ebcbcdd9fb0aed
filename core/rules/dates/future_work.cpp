#include "base/unicode.h"
#include "rules/analysis.h"
#include "rules/report_year.h"
#include "rules/rule.h"

namespace nianbao::rules::dates {
namespace {

using std::u16string_view;

bool tells_of_work(u16string_view text) {
  return contains_any(
      text, {u"召开", u"举办", u"组织", u"开展", u"印发", u"发布", u"公开", u"完成", u"上线", u"收到",
             u"受理", u"办理", u"办结", u"答复", u"开通", u"修订", u"制定", u"建立", u"启用"});
}

// The report's own publication, deadlines, what was carried over, spans of years: no work of the year after.
bool is_meant(u16string_view sentence, u16string_view before, u16string_view after) {
  const bool issued =
      one_of(trim(after), {u"印发", u"发布", u"公布", u"公开"});  // 2025年1月10日印发, at the end
  return issued || speaks_of_plans(sentence) ||
         contains_any(sentence, {u"本报告", u"年度报告", u"年报", u"总结", u"结转", u"延期", u"顺延",
                                 u"有效期", u"截至", u"截止", u"继续", u"期限", u"法定", u"尚未"}) ||
         !ending_word(before, {u"至", u"到", u"-", u"~", u"《", u"于每年"}).empty() ||
         !starting_word(after, {u"底前", u"前", u"之前", u"起", u"以前", u"后"}).empty();
}

void check(const Context& context, const Paragraph& paragraph, Findings& out, int& found) {
  const u16string_view text = paragraph.text;
  for (const WrittenDate& written : paragraph.dates) {
    if (written.date.year != context.report.year + 1 || written.date.month == 0) continue;
    const TextSpan sentence = sentence_around(text, written.span.begin);
    const u16string_view after = text.substr(written.span.end, sentence.end - written.span.end);
    if (!tells_of_work(after) || is_meant(part(text, sentence), text.substr(0, written.span.begin), after))
      continue;
    ++found;
    out.add(say(u"{0}年度报告里出现了{1}的工作：{2}。", u"The report on {0} tells of work done in {1}: {2}.",
                {context.report.year, in_words(written.date),
                 excerpt(*context.report.document, paragraph.back(sentence), 32)}))
        .places.push_back(paragraph.back(written.span));
  }
}

void run(const Context& context, Findings& out) {
  if (context.report.year == 0)
    return out.unable(say(u"不知道是哪一年的报告", u"the year of the report is not known"));
  if (year_in_doubt(context.report)) return;
  int found = 0, plans_of = 0;
  for (const Paragraph& paragraph : context.report.prose.paragraphs) {
    if (paragraph.part != Part::section) continue;
    if (paragraph.section >= 5 &&
        contains_any(paragraph.text, {u"下一步", u"下步", u"今后", u"工作打算", u"改进措施"}))
      plans_of = paragraph.section;
    if (plans_of != paragraph.section) check(context, paragraph, out, found);
  }
  if (found == 0) out.passed();
}

}  // namespace

extern constexpr Rule future_work = {
    .severity = Severity::warning,
    .title = {u"出现报告年度之后的工作", u"Work done after the year of the report"},
    .basis_kind = BasisKind::law,
    .basis = {u"《中华人民共和国政府信息公开条例》第四十九条：年度报告报告的是“上一年度”的工作",
              u"Regulations on Open Government Information, article 49: the report is on the preceding year"},
    .advice =
        {u"年份写错的改正；确是次年的工作，留到下一年度报告。",
         u"If the year is a slip, correct it; if the work was done later, keep it for the next report."},
    .run = run,
};

}  // namespace nianbao::rules::dates
