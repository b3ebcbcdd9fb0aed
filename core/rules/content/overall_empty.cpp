#include "rules/analysis.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::content {
namespace {

constexpr std::size_t least = 100;

// Words about the report itself, wherever a writer put them.
bool is_preface(const Paragraph& paragraph) {
  return paragraph.part == Part::preamble ||
         (contains_any(paragraph.text, {u"统计期限", u"编制本报告", u"本报告由", u"本年报由", u"部分组成"}) &&
          contains_any(paragraph.text, {u"报告", u"年报"}));
}

void run(const Context& context, Findings& out) {
  const Section& section = context.report.section(1);
  if (!section.present()) return out.skip(say(u"没有找到第一部分", u"section one was not found"));
  std::size_t length = 0, all = 0;
  for (const Paragraph& paragraph : context.report.prose.paragraphs) {
    if (paragraph.section != 1 || paragraph.part == Part::heading) continue;
    all += paragraph.text.size();
    if (!is_preface(paragraph)) length += paragraph.text.size();
  }
  if (all == 0) return;  // structure/section-empty speaks
  if (length >= least) return out.passed();
  const Text what = length == 0 ? say(u"只有前言，没有写工作情况", u"holds the preface only")
                                : say(u"除前言外只有{0}字", u"has {0} characters besides the preface",
                                      {static_cast<int>(length)});
  out.add(say(u"第一部分“总体情况”{0}。", u"Section one (\"总体情况\") {0}.", {what}))
      .places.push_back(section.heading.empty() ? section.body : section.heading);
}

}  // namespace

extern constexpr Rule overall_empty = {
    .severity = Severity::warning,
    .title = {u"总体情况空泛或只有前言", u"Section one says next to nothing"},
    .basis_kind = BasisKind::form,
    .basis = {u"国办公开办函〔2021〕30号“一、报告内容”（一）：总体情况是对本机关贯彻落实《条例》情况的综述，"
              u"主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障",
              u"\"国办公开办函〔2021〕30号\", part one (1): section one sums up disclosure on the agency's "
              u"own initiative and on request, information management, platforms, supervision"},
    .advice = {u"从主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面写清本年做了什么、有多少。",
               u"Say what was done and how much of it under the five headings."},
    .run = run,
};

}  // namespace nianbao::rules::content
