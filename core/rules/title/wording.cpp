#include <algorithm>

#include "base/unicode.h"
#include "rules/cures.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::title {
namespace {

bool names_a_year(std::u16string_view title) {
  return std::any_of(title.begin(), title.end(), [](char16_t c) { return is_digit(c); }) ||
         contains(title, u"二〇") || contains(title, u"二零") || contains(title, u"二○");
}

// What is unusual about the name of the report in the title; empty when nothing is.
Text remark(std::u16string_view title) {
  const std::u16string text = folded(title);
  if (contains(text, u"政务公开") && !contains(text, u"政府信息公开"))
    return say(u"用了“政务公开”，《条例》的名称是“政府信息公开”",
               u"it says \"政务公开\", where the Regulations say \"政府信息公开\"");
  if (contains(text, u"政府信息公开") && !contains(text, u"工作"))
    return say(u"少了“工作”二字", u"it lacks the word \"工作\"");
  if (contains(text, u"政府信息公开工作报告") && !contains(text, u"年度"))
    return say(u"少了“年度”二字", u"it lacks the word \"年度\"");
  if (contains(text, u"政府信息公开") && !names_a_year(text))
    return say(u"没有写明是哪一年的报告", u"it does not say of which year the report is");
  return {};
}

// 政府信息公开年度报告, 政府信息公开工作报告 → 政府信息公开工作年度报告
void offer(const Document& document, Range title, Finding& finding) {
  constexpr std::u16string_view right = u"政府信息公开工作年度报告";
  for (std::u16string_view wrong : {u"政府信息公开年度报告", u"政府信息公开工作报告"}) {
    const std::size_t at = document.view(title).find(wrong);
    if (at == npos) continue;
    const std::uint32_t begin = title.begin + static_cast<std::uint32_t>(at);
    return offer_text(document, finding, {begin, begin + static_cast<std::uint32_t>(wrong.size())}, right);
  }
}

void run(const Context& context, Findings& out) {
  const Report& report = context.report;
  if (report.title.empty()) return;
  const Text what = remark(report.title);
  if (what.empty()) return out.passed();
  Finding& finding =
      out.add(say(u"标题{0}：{1}。", u"The title {0}: {1}.", {excerpt(report.title, 40), what}));
  if (report.title_from_hint) return;
  finding.places.push_back(report.title_range);
  offer(*report.document, report.title_range, finding);
}

}  // namespace

extern constexpr Rule wording = {
    .severity = Severity::notice,
    .title = {u"标题名称不规范", u"The report is not called by its name"},
    .basis_kind = BasisKind::practice,
    .basis = {u"建议：与《中华人民共和国政府信息公开条例》第四十九条、第五十条的用语“政府信息公开工作年度报告"
              u"”一致",
              u"Recommended: the words of articles 49 and 50 of the Regulations on Open Government "
              u"Information, \"政府信息公开工作年度报告\""},
    .advice = {u"标题写作“<机关全称><年份>年政府信息公开工作年度报告”。",
               u"Call it \"<full name of the agency><year>年政府信息公开工作年度报告\"."},
    .run = run,
};

}  // namespace nianbao::rules::title
