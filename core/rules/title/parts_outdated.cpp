#include "rules/analysis.h"
#include "rules/contents_sentence.h"
#include "rules/rule.h"

namespace nianbao::rules::title {
namespace {

// Parts of the free form used until the report for 2018.
bool is_outdated(std::u16string_view name) {
  return name == u"概述" || name == u"工作概述" ||
         contains_any(name,
                      {u"不予公开政府信息", u"收费及减免", u"收费和减免", u"收费、减免", u"费用收取及减免"});
}

void run(const Context& context, Findings& out) {
  constexpr int first_year_of_forms = 2019;
  if (context.report.year != 0 && context.report.year < first_year_of_forms) return;
  const auto contents = find_contents_sentence(context.report.prose);
  if (!contents || contents->names.empty())
    return out.skip(say(u"前言没有列出各部分名称", u"the preface does not list the parts"));
  const Paragraph& paragraph = *contents->paragraph;
  std::vector<Range> places;
  Text names;
  for (TextSpan name : contents->names) {
    if (!is_outdated(part(paragraph.text, name))) continue;
    if (!names.empty()) names = join(names, Words{u"、", u", "});
    names = join(names, excerpt(part(paragraph.text, name)));
    places.push_back(paragraph.back(name));
  }
  if (places.empty()) return out.passed();
  out.add(say(u"前言的目录语还在用旧格式的部分名称：{0}。",
              u"The preface still names parts of the old form: {0}.", {names}))
      .places = places;
}

}  // namespace

extern constexpr Rule parts_outdated = {
    .severity = Severity::warning,
    .title = {u"目录语沿用旧部分名称", u"The preface names parts of the old form"},
    .basis_kind = BasisKind::form,
    .basis = {u"现行格式（国办公开办函〔2021〕30号附件）的六个部分：总体情况、主动公开政府信息情况、收到和处"
              u"理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需"
              u"要报告的事项",
              u"The six sections of the current form (annex to \"国办公开办函〔2021〕30号\")"},
    .advice = {u"按现行格式的六个部分改写前言。",
               u"Rewrite the preface with the six sections of the current form."},
    .run = run,
};

}  // namespace nianbao::rules::title
