#include "localise/identities.h"
#include "rules/last_year.h"
#include "rules/units.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::rollup {
namespace {

constexpr std::size_t fewest_children = 2;
constexpr std::int64_t largest = 1'000'000'000'000;  // more than all applications of the country

// Whether the report says that its requests are those of the whole county, city, ...
bool covers_all(const Report& report) {
  const Section& overall = report.section(1);
  if (!overall.present()) return false;
  for (Range sentence : sentences(*report.document, overall.body)) {
    const std::u16string text = folded(report.document->view(sentence));
    if (text.find(u"申请") == std::u16string::npos) continue;
    for (std::u16string_view scope : {u"全省", u"全市", u"全州", u"全县", u"全区", u"全旗", u"全镇", u"全乡"})
      if (text.find(scope) != std::u16string::npos) return true;
  }
  return false;
}

struct Difference {
  std::size_t row;
  std::int64_t own, sum;
  std::int64_t by() const { return own - sum; }
};

// Nothing where a report lacks the row's total.
std::optional<std::int64_t> sum_of(const std::vector<const Unit*>& children, std::size_t row) {
  std::int64_t sum = 0;
  for (const Unit* child : children) {
    if (!child->totals[row] || *child->totals[row] > largest) return std::nullopt;
    sum += *child->totals[row];
  }
  return sum;
}

// The one body whose figures are just what the parent's lack.
const Unit* left_out(const std::vector<const Unit*>& children, const std::vector<Difference>& differences) {
  const Unit* found = nullptr;
  for (const Unit* child : children) {
    bool fits = true;
    for (const Difference& difference : differences) fits = fits && *child->totals[difference.row] == -difference.by();
    if (!fits) continue;
    if (found != nullptr) return nullptr;
    found = child;
  }
  return found;
}

Text described(const Report& report, const Difference& d) {
  return say(u"{0}行总计 {1}，各单位合计 {2}，差 {3}", u"row {0}: {1}, the bodies together {2}, {3} apart",
             {row_name(*report.form, TableId::requests, row_index(report.form->table(TableId::requests), rolled_up_rows[d.row])), Decimal(d.own),
              Decimal(d.sum), Decimal(d.by() < 0 ? -d.by() : d.by())});
}

Text explanation(const std::vector<const Unit*>& children, const std::vector<Difference>& differences, bool lacks) {
  if (const Unit* unit = left_out(children, differences))
    return say(u"；相差的正好是{0}的数字，可能漏加了它", u"; the difference is just what {0} has, which may have been left out", {quote(unit->agency)});
  if (lacks) return Words{u"；下级合计更大，说明汇总有漏", u"; the bodies have more, so the sum lacks some"};
  return Words{u"；也可能还有单位的年报没有放进来一起检查", u"; reports of some bodies may not be among those checked"};
}

void report_differences(const Context& context, const std::vector<Difference>& differences, Findings& out) {
  const auto& children = context.together->children;
  bool lacks = false;
  std::vector<Text> rows;
  for (const Difference& difference : differences) {
    lacks = lacks || difference.by() < 0;
    rows.push_back(described(context.report, difference));
  }
  const int count = static_cast<int>(children.size());
  Finding& finding = out.add(join(say(u"表三与一起检查的 {0} 个下级单位年报合计不等：{1}", u"Table 3 is not the sum of the {0} reports below that were checked along: {1}",
                                      {count, listed(rows)}),
                                  join(explanation(children, differences, lacks), Words{u"。", u"."})));
  if (!lacks) finding.severity = Severity::notice;
  for (const Difference& difference : differences)
    finding.cells.push_back(*context.report.ref("requests", rolled_up_rows[difference.row], "total"));
}

void run(const Context& context, Findings& out) {
  if (context.together == nullptr) return out.skip(Words{u"没有与下级单位的年报一起检查", u"not checked together with reports of bodies below"});
  const auto& children = context.together->children;
  if (children.size() < fewest_children) return out.skip(Words{u"一起检查的年报中没有两个以上的下级单位", u"fewer than two bodies below among the reports"});
  if (!covers_all(context.report)) return out.skip(Words{u"正文没有说申请数据是全县（市、区）的", u"the text does not say that the requests are those of the whole place"});
  std::vector<Difference> differences;
  for (std::size_t row = 0; row < std::size(rolled_up_rows); ++row) {
    const auto own = total_of_row(context.report, rolled_up_rows[row]), sum = sum_of(children, row);
    if (!own || !sum) return out.skip(Words{u"有年报的表三没能读出", u"table 3 of some report could not be read"});
    if (*own != *sum) differences.push_back({row, *own, *sum});
    else out.passed();
  }
  if (!differences.empty()) report_differences(context, differences, out);
}

}  // namespace

Rule applications() {
  return {.severity = Severity::warning,
          .title = {u"申请数据汇总不等于下级之和", u"The requests are not the sum of those of the bodies below"},
          .basis_kind = BasisKind::practice,
          .basis = {u"通行做法：政府年报的申请数据为本级和所属单位之和", u"Usage: a government's report adds up its own requests and those of its bodies"},
          .advice = {u"逐个单位核对，补上漏加的或者去掉重复的。", u"Check body by body; add what was left out or take out what was counted twice."},
          .run = run};
}

}  // namespace nianbao::rules::rollup
