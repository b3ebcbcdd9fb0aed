#include "rules/analysis.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::content {
namespace {

void run(const Context& context, Findings& out) {
  constexpr std::size_t least = 30;  // below it content/problems-empty speaks
  const Section& section = context.report.section(5);
  if (!section.present()) return out.skip(say(u"没有找到第五部分", u"section five was not found"));
  const std::u16string text = section_text(context.report.prose, 5);
  if (text.size() < least) return;
  const bool problems =
      contains_any(text, {u"问题", u"不足",   u"差距",   u"短板",     u"薄弱", u"有待", u"不够",
                          u"不高", u"不强",   u"不多",   u"偏少",     u"欠缺", u"单一", u"滞后",
                          u"困难", u"不及时", u"不全面", u"提升空间", u"尚未", u"弱项", u"缺乏"});
  const bool improvements = contains_any(
      text, {u"改进", u"措施", u"下一步", u"下步", u"今后", u"将",   u"改善", u"整改", u"完善了", u"已建立",
             u"加强", u"完善", u"强化",   u"提升", u"优化", u"解决", u"健全", u"继续", u"改为",   u"明显"});
  if (problems == improvements) return problems ? out.passed() : void();
  out.add(problems ? say(u"第五部分写了问题，没有写改进情况。",
                         u"Section five tells problems but no improvements.")
                   : say(u"第五部分写了改进，没有写存在什么问题。",
                         u"Section five tells improvements but no problems."))
      .places.push_back(section.heading.empty() ? section.body : section.heading);
}

}  // namespace

extern constexpr Rule problems_only = {
    .severity = Severity::notice,
    .title = {u"有问题无改进或有改进无问题", u"Problems without improvements, or the reverse"},
    .basis_kind = BasisKind::law,
    .basis = {u"《中华人民共和国政府信息公开条例》第五十条第（四）项：年度报告应当包括政府信息公开工作存在的"
              u"主要问题及改进情况",
              u"Regulations on Open Government Information, article 50 (4): the report tells the main "
              u"problems and the improvements"},
    .advice = {u"问题和改进情况都写，并且一一对应。", u"Write both, each improvement beside its problem."},
    .run = run,
};

}  // namespace nianbao::rules::content
