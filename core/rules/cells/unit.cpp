#include <algorithm>
#include <iterator>

#include "base/unicode.h"
#include "rules/cures.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"
#include "rules/worded_number.h"

namespace nianbao::rules::cells {
namespace {

// 43项: nothing but the unit, which the head has, is lost. 增257项, 约30件 and 251000元 say more than the
// number.
bool only_unit_is_lost(const Report& report, CellRef ref) {
  const std::u16string_view text = trim(report.document->view(report.cell(ref).range));
  const std::u16string number = worded_number(report, ref)->to_string();
  constexpr std::u16string_view units[] = {u"件", u"项", u"条", u"宗", u"个", u"人", u"万元"};
  return text.starts_with(number) &&
         std::count(std::begin(units), std::end(units), text.substr(number.size())) > 0;
}

// The numbers alone, in all these cells.
void offer_numbers(const Report& report, const std::vector<CellRef>& cells, Finding& finding) {
  std::vector<Edit> edits;
  bool lossless = true;
  for (CellRef ref : cells) {
    const Range place = report.cell(ref).range;
    if (!on_one_line(*report.document, place)) return;
    edits.push_back({place, worded_number(report, ref)->to_string()});
    lossless = lossless && only_unit_is_lost(report, ref);
  }
  Text label = cells.size() == 1
                   ? Text()
                   : say(u"{0}这{1}格只留数字", u"{0}: the number alone in these {1} cells",
                         {table_name(*report.form, cells.front().table), static_cast<int>(cells.size())});
  offer_edits(finding, std::move(edits), lossless ? Cure::Sure::lossless : Cure::Sure::never,
              std::move(label));
}

void check_table(const Report& report, TableId table, Findings& out) {
  const auto found = cells_where(
      report, table, [&](CellRef ref, const ReportCell&) { return worded_number(report, ref).has_value(); });
  if (found.empty()) {
    out.passed();
    return;
  }
  const CellRef first = found.front();
  const Text one =
      say(u"{0}填的是{1}，应只填数字{2}", u"{0} has {1}; only the number {2} belongs there",
          {cell_label(*report.form, first), quote(report.cell(first).text), *worded_number(report, first)});
  const Text more = found.size() == 1 ? Text(Words{u"。", u"."})
                                      : say(u"；{0}共有{1}个单元格夹带单位或文字：{2}。",
                                            u"; {1} cells of {0} carry units or words: {2}.",
                                            {table_name(*report.form, table), static_cast<int>(found.size()),
                                             cell_names(*report.form, found)});
  Finding& finding = out.add(join(one, more));
  finding.cells = found;
  offer_numbers(report, found, finding);
}

}  // namespace

extern constexpr Rule unit = {
    .severity = Severity::warning,
    .title = {u"单元格夹带单位或增减字样", u"Units or words in a cell"},
    .basis_kind = BasisKind::form,
    .basis = {u"年度报告格式：单位已在表头印明，单元格只填数字",
              u"The official form: units are printed in the head; the cells take numbers only"},
    .advice = {u"删去单位和“增”“减”“约”等字，只留数字；金额以万元填报。",
               u"Remove units and words such as \"增\", \"减\", \"约\"; keep the number. Amounts are in "
               u"10,000 yuan."},
    .run =
        [](const Context& context, Findings& out) {
          for_each_usable_table(context.report, out,
                                [&](TableId table) { check_table(context.report, table, out); });
        },
};

}  // namespace nianbao::rules::cells
