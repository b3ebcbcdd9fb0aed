#include "rules/relations.h"

#include <algorithm>

#include "base/unicode.h"
#include "rules/vocabulary.h"

namespace nianbao {
namespace {

constexpr std::size_t fewest_children = 2;
constexpr std::size_t named_missing = 10;
constexpr std::int64_t largest = 1'000'000'000'000;  // more than all applications of the country

const Form& form_of(const Unit& unit) { return unit.form == 2019 ? form_2019() : form_2021(); }

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

// The one body whose figures are just what the parent's lack (sign -1) or have too much (sign 1).
const Unit* explaining(const std::vector<const Unit*>& children, const std::vector<Difference>& differences,
                       int sign) {
  const Unit* found = nullptr;
  for (const Unit* child : children) {
    bool fits = true;
    for (const Difference& difference : differences)
      fits = fits && *child->totals[difference.row] == sign * difference.by();
    if (!fits) continue;
    if (found != nullptr) return nullptr;
    found = child;
  }
  return found;
}

Text described(const Form& form, const Difference& d) {
  return say(
      u"{0}行总计 {1}，各单位合计 {2}，差 {3}", u"row {0}: {1}, the bodies add up to {2}, off by {3}",
      {row_name(form, TableId::requests, row_index(form.table(TableId::requests), rolled_up_rows[d.row])),
       Decimal(d.own), Decimal(d.sum), Decimal(d.by() < 0 ? -d.by() : d.by())});
}

// 甲、乙等 12 个
Text missing_names(const std::vector<const Unit*>& missing) {
  std::vector<Text> names;
  for (std::size_t i = 0; i < std::min(missing.size(), named_missing); ++i)
    names.push_back(quote(missing[i]->agency));
  const int count = static_cast<int>(missing.size());
  if (missing.size() <= named_missing) return listed(names);
  return say(u"{0}等 {1} 个单位", u"{0} and others, {1} in all", {listed(names), count});
}

Text explanation(const Together& together, const std::vector<Difference>& differences, bool lacks) {
  if (const Unit* unit = explaining(together.children, differences, -1))
    return say(u"；相差的正好是{0}的数字，可能漏加了它",
               u"; the difference is just what {0} has, which may have been left out", {quote(unit->agency)});
  if (lacks) return Words{u"；下级合计更大，说明汇总有漏", u"; the bodies have more, so the sum lacks some"};
  if (const Unit* unit = explaining(together.children, differences, 1))
    return say(u"；多出的正好是{0}的数字，可能加了两次",
               u"; what is too much is just what {0} has, which may have been added twice",
               {quote(unit->agency)});
  if (!together.missing.empty())
    return say(u"；{0}有别的年度的年报，没有本年度的，可能差在这里",
               u"; of other years and not of this one there are reports of {0}, which may be the difference",
               {missing_names(together.missing)});
  return Words{u"；也可能还有单位的年报没有放进来一起检查",
               u"; reports of some bodies may not be among those checked"};
}

GroupFinding differing(const Together& together, const std::vector<Difference>& differences) {
  const Form& form = form_of(*together.own);
  bool lacks = false;
  std::vector<Text> rows;
  for (const Difference& difference : differences) {
    lacks = lacks || difference.by() < 0;
    rows.push_back(described(form, difference));
  }
  const int count = static_cast<int>(together.children.size());
  GroupFinding finding{
      lacks ? Severity::warning : Severity::notice,
      join(say(u"表三与一起检查的 {0} 个下级单位年报合计不等：{1}",
               u"Table 3 is not the sum of the {0} reports below that were checked along: {1}",
               {count, listed(rows)}),
           join(explanation(together, differences, lacks), Words{u"。", u"."})),
      {}};
  for (const Difference& difference : differences)
    finding.cells.push_back(
        *cell(form, "requests." + std::string(rolled_up_rows[difference.row]) + ".total"));
  return finding;
}

Text described(const AlikeUnit& alike) {
  return say(u"{0}（{1}，{2}% 相同）", u"{0} ({1}, {2}% the same)",
             {quote(alike.unit->agency), quote(from_utf8(alike.unit->name)), alike.percent});
}

}  // namespace

GroupResult roll_up(const Together& together) {
  const auto skipped = [](Words reason) { return GroupResult{Text(reason), 0, std::nullopt}; };
  const Unit& own = *together.own;
  if (together.children.size() < fewest_children)
    return skipped(
        {u"一起检查的年报中没有两个以上的下级单位", u"fewer than two bodies below among the reports"});
  if (!own.covers_all && !together.chosen)
    return skipped({u"正文没有说申请数据是全县（市、区）的",
                    u"the text does not say that the requests are those of the whole place"});
  GroupResult out;
  std::vector<Difference> differences;
  for (std::size_t row = 0; row < std::size(rolled_up_rows); ++row) {
    const auto sum = sum_of(together.children, row);
    if (!own.totals[row] || !sum)
      return skipped({u"有年报的表三没能读出", u"table 3 of some report could not be read"});
    if (*own.totals[row] != *sum) differences.push_back({row, *own.totals[row], *sum});
    else ++out.passed;
  }
  if (!differences.empty()) out.finding = differing(together, differences);
  return out;
}

GroupResult likeness(const Together& together) {
  GroupResult out;
  if (together.alike.empty()) {
    out.passed = 1;
    return out;
  }
  std::vector<Text> others;
  for (const AlikeUnit& alike : together.alike) others.push_back(described(alike));
  out.finding =
      GroupFinding{Severity::warning,
                   say(u"正文去掉数字和机关名称后与{0}的年报雷同。",
                       u"The text, figures and names left out, is nearly that of {0}.", {listed(others)}),
                   {}};
  return out;
}

Finding* tell(const GroupResult& relation, Findings& out) {
  if (relation.skipped) out.skip(*relation.skipped);
  if (relation.passed > 0) out.passed(relation.passed);
  if (!relation.finding) return nullptr;
  Finding& finding = out.add(relation.finding->message);
  finding.severity = relation.finding->severity;
  finding.cells = relation.finding->cells;
  return &finding;
}

}  // namespace nianbao
