#include "prose/line.h"
#include "rules/cures.h"
#include "rules/form_use.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::structure {
namespace {

// The printed title is the standard one, perhaps with a remark in brackets behind it, which other rules look
// at.
bool is_standard(std::u16string_view printed, std::u16string_view standard) {
  const std::u16string title = folded(printed), wanted = folded(standard);
  return title.starts_with(wanted) && (title.size() == wanted.size() || title[wanted.size()] == u'(');
}

void check_title(const Report& report, const Section& section, Findings& out) {
  const Text wanted = section_name(*report.form, section.number);
  if (section.title.empty()) {
    const Range table =
        section.number >= 2 && section.number <= 4 ? report.tables[section.number - 2].range : section.body;
    out.add(say(u"{0}这一部分有内容，但没有标题。", u"Section {0} is there, but has no heading.", {wanted}))
        .places = {table};
    return;
  }
  const std::u16string printed = without_page_lines(report.document->view(section.title));
  if (is_standard(printed, report.form->sections[section.number - 1].title)) {
    out.passed();
    return;
  }
  const bool variant = section.how == Recognised::by_title || section.how == Recognised::by_variant;
  Finding& finding = out.add(
      variant ? say(u"标题{0}与规定的{1}用词略有不同。",
                    u"The heading {0} differs slightly from the prescribed {1}.", {quote(printed), wanted})
              : say(u"标题{0}与规定的{1}不符。", u"The heading {0} is not the prescribed {1}.",
                    {quote(printed), wanted}));
  if (variant) finding.severity = Severity::notice;
  finding.places = {section.title};
  offer_text(*report.document, finding, section.title, report.form->sections[section.number - 1].title,
             Cure::Sure::never);
}

}  // namespace

extern constexpr Rule section_title = {
    .severity = Severity::warning,
    .title = {u"部分标题与规定不符", u"A section heading differs from the form"},
    .basis_kind = BasisKind::form,
    .basis = {u"年度报告格式规定的六个部分标题", u"The six headings of the official form"},
    .advice = {u"改用规定的标题；内容也要对得上，如第五部分写的是问题和改进情况，不只是打算。",
               u"Use the prescribed heading, and make sure the content fits it: section 5 is about problems "
               u"and what was improved, not only about plans."},
    .run =
        [](const Context& context, Findings& out) {
          if (context.report.tables_only)
            return out.unable(Words{u"只有表格，没有六个部分的文字", u"only tables were given"});
          for (const Section& section : context.report.sections)
            if (section_there(context.report, section.number)) check_title(context.report, section, out);
        },
};

}  // namespace nianbao::rules::structure
