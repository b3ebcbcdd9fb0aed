#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::disclosure {
namespace {

void check_row(const Report& report, std::string_view row, Findings& out) {
  const auto ref = [&](std::string_view column) { return *report.ref("disclosure", row, column); };
  const CellRef cells[] = {ref("issued"), ref("repealed"), ref("in_force")};
  const auto issued = counted(report.cell(cells[0])), repealed = counted(report.cell(cells[1]));
  const auto in_force = report.cell(cells[2]).value;  // a blank says nothing
  if (!issued || !repealed || !in_force) return;
  if (issued->is_negative() || repealed->is_negative() || in_force->is_negative()) return;  // cells/negative
  if (*in_force >= *issued - *repealed) return out.passed();
  Finding& finding = out.add(say(u"表二{0}行现行有效{1}件，少于本年制发{2}件减去废止{3}件的差{4}件。",
                                 u"Table 2, row {0}: {1} in force, fewer than the {2} issued this year less "
                                 u"the {3} repealed, which is {4}.",
                                 {row_name(*report.form, TableId::disclosure, cells[0].row), *in_force,
                                  *issued, *repealed, *issued - *repealed}));
  finding.cells = {cells[2], cells[0], cells[1]};
  finding.equation = in_force->to_string() + u" < " + issued->to_string() + u" − " + repealed->to_string();
}

}  // namespace

extern constexpr Rule in_force = {
    .severity = Severity::warning,
    .title = {u"现行有效少于本年净增", u"Fewer in force than newly issued"},
    .basis_kind = BasisKind::practice,
    .basis = {u"栏目含义：本年制发而没有废止的文件，年底应在现行有效之列",
              u"Meaning of the columns: what was issued this year and not repealed is in force at its end"},
    .advice =
        {u"核对现行有效件数是否漏计往年文件或本年新制发的文件；本年制发后又失效而未计入废止的，请确认。",
         u"See whether documents of earlier years or of this year were left out of those in force; confirm "
         u"if some issued this year lapsed without being counted as repealed."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          if (!usable(report, TableId::disclosure))
            return out.unable(why_unusable(report, TableId::disclosure));
          if (report.form->key != 2021) return;
          for (std::string_view row : {"regulations", "normative_documents"}) check_row(report, row, out);
        },
};

}  // namespace nianbao::rules::disclosure
