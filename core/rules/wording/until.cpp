#include "rules/analysis.h"
#include "rules/cures.h"
#include "rules/grouped.h"
#include "rules/rule.h"

namespace nianbao::rules::wording {
namespace {

using std::u16string_view;

bool names_a_time(u16string_view text) {
  if (!starting_word(text,
                     {u"目前", u"年底", u"年末", u"当前", u"本年", u"今年", u"去年", u"现在", u"报告期末"})
           .empty())
    return true;
  const auto dates = find_dates(text.substr(0, 16));
  return !dates.empty() && dates.front().span.begin == 0;
}

// "报名截止2024年1月": there the date is when something closes.
bool is_a_closing_date(u16string_view before) {
  return !ending_word(before, {u"报名", u"征集", u"申请", u"投标", u"申报", u"受理", u"征求意见", u"调查",
                               u"活动", u"登记", u"缴费"})
              .empty();
}

void find(const Paragraph& paragraph, Groups& groups) {
  const u16string_view text = paragraph.text;
  for (std::size_t at : find_all(paragraph, u"截止")) {
    Scanner behind(text, at + 2);
    behind.skip_all({u"到", u"至", u"于"});
    if (names_a_time(behind.rest()) && !is_a_closing_date(text.substr(0, at)))
      groups.add(u"截止", paragraph, {at, at + 2});
  }
}

void run(const Context& context, Findings& out) {
  Groups groups(*context.report.document);
  for (const Paragraph& paragraph : context.report.prose.paragraphs)
    if (paragraph.in_report()) find(paragraph, groups);
  for (const Group& group : groups.all()) {
    Finding& finding =
        out.add(say(u"这里的“截止”应为“截至”{0}：{1}。", u"\"截止\" should be \"截至\" here{0}: {1}.",
                    {count_note(group), group.context}));
    finding.places = group.places;
    offer_words(*context.report.document, finding, u"截止", u"截至");
  }
  if (groups.all().empty()) out.passed();
}

}  // namespace

extern constexpr Rule until = {
    .severity = Severity::notice,
    .title = {u"“截止”应为“截至”", u"\"截止\" where \"截至\" is meant"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：后面带时间时用“截至”，“截止”表示到期停止",
              u"Recommended: \"截至\" before a point in time; \"截止\" means that something closes"},
    .advice = {u"改为“截至”。", u"Write \"截至\"."},
    .run = run,
};

}  // namespace nianbao::rules::wording
