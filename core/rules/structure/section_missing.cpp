#include <algorithm>

#include "rules/form_use.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::structure {
namespace {

// A line that is hardly more than the section's title, or the title behind its number anywhere: the heading
// stands there and was only not taken for one.
bool heading_stands(const Report& report, int number) {
  constexpr std::size_t marks = 8;  // a number, brackets, a dash
  const Document& document = *report.document;
  const FormSection& section = report.form->sections[static_cast<std::size_t>(number - 1)];
  const std::u16string title = folded(section.title);
  if (!find_all(document, {0, static_cast<std::uint32_t>(document.text.size())},
                std::u16string(section.numeral) + u"、" + title)
           .empty())
    return true;
  return std::any_of(report.prose.paragraphs.begin(), report.prose.paragraphs.end(),
                     [&](const Paragraph& paragraph) {
                       return paragraph.in_report() && paragraph.text.size() <= title.size() + marks &&
                              paragraph.text.find(title) != std::u16string::npos;
                     });
}

// The last section that a text has which stops in the middle.
int last_section(const Report& report) {
  int last = 0;
  for (int number = 1; number <= 6; ++number)
    if (section_there(report, number)) last = number;
  return last;
}

bool holds_table(int number) { return number >= 2 && number <= 4; }

// Neighbouring sections that are missing together are one gap.
std::vector<int> gap_from(const Report& report, int number) {
  std::vector<int> gap;
  for (; number <= 6 && !section_there(report, number) && !heading_stands(report, number); ++number)
    gap.push_back(number);
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
  const Text what =
      tables ? Text(Words{u"，连同其中的表格", u", together with the table that belongs there"}) : Text();
  Finding& finding =
      out.add(gap.size() == 1 ? say(u"缺少{0}这一部分{1}。", u"Section {0} is missing{1}.", {names[0], what})
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
              u"Regulations on Open Government Information, Article 50; the six sections of the official "
              u"form, none to be left out"},
    .advice = {u"按“一、总体情况”至“六、其他需要报告的事项”补齐；没有内容的部分也要保留标题并写明“无”。",
               u"Supply the sections from \"一、总体情况\" to \"六、其他需要报告的事项\"; a section without "
               u"content keeps its heading and says so."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          if (report.tables_only)
            return out.unable(Words{u"只有表格，没有六个部分的文字", u"only tables were given"});
          const int end = report.stops_at ? last_section(report) : 6;
          if (report.stops_at)
            out.unable(
                Words{u"文字中断，后面的部分没有核对", u"the text stops; what would follow was not checked"});
          for (int number = 1; number <= end; ++number) {
            if (section_there(report, number)) {
              out.passed();
              continue;
            }
            if (heading_stands(report, number)) {
              out.unable(say(u"{0}的标题在，但没有认出",
                             u"the heading of {0} is there, but was not recognised",
                             {section_name(*report.form, number)}));
              continue;
            }
            const auto gap = gap_from(report, number);
            report_gap(report, gap, out);
            number = gap.back();
          }
        },
};

}  // namespace nianbao::rules::structure
