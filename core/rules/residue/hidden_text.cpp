#include "rules/edit_marks.h"
#include "rules/rule.h"

namespace nianbao::rules::residue {
namespace {

void run(const Context& context, Findings& out) {
  const Document& document = *context.report.document;
  const auto hidden = marks_with_text(context.report, MarkKind::hidden);
  if (hidden.empty()) return out.passed();
  // Whoever works in a workbook hides rows and sheets; whoever publishes it may have forgotten them.
  Finding& finding =
      out.add(say(u"报告中有{0}处看不见的隐藏文字，复制或检索时仍会出现，第一处：{1}。",
                  u"Pieces of hidden text, which copying and searching bring to light: {0}; the first: {1}.",
                  {static_cast<int>(hidden.size()), excerpt(mark_text(document, *hidden.front()))}));
  finding.places = places_of(document, hidden);
  if (document.format == Format::xlsx) finding.severity = Severity::notice;
}

}  // namespace

extern constexpr Rule hidden_text = {
    .severity = Severity::warning,
    .title = {u"隐藏文字残留", u"Hidden text is left in"},
    .basis_kind = BasisKind::practice,
    .basis =
        {u"建议：公布的文件和网页不带隐藏文字，以免不拟公开的内容随之流出",
         u"Recommended: no hidden text in what is published, lest it carry what was not to be disclosed"},
    .advice = {u"显示隐藏文字后逐处核对，不需要的删除，需要的取消隐藏。",
               u"Show hidden text, check each piece, and delete it or make it visible."},
    .run = run,
};

}  // namespace nianbao::rules::residue
