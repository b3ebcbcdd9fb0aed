#include "rules/cures.h"
#include "rules/figures.h"

namespace nianbao::rules::narrative {

extern constexpr Rule unit_missing = {
    .severity = Severity::notice,
    .title = {u"数字后缺单位", u"A unit is missing"},
    .basis_kind = BasisKind::practice,
    .basis = {u"正文数字应当完整、前后一致",
              u"Numbers of the text should be complete and agree with each other"},
    .advice = {u"补上单位。", u"Add the unit."},
    .run =
        [](const Context& context, Findings& out) {
          const Document& document = *context.report.document;
          for (const Gap& gap : context.analysis.ledger.gaps) {
            if (gap.kind != Gap::unit) continue;
            Finding& finding =
                out.add(say(u"{0}后没有单位，同一句里其他数都用“{1}”。",
                            u"{0} has no unit; the other numbers of the sentence are in \"{1}\".",
                            {quote(document, gap.range), Text(gap.expected)}));
            finding.places = {gap.range};
            offer_text(document, finding, gap.range, std::u16string(document.view(gap.range)) + gap.expected);
          }
        },
};

}  // namespace nianbao::rules::narrative
