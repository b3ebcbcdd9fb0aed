#include "rules/form_use.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::form {

extern constexpr Rule other_handling_unsplit = {
    .severity = Severity::error,
    .title = {u"“其他处理”未按三项填报", u"\"Other handling\" is not split into its three rows"},
    .basis_kind = BasisKind::form,
    .basis = {u"2021年格式表三“（六）其他处理”分三行：逾期不补正、逾期未缴费、其他",
              u"Table 3 of the 2021 form has three rows under \"（六）其他处理\": not corrected in time, fee "
              u"not paid in time, other"},
    .advice =
        {u"换用2021年格式的表三，把“其他处理”按三项分开填报，没有发生的填0。",
         u"Use table 3 of the 2021 form and enter the three kinds apart, with 0 where nothing occurred."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          if (report.form->key != 2021 || !report.table(TableId::requests).present) return;
          const Range label = unsplit_other_handling(report);
          if (label.empty()) return out.passed();
          if (!report.whole(TableId::requests)) return out.unable(why_not_whole(report, TableId::requests));
          out.add(say(u"表三的{0}只有一行，没有分为“逾期不补正”“逾期未缴费”“其他”三行。",
                      u"In table 3 {0} is one row instead of three: not corrected in time, fee not paid in "
                      u"time, other.",
                      {quote(*report.document, label)}))
              .places = {label};
        },
};

}  // namespace nianbao::rules::form
