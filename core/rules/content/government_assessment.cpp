#include "rules/analysis.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::content {
namespace {

// 某县, 某镇 are called after their governments; a 街道办事处 is none.
bool is_government(const Report& report) {
  if (report.agency_kind == AgencyKind::government) return true;
  return report.agency_kind == AgencyKind::township &&
         !ending_word(report.agency, {u"政府", u"镇", u"乡", u"苏木"}).empty();
}

void run(const Context& context, Findings& out) {
  const Report& report = context.report;
  if (!is_government(report))
    return out.skip(say(u"不是各级人民政府的报告", u"not the report of a government"));
  if (!report.section(1).present()) return out.skip(say(u"没有找到第一部分", u"section one was not found"));
  bool all_empty = true, supervised = false;
  for (const Paragraph& paragraph : context.report.prose.paragraphs) {
    if (!paragraph.in_report() || paragraph.part == Part::heading) continue;
    if (contains_any(paragraph.text, {u"考核", u"评议", u"责任追究", u"追责", u"问责", u"追究责任",
                                      u"绩效评估", u"第三方评估", u"测评"}))
      return out.passed();
    all_empty = all_empty && paragraph.section != 1;
    supervised = supervised || (paragraph.section == 1 &&
                                contains_any(paragraph.text, {u"通报", u"社会监督", u"督查", u"督导"}));
  }
  if (all_empty) return;  // structure/section-empty speaks
  Finding& finding = out.add(say(u"这是人民政府的报告，全文没有写到工作考核、社会评议和责任追究的结果。",
                                 u"This is a government's report, but it does not tell the results of "
                                 u"appraisal, public evaluation and accountability."));
  finding.places.push_back(report.section(1).heading);
  if (supervised)
    finding.severity = Severity::notice;  // something of the kind is told, if not what the law names
}

}  // namespace

extern constexpr Rule government_assessment = {
    .severity = Severity::warning,
    .title = {u"政府报告未反映考核、评议、追责",
              u"A government's report without appraisal, evaluation, accountability"},
    .basis_kind = BasisKind::law,
    .basis = {u"《中华人民共和国政府信息公开条例》第五十条第（四）项：各级人民政府的年度报告还应当包括工作考"
              u"核、社会评议和责任追究结果情况",
              u"Regulations on Open Government Information, article 50 (4): governments also report the "
              u"results of work appraisals, social reviews and accountability"},
    .advice = {u"在“监督保障”里补写工作考核、社会评议和责任追究的结果；没有发生责任追究的，写明没有。",
               u"Add the results under \"监督保障\"; if nobody was held to account, say so."},
    .run = run,
};

}  // namespace nianbao::rules::content
