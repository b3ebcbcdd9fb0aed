#include "rules/figures.h"

namespace nianbao::rules::fees {

extern constexpr Rule amount = {
    .severity = Severity::warning,
    .title = {u"收费金额不符合收费标准", u"An amount does not fit the scale of fees"},
    .basis_kind = BasisKind::law,
    .basis = {u"《政府信息公开信息处理费管理办法》第四条、第五条：按件100元起，按量每页10元、20元、40元",
              u"Measures on the information processing fee, articles 4 and 5: 100 yuan and more a case, or "
              u"10, 20 or 40 yuan a page"},
    .advice = {u"核实收费金额，信息处理费应是10元的整数倍。",
               u"Check the amount: it should be a multiple of 10 yuan."},
    .run =
        [](const Context& context, Findings& out) {
          for (const Figure& figure : context.analysis.ledger.figures) {
            if (figure.measure.count != Count::fee_amount || !figure.quantity.exact() || figure.unit != u"元")
              continue;
            const Decimal amount = figure.quantity.value;
            if (amount.is_integer() && amount.whole() % 10 == 0) {
              out.passed();
              continue;
            }
            out.add(say(u"信息处理费{0}不是10元的整数倍，按件、按量计收都得不出这个数。",
                        u"A processing fee of {0} is no multiple of 10 yuan; neither scale yields it.",
                        {quote_figure(context.report, figure)}))
                .places = {figure.range};
          }
        },
};

}  // namespace nianbao::rules::fees
