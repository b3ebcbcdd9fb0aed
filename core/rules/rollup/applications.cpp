#include "rules/relations.h"

namespace nianbao::rules::rollup {
namespace {

void run(const Context& context, Findings& out) {
  if (context.together == nullptr)
    return out.skip(
        Words{u"没有与下级单位的年报一起检查", u"not checked together with reports of bodies below"});
  tell(roll_up(*context.together), out);
}

}  // namespace

extern constexpr Rule applications = {
    .severity = Severity::warning,
    .title = {u"申请数据汇总不等于下级之和", u"The requests are not the sum of those of the bodies below"},
    .basis_kind = BasisKind::practice,
    .basis = {u"通行做法：政府年报的申请数据为本级和所属单位之和",
              u"Usage: a government's report adds up its own requests and those of its bodies"},
    .advice = {u"逐个单位核对，补上漏加的或者去掉重复的。",
               u"Check body by body; add what was left out or take out what was counted twice."},
    .run = run,
};

}  // namespace nianbao::rules::rollup
