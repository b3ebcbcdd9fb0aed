#include <algorithm>

#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::structure {
namespace {

// The sections that must move so that the rest stands in order: what is left when the longest ascending run
// is taken out.
std::vector<int> out_of_place(const std::vector<int>& order) {
  const std::size_t n = order.size();
  std::vector<std::size_t> length(n, 1);  // longest ascending run that begins here
  std::size_t best = 0;
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t j = i + 1; j < n; ++j)
      if (order[j] > order[i]) length[i] = std::max(length[i], length[j] + 1);
    best = std::max(best, length[i]);
  }
  std::vector<int> moved;
  int last = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (order[i] > last && length[i] == best) {
      last = order[i];
      --best;
    } else {
      moved.push_back(order[i]);
    }
  }
  return moved;
}

int section_before(const std::vector<int>& order, int number) {
  const auto at = std::find(order.begin(), order.end(), number);
  return at == order.begin() ? 0 : *(at - 1);
}

Text position(const Report& report, int number) {
  const int before = section_before(report.section_order, number);
  if (before == 0) return Words{u"最前面", u"at the very beginning"};
  return say(u"{0}之后", u"after {0}", {section_name(*report.form, before)});
}

}  // namespace

extern constexpr Rule section_order = {
    .severity = Severity::warning,
    .title = {u"各部分顺序错误", u"Sections out of order"},
    .basis_kind = BasisKind::form,
    .basis = {u"年度报告格式规定的六个部分及其顺序",
              u"The six sections of the official form, in their order"},
    .advice = {u"把这一部分连同表格移到规定的位置，再核对各部分的序号。",
               u"Move the section with its table to its place, then check the numbers."},
    .run =
        [](const Context& context, Findings& out) {
          const Report& report = context.report;
          const auto moved = out_of_place(report.section_order);
          for (int number : moved) {
            Finding& finding =
                out.add(say(u"{0}排在了{1}，应是第{2}部分。", u"{0} stands {1}; it should be section {3}.",
                            {section_name(*report.form, number), position(report, number),
                             Text(report.form->sections[number - 1].numeral), number}));
            finding.places = {report.section(number).heading};
          }
          if (moved.empty()) out.passed();
        },
};

}  // namespace nianbao::rules::structure
