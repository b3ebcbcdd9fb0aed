#include "rules/relations.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::rollup {
namespace {

void run(const Context& context, Findings& out) {
  if (context.together == nullptr)
    return out.skip(
        Words{u"没有与其他单位的年报一起检查", u"not checked together with reports of other bodies"});
  Finding* finding = tell(likeness(*context.together), out);
  if (finding != nullptr && context.report.section(1).present())
    finding->places.push_back(trim(*context.report.document, context.report.section(1).body));
}

}  // namespace

extern constexpr Rule duplicate_units = {
    .severity = Severity::warning,
    .title = {u"不同单位报告雷同", u"Reports of different bodies are alike"},
    .basis_kind = BasisKind::practice,
    .basis = {u"国办公开办函〔2021〕30号：年度报告不得内容雷同、敷衍塞责",
              u"The notice of 2021: reports must not repeat each other"},
    .advice = {u"按本单位的实际工作重写总体情况和存在问题。",
               u"Rewrite the overall situation and the problems from the body's own work."},
    .run = run,
};

}  // namespace nianbao::rules::rollup
