#include <algorithm>

#include "report/bind.h"
#include "rules/cures.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::cells {
namespace {

struct Manner {
  NumberStyle style;
  Words name;
};
constexpr Manner manners[] = {
    {style_full_width, {u"全角数字", u"full-width digits"}},
    {style_inner_space, {u"数字中间有空格", u"spaces inside the number"}},
    {style_thousands, {u"千位分隔符", u"thousands separators"}},
    {style_leading_zero, {u"前面多了0", u"leading zeros"}},
    {style_chinese_numeral, {u"汉字数字", u"Chinese numerals"}},
    {style_plus, {u"多了加号", u"plus signs"}},
};
constexpr std::uint16_t all_manners = style_full_width | style_inner_space | style_thousands |
                                      style_leading_zero | style_chinese_numeral | style_plus;

void check_table(const Report& report, TableId table, Findings& out) {
  std::uint16_t styles = 0;
  const auto found = cells_where(report, table, [&](CellRef ref, const ReportCell& cell) {
    std::uint16_t odd = cell.state == CellState::number ? cell.style & all_manners : 0;
    if (is_change(*report.form, ref)) odd &= static_cast<std::uint16_t>(~style_plus);  // +3 is a change
    styles |= odd;
    return odd != 0;
  });
  if (found.empty()) {
    out.passed();
    return;
  }
  std::vector<Text> names;
  for (const Manner& manner : manners)
    if (styles & manner.style) names.push_back(manner.name);
  const ReportCell& first = report.cell(found.front());
  Finding& finding =
      out.add(say(u"{0}有{1}个数字书写不规范（{2}），如{3}应写成{4}：{5}。",
                  u"Oddly written numbers in {0}: {1} ({2}), such as {3} for {4}; they are {5}.",
                  {table_name(*report.form, table), static_cast<int>(found.size()), listed(names),
                   quote(first.text), *first.value, cell_names(*report.form, found)}));
  finding.cells = found;
  Cure cure{{}, {}, Cure::Sure::lossless, false};
  for (CellRef ref : found)
    cure.edits.push_back({report.cell(ref).range, report.cell(ref).value->to_string()});
  const bool plain = std::all_of(found.begin(), found.end(), [&](CellRef ref) {  // nothing beside the number
    return (report.cell(ref).style & ~all_manners) == 0;
  });
  if (plain) finding.cures.push_back(std::move(cure));
}

}  // namespace

extern constexpr Rule number_format = {
    .severity = Severity::notice,
    .title = {u"数字书写不规范", u"Numbers written in an odd way"},
    .basis_kind = BasisKind::practice,
    .basis = {u"填报惯例：表格中的数字用半角阿拉伯数字，不加分隔符和空格",
              u"Usage: plain ASCII digits in tables, without separators or spaces"},
    .advice = {u"改成半角阿拉伯数字，去掉分隔符、空格和多余的0。",
               u"Use plain digits; remove separators, spaces and needless zeros."},
    .run =
        [](const Context& context, Findings& out) {
          for_each_usable_table(context.report, out,
                                [&](TableId table) { check_table(context.report, table, out); });
        },
};

}  // namespace nianbao::rules::cells
