#include <algorithm>

#include "base/unicode.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::title {
namespace {

bool is_year(std::u16string_view text) {
  return text.size() == 4 && std::all_of(text.begin(), text.end(), [](char16_t c) {
           return is_digit(c) || one_of(c, u"〇零一二三四五六七八九");
         });
}

// What is left of the title without year and kind of report: the agency.
std::u16string without_year_and_kind(std::u16string_view title) {
  std::u16string rest;
  const std::u16string text = folded(title);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_year(std::u16string_view(text).substr(i, 4))) {
      i += 3;
      continue;
    }
    rest.push_back(text[i]);
  }
  for (std::u16string_view word : {u"政府信息公开", u"政务公开", u"信息公开", u"年度", u"工作", u"报告",
                                   u"年报", u"年", u"关于", u"的", u"情况"})
    for (std::size_t at = rest.find(word); at != npos; at = rest.find(word)) rest.erase(at, word.size());
  return rest;
}

bool agency_stands_by_title(const Report& report) {
  return std::any_of(report.agencies.begin(), report.agencies.end(),
                     [](const auto& mention) { return mention.where == Report::AgencyMention::title; });
}

void run(const Context& context, Findings& out) {
  const Report& report = context.report;
  if (report.title.empty() || report.title_from_hint)
    return;  // title/missing speaks, or the page keeps the title elsewhere
  if (agency_stands_by_title(report) || without_year_and_kind(report.title).size() >= 2) return out.passed();
  out.add(say(u"标题{0}没有写机关名称。", u"The title {0} does not name the agency.",
              {excerpt(*report.document, report.title_range, 40)}))
      .places.push_back(report.title_range);
}

}  // namespace

extern constexpr Rule no_agency = {
    .severity = Severity::warning,
    .title = {u"标题缺机关名称", u"The title does not name the agency"},
    .basis_kind = BasisKind::practice,
    .basis =
        {u"建议：年度报告的标题通常写作“<机关全称><年份>年政府信息公开工作年度报告”",
         u"Recommended: the usual title is \"<full name of the agency><year>年政府信息公开工作年度报告\""},
    .advice = {u"在标题前加上机关全称，例如“××县水利局”。", u"Begin the title with the agency's full name."},
    .run = run,
};

}  // namespace nianbao::rules::title
