#include <algorithm>

#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::structure {
namespace {

bool has_picture(const Document& document, Range where) {
  return std::any_of(document.marks.begin(), document.marks.end(), [&](const Mark& mark) {
    return mark.kind == MarkKind::image && where.contains(mark.range.begin);
  });
}

// The agency's name and the date under the report are not the content of the last section.
bool is_empty(const Report& report, const Section& section) {
  if (has_picture(*report.document, section.body)) return false;
  const std::u16string agency = folded(report.agency);
  return std::none_of(report.prose.paragraphs.begin(), report.prose.paragraphs.end(),
                      [&](const Paragraph& p) {
                        return p.section == section.number &&
                               (p.part == Part::section || p.part == Part::preamble) && p.text != agency;
                      });
}

}  // namespace

extern constexpr Rule section_empty = {
    .severity = Severity::warning,
    .title = {u"某部分没有内容", u"A section without content"},
    .basis_kind = BasisKind::form,
    .basis = {u"年度报告格式：六个部分都要报告；没有的写“无”",
              u"The official form: all six sections are to be reported on; where there is nothing, say so"},
    .advice = {u"补写内容；确实没有的写明“无”。第五部分要写问题和改进情况，第六部分要写信息处理费收取情况。",
               u"Write the content, or that there is none. Section 5 is about problems and improvements, "
               u"section 6 also about processing fees."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          for (int number : {1, 5, 6}) {
            const Section& section = report.section(number);
            if (!section.present() || (report.stops_at && section.body.end >= *report.stops_at)) continue;
            if (!is_empty(report, section)) {
              out.passed();
              continue;
            }
            out.add(say(u"{0}只有标题，没有内容。", u"Section {0} has a heading and nothing else.",
                        {section_name(*report.form, number)}))
                .places = {section.heading};
          }
        },
};

}  // namespace nianbao::rules::structure
