#include <algorithm>

#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::structure {
namespace {

bool has_picture(const Document& document, Range where) {
  return std::any_of(document.marks.begin(), document.marks.end(),
                     [&](const Mark& mark) { return mark.kind == MarkKind::image && where.contains(mark.range.begin); });
}

// The agency's name and the date under the report are not the content of the last section.
bool is_signature(const Report& report, Range line) {
  if (report.signature && report.signature->range.overlaps(line)) return true;
  const std::u16string text = folded(report.document->view(line));
  if (!report.agency.empty() && text == folded(report.agency)) return true;
  return std::any_of(report.agencies.begin(), report.agencies.end(), [&](const Report::AgencyMention& mention) {
    return mention.where == Report::AgencyMention::signature && mention.range.overlaps(line);
  });
}

// — 3 —, 第3页
bool is_page_number(const Document& document, Range line) {
  const std::u16string text = folded(document.view(line));
  return text.find_first_not_of(u"0123456789-·.第页共/") == std::u16string::npos;
}

bool is_empty(const Report& report, Range body) {
  const Document& document = *report.document;
  if (!report.body.empty()) body.end = std::max(body.begin, std::min(body.end, report.body.end));
  if (has_picture(document, body)) return false;
  const auto all = lines(document, body);
  return std::all_of(all.begin(), all.end(), [&](Range line) { return is_signature(report, line) || is_page_number(document, line); });
}

}  // namespace

extern constexpr Rule section_empty = {
    .severity = Severity::warning,
    .title = {u"某部分没有内容", u"A section without content"},
    .basis_kind = BasisKind::form,
    .basis = {u"年度报告格式：六个部分都要报告；没有的写“无”", u"The official form: all six sections are to be reported on; where there is nothing, say so"},
    .advice = {u"补写内容；确实没有的写明“无”。第五部分要写问题和改进情况，第六部分要写信息处理费收取情况。",
               u"Write the content, or that there is none. Section 5 is about problems and improvements, section 6 also about processing fees."},
    .run = [](const Context& context, Findings& out) {
      const Report& report = context.report;
      for (int number : {1, 5, 6}) {
        const Section& section = report.section(number);
        if (!section.present() || (report.stops_at && section.body.end >= *report.stops_at)) continue;
        if (!is_empty(report, section.body)) {
          out.passed();
          continue;
        }
        out.add(say(u"{0}只有标题，没有内容。", u"Section {0} has a heading and nothing else.", {section_name(*report.form, number)}))
            .places = {section.heading};
      }
    },
};

}  // namespace nianbao::rules::structure
