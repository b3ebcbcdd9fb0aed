#include "rules/analysis.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::content {
namespace {

struct Aspect {
  Words name;
  bool found;
};

// By heading or by what is usually written under it; small agencies merge headings.
void run(const Context& context, Findings& out) {
  constexpr std::size_t least = 100;  // below it content/overall-empty speaks
  std::u16string text;
  for (const Paragraph& paragraph : context.report.prose.paragraphs)
    if (paragraph.section == 1 && paragraph.part == Part::section) text += paragraph.text;
  if (!context.report.section(1).present())
    return out.skip(say(u"没有找到第一部分", u"section one was not found"));
  if (text.size() < least) return;
  if (context.report.stops_at && context.report.section(1).body.end >= *context.report.stops_at)
    return out.unable(Words{u"文字在第一部分中断", u"the text stops in section one"});
  const Aspect aspects[] = {
      {{u"主动公开", u"disclosure on the agency's own initiative"},
       contains_any(text, {u"主动公开", u"公开信息", u"发布信息", u"公开政府信息", u"发布各类信息"})},
      {{u"依申请公开", u"disclosure on request"}, contains_any(text, {u"依申请", u"公开申请", u"信息申请"})},
      {{u"政府信息管理", u"information management"},
       contains_any(text, {u"信息管理", u"规范性文件", u"保密审查", u"发布审核", u"审核制度", u"公开审查",
                           u"审核把关", u"动态调整", u"审查机制", u"三审"})},
      {{u"政府信息公开平台建设", u"platforms"},
       contains_any(text, {u"平台", u"网站", u"公众号", u"新媒体", u"查阅点", u"专栏", u"公开栏"})},
      {{u"监督保障", u"supervision and safeguards"},
       contains_any(text, {u"监督", u"考核", u"培训", u"评议", u"责任追究", u"问责", u"通报", u"督查",
                           u"督导", u"检查"})}};
  Text missing;
  for (const Aspect& aspect : aspects) {
    if (aspect.found) {
      out.passed();
      continue;
    }
    if (!missing.empty()) missing = join(missing, Words{u"、", u"; "});
    missing = join(missing, aspect.name);
  }
  if (missing.empty()) return;
  out.add(say(u"第一部分“总体情况”没有写到：{0}。", u"Section one (\"总体情况\") does not mention: {0}.",
              {missing}))
      .places.push_back(context.report.section(1).heading);
}

}  // namespace

extern constexpr Rule five_aspects = {
    .severity = Severity::notice,
    .title = {u"总体情况缺少规定方面", u"Section one lacks some of the five aspects"},
    .basis_kind = BasisKind::form,
    .basis = {u"国办公开办函〔2021〕30号“一、报告内容”（一）：总体情况主要包括主动公开、依申请公开、政府信息"
              u"管理、政府信息公开平台建设、监督保障",
              u"\"国办公开办函〔2021〕30号\", part one (1): section one covers disclosure on the agency's "
              u"own initiative and on request, information management, platforms, supervision"},
    .advice = {u"补写缺少的方面；没有开展的，也写明“没有”。",
               u"Add what is missing; where nothing was done, say so."},
    .run = run,
};

}  // namespace nianbao::rules::content
