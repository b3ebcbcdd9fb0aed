#include "rules/analysis.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::title {
namespace {

// Where a reader would look for the title: the first line of what was found of the report.
Range first_line(const Context& context) {
  for (const Paragraph& paragraph : context.report.prose.paragraphs)
    if (paragraph.in_report()) return paragraph.range;
  return {};
}

void run(const Context& context, Findings& out) {
  const Report& report = context.report;
  if (!report.title.empty() || report.title_from_hint) return out.passed();
  if (report.tables_only) return out.unable(Words{u"只有表格，没有标题和文字", u"only tables were given"});
  out.add(say(u"正文前没有找到标题，读者看不出这是哪个机关、哪一年的报告。",
              u"No title was found before the text: a reader cannot tell whose report this is, and of which "
              u"year."))
      .places.push_back(first_line(context));
}

}  // namespace

extern constexpr Rule missing = {
    .severity = Severity::warning,
    .title = {u"缺少标题", u"The title is missing"},
    .basis_kind = BasisKind::practice,
    .basis =
        {u"建议：年度报告的标题通常写作“<机关全称><年份>年政府信息公开工作年度报告”",
         u"Recommended: the usual title is \"<full name of the agency><year>年政府信息公开工作年度报告\""},
    .advice =
        {u"在正文前补上标题，写明机关全称和年份；如果标题由网站栏目单独生成，发布前核对页面上确有标题。",
         u"Put a title with the agency's full name and the year before the text; if the website makes the "
         u".title itself, check that the page shows it."},
    .run = run,
};

}  // namespace nianbao::rules::title
