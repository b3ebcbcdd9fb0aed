#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::form {

extern constexpr Rule outdated = {
    .severity = Severity::error,
    .title = {u"使用了2019年旧版表格", u"The outdated form of 2019"},
    .basis_kind = BasisKind::form,
    .basis = {u"国办公开办函〔2021〕30号印发的年度报告格式，2021年度起使用；2019年格式（国办公开办函〔2019〕6"
              u"0号）只用于2019、2020年度",
              u"The form issued with \"国办公开办函〔2021〕30号\" applies from report year 2021; that of "
              u"2019 (\"国办公开办函〔2019〕60号\") was for 2019 and 2020 only"},
    .advice = {u"换用2021年格式的表二、表三重新填报：表二改为制发、废止、现行有效件数和处理决定数量，取消政府"
               u"集中采购；“其他处理”分三项。",
               u"Fill in tables 2 and 3 of the 2021 form: issued, repealed, in force and decisions in table "
               u"2, no procurement; \"other handling\" in three rows."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          if (report.year == 0) return out.unable(Words{u"不知道报告年度", u"the report year is not known"});
          if (report.year < 2021 || report.mixed_forms) return;
          if (report.old_labels.empty()) return out.passed();
          const auto labels = distinct_quotes(*report.document, report.old_labels);
          out.add(say(u"{0}年度报告用的是2019年旧版表格，出现了{1}。",
                      u"The report for {0} uses the form of 2019: it has {1}.",
                      {report.year, listed(labels, 4)}))
              .places = report.old_labels;
        },
};

}  // namespace nianbao::rules::form
