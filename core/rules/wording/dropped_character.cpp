#include "rules/slips.h"

namespace nianbao::rules::wording {
namespace {

constexpr Slip slips[] = {
    {u"政府信息公开工情况", u"政府信息公开工作情况"},
    {u"政府信息公工作", u"政府信息公开工作"},
    {u"政府信公开", u"政府信息公开"},
    {u"政府息公开", u"政府信息公开"},
    {u"政府信息开工作", u"政府信息公开工作"},
    {u"政府信息开条例", u"政府信息公开条例"},
    {u"公开工作年报告", u"公开工作年度报告"},
    {u"公开工作年度告", u"公开工作年度报告"},
    {u"依申请开", u"依申请公开", {}, u"展|具|放|通|设|立|办|庭|户|发|始|辟|出"},
    {u"依申公开", u"依申请公开"},
    {u"主动公政府信息", u"主动公开政府信息"},
    {u"主动开政府信息", u"主动公开政府信息"},
    {u"行政规范文件", u"行政规范性文件"},
    {u"规性文件", u"规范性文件", u"法"},
    {u"规范性件", u"规范性文件"},
    {u"信息处费", u"信息处理费"},
    {u"行政复和行政诉讼", u"行政复议和行政诉讼"},
    {u"行政复、行政诉讼", u"行政复议、行政诉讼"},
    {u"行政复议、行政诉情况", u"行政复议、行政诉讼情况"},
    {u"存在的主问题", u"存在的主要问题"},
    {u"其他需要报的事项", u"其他需要报告的事项"},
    {u"结转下年继续理", u"结转下年继续办理"},
    {u"结转下年度继续理", u"结转下年度继续办理"},
};

void run(const Context& context, Findings& out) { report_slips(context, slips, out); }

}  // namespace

extern constexpr Rule dropped_character = {
    .severity = Severity::warning,
    .title = {u"疑似漏字", u"A character seems to be missing"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：公布前通读一遍，固定名称逐字核对",
              u"Recommended: read the text through and check set phrases character by character"},
    .advice = {u"补上漏掉的字。", u"Put in the missing character."},
    .run = run,
};

}  // namespace nianbao::rules::wording
