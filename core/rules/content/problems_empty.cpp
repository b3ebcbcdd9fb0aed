#include "rules/analysis.h"
#include "rules/rule.h"
#include "rules/text_patterns.h"

namespace nianbao::rules::content {
namespace {

void run(const Context& context, Findings& out) {
  constexpr std::size_t least = 30;
  const Section& section = context.report.section(5);
  if (!section.present()) return out.skip(say(u"没有找到第五部分", u"section five was not found"));
  const std::u16string text = section_text(context.report.prose, 5);
  if (text.empty()) return;  // structure/section-empty speaks
  if (text.size() >= least) return out.passed();
  Finding& finding =
      out.add(say(u"第五部分只有{0}字（{1}），没有写清存在的问题和改进情况。",
                  u"Section five has {0} characters only ({1}): neither problems nor improvements are told.",
                  {static_cast<int>(text.size()), excerpt(*context.report.document, section.body, 30)}));
  finding.places.push_back(section.heading.empty() ? section.body : section.heading);
}

}  // namespace

extern constexpr Rule problems_empty = {
    .severity = Severity::warning,
    .title = {u"第五部分未写问题", u"Section five tells no problems"},
    .basis_kind = BasisKind::law,
    .basis = {u"《中华人民共和国政府信息公开条例》第五十条第（四）项：年度报告应当包括政府信息公开工作存在的"
              u"主要问题及改进情况",
              u"Regulations on Open Government Information, article 50 (4): the report tells the main "
              u"problems and the improvements"},
    .advice = {u"写出本机关一到三个具体问题，以及本年怎样改进、改到什么程度。",
               u"Name one to three problems of your own and what was done about them."},
    .run = run,
};

}  // namespace nianbao::rules::content
