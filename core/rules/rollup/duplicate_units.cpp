#include "rules/units.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::rollup {
namespace {

Text described(const AlikeUnit& alike) {
  return say(u"{0}（{1}，{2}% 相同）", u"{0} ({1}, {2}% the same)",
             {quote(alike.unit->agency), quote(from_utf8(alike.unit->name)), alike.percent});
}

void run(const Context& context, Findings& out) {
  if (context.together == nullptr) return out.skip(Words{u"没有与其他单位的年报一起检查", u"not checked together with reports of other bodies"});
  if (context.together->alike.empty()) return out.passed();
  std::vector<Text> others;
  for (const AlikeUnit& alike : context.together->alike) others.push_back(described(alike));
  Finding& finding = out.add(say(u"正文去掉数字和机关名称后与{0}的年报雷同。", u"The text, figures and names left out, is nearly that of {0}.", {listed(others)}));
  if (context.report.section(1).present()) finding.places.push_back(trim(*context.report.document, context.report.section(1).body));
}

}  // namespace

Rule duplicate_units() {
  return {.severity = Severity::warning,
          .title = {u"不同单位报告雷同", u"Reports of different bodies are alike"},
          .basis_kind = BasisKind::practice,
          .basis = {u"国办公开办函〔2021〕30号：年度报告不得内容雷同、敷衍塞责", u"The notice of 2021: reports must not repeat each other"},
          .advice = {u"按本单位的实际工作重写总体情况和存在问题。", u"Rewrite the overall situation and the problems from the body's own work."},
          .run = run};
}

}  // namespace nianbao::rules::rollup
