#include "rules/figures.h"

namespace nianbao::rules::narrative {

extern constexpr Rule number_missing = {
    .severity = Severity::warning,
    .title = {u"数字缺失", u"A number is missing"},
    .basis_kind = BasisKind::practice,
    .basis = {u"正文数字应当完整、前后一致",
              u"Numbers of the text should be complete and agree with each other"},
    .advice = {u"补上数字。", u"Fill in the number."},
    .run =
        [](const Context& context, Findings& out) {
          for (const Gap& gap : context.analysis.ledger.gaps)
            if (gap.kind == Gap::number)
              out.add(say(u"{0}里没有数字。", u"There is no number in {0}.",
                          {quote(*context.report.document, gap.range)}))
                  .places = {gap.range};
        },
};

}  // namespace nianbao::rules::narrative
