#include "rules/cures.h"
#include "rules/form_use.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::form {
namespace {

void check_table(const Report& report, TableId id, Findings& out) {
  const BoundTable& table = report.table(id);
  std::vector<Text> pairs;
  std::vector<Range> places;
  std::vector<Edit> edits;
  for (const auto& altered : table.altered_labels) {
    pairs.push_back(say(u"{0}应为{1}", u"{0} for {1}",
                        {quote(*report.document, altered.range), quote(altered.standard)}));
    places.push_back(altered.range);
    if (on_one_line(*report.document, altered.range))
      edits.push_back({altered.range, std::u16string(altered.standard)});
  }
  if (pairs.empty()) return out.passed();
  Finding& finding =
      out.add(say(u"{0}的栏目名称与格式不一致：{1}。", u"{0} has labels that differ from the form: {1}.",
                  {table_name(*report.form, id), listed(pairs, 4)}));
  const bool all = edits.size() == places.size();
  finding.places = std::move(places);
  if (all) offer_edits(finding, std::move(edits));
}

}  // namespace

extern constexpr Rule label_altered = {
    .severity = Severity::notice,
    .title = {u"行列名称被改动", u"Labels of rows or columns were altered"},
    .basis_kind = BasisKind::form,
    .basis = {u"年度报告格式印定的行、列名称", u"The row and column labels printed in the official form"},
    .advice = {u"改回格式规定的名称。", u"Restore the printed labels."},
    .run =
        [](const Context& context, Findings& out) {
          for_each_usable_table(context.report, out, [&](TableId table) {
            if (!has_foreign_labels(context.report, table)) check_table(context.report, table, out);
          });
        },
};

}  // namespace nianbao::rules::form
