#include "rules/figures.h"

namespace nianbao::rules::fees {

extern constexpr Rule incomplete = {
    .severity = Severity::notice,
    .title = {u"收费情况要素不全", u"The statement on fees is incomplete"},
    .basis_kind = BasisKind::practice,
    .basis =
        {u"《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）：收费情况纳入政府信息公开工作年度报告",
         u"Measures on the information processing fee (\"国办函〔2020〕109号\"): what was charged belongs in "
         u"the annual report"},
    .advice = {u"写明收取信息处理费的件数和总金额。", u"Say in how many cases and how much was charged."},
    .run =
        [](const Context& context, Findings& out) {
          const Ledger& ledger = context.analysis.ledger;
          const FeeStatement* shown = nullptr;
          bool amount = false, cases = false, positive = false;
          for (const FeeStatement& fee : ledger.fees) {
            amount = amount || fee.amount;
            cases = cases || fee.cases;
            for (const auto& id : {fee.amount, fee.cases})
              if (id && !ledger.figures[*id].quantity.value.is_zero()) {
                positive = true;
                if (shown == nullptr) shown = &fee;
              }
          }
          if (!positive) return;
          if (amount && cases) return out.passed();
          out.add(amount ? say(u"{0}只写了金额，没有写件数。",
                               u"{0} gives the amount, but not the number of cases.",
                               {quote(*context.report.document, shown->range)})
                         : say(u"{0}只写了件数，没有写金额。",
                               u"{0} gives the number of cases, but not the amount.",
                               {quote(*context.report.document, shown->range)}))
              .places = {shown->range};
        },
};

}  // namespace nianbao::rules::fees
