#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::form {

extern constexpr Rule mixed = {
    .severity = Severity::error,
    .title = {u"新旧表格混用", u"Two forms mixed"},
    .basis_kind = BasisKind::form,
    .basis = {u"年度报告格式须整套使用：2019、2020年度用国办公开办函〔2019〕60号，2021年度起用国办公开办函〔2"
              u"021〕30号",
              u"A form is used as a whole: that of \"国办公开办函〔2019〕60号\" for 2019 and 2020, that of "
              u"\"国办公开办函〔2021〕30号\" from 2021 on"},
    .advice = {u"整套换用报告年度对应的表格，不要在旧表上局部修改。",
               u"Use the form of the report year as a whole; do not patch the old one."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          if (!report.mixed_forms) return out.passed();
          const auto labels = distinct_quotes(*report.document, report.foreign_labels);
          const int other = report.form->key == 2021 ? 2019 : 2021;
          Finding& finding =
              out.add(say(u"表格整体是{0}年格式，却混有{1}年格式的栏目：{2}。",
                          u"The tables are those of the {0} form, but have labels of the {1} form: {2}.",
                          {report.form->key, other, listed(labels, 4)}));
          finding.places = report.foreign_labels;
          if (report.year >= 2021) finding.violates = {"form/outdated"};
        },
};

}  // namespace nianbao::rules::form
