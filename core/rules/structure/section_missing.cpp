#include "rules/form_use.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::structure {
namespace {

bool holds_table(int number) { return number >= 2 && number <= 4; }

// Neighbouring sections that are missing together are one gap.
std::vector<int> gap_from(const Report& report, int number) {
  std::vector<int> gap;
  for (; number <= 6 && !section_there(report, number); ++number) gap.push_back(number);
  return gap;
}

// Where the gap shows: the heading before it, or else the one behind it.
Range place_of(const Report& report, const std::vector<int>& gap) {
  const Range above = gap.front() > 1 ? report.section(gap.front() - 1).heading : Range{};
  return above.empty() && gap.back() < 6 ? report.section(gap.back() + 1).heading : above;
}

void report_gap(const Report& report, const std::vector<int>& gap, Findings& out) {
  std::vector<Text> names;
  bool tables = false;
  for (int number : gap) {
    names.push_back(section_name(*report.form, number));
    tables = tables || (holds_table(number) && !report.tables[number - 2].present);
  }
  const Text what = tables ? Text(Words{u"，连同其中的表格", u", together with the table that belongs there"}) : Text();
  Finding& finding = out.add(gap.size() == 1
                                 ? say(u"缺少{0}这一部分{1}。", u"Section {0} is missing{1}.", {names[0], what})
                                 : say(u"缺少{0}这{2}个部分{1}。", u"{2} sections are missing: {0}{1}.",
                                       {listed(names), what, static_cast<int>(gap.size())}));
  if (const Range place = place_of(report, gap); !place.empty()) finding.places = {place};
}

}  // namespace

extern constexpr Rule section_missing = {
    .severity = Severity::error,
    .title = {u"缺少规定部分", u"A required section is missing"},
    .basis_kind = BasisKind::law,
    .basis = {u"《政府信息公开条例》第五十条；年度报告格式规定的六个部分，不能遗漏",
              u"Regulations on Open Government Information, Article 50; the six sections of the official form, none to be left out"},
    .advice = {u"按“一、总体情况”至“六、其他需要报告的事项”补齐；没有内容的部分也要保留标题并写明“无”。",
               u"Supply the sections from \"一、总体情况\" to \"六、其他需要报告的事项\"; a section without content keeps its heading and says so."},
    .run = [](const Context& context, Findings& out) {
      for (int number = 1; number <= 6; ++number) {
        if (section_there(context.report, number)) {
          out.passed();
          continue;
        }
        const auto gap = gap_from(context.report, number);
        report_gap(context.report, gap, out);
        number = gap.back();
      }
    },
};

}  // namespace nianbao::rules::structure
