#include "narrative/frames.h"
#include "rules/figures.h"

namespace nianbao::rules::narrative {
namespace {

bool counts_suits(const Figure& figure, prose::Reads reads) {
  const Measure& measure = figure.measure;
  return measure.count == Count::suits && measure.keys.empty() && measure.also.empty() &&
         measure.frame != nullptr && measure.frame->reads == reads && figure.scope == Scope::own &&
         figure.quantity.exact() && !figure.held.empty();
}

// Those of the year that are told last before `carried`, in its sentence or the one before.
const Figure* begun_before(const Ledger& ledger, std::size_t carried) {
  const Figure& those = ledger.figures[carried];
  for (std::size_t i = carried; i > 0 && ledger.figures[i - 1].sentence + 1 >= those.sentence; --i) {
    const Figure& figure = ledger.figures[i - 1];
    if (counts_suits(figure, prose::Reads::cases) && figure.span == Span::this_year &&
        figure.measure.group == those.measure.group)
      return &figure;
  }
  return nullptr;
}

// 起诉案件2件，上年结转起诉案件4件: together they are what the table counts.
void report_sums(const Context& context, Findings& out) {
  const Ledger& ledger = context.analysis.ledger;
  for (std::size_t i = 0; i < ledger.figures.size(); ++i) {
    const Figure& carried = ledger.figures[i];
    if (!counts_suits(carried, prose::Reads::carried_cases)) continue;
    const Figure* begun = begun_before(ledger, i);
    const Combination& held = carried.held.front();
    if (begun == nullptr || !held.value || begun->cls != FigureClass::not_about_tables) continue;
    const Decimal sum = begun->quantity.value + carried.quantity.value;
    if (sum == *held.value) {
      out.passed();
      continue;
    }
    Finding& finding = out.add(say(u"正文写诉讼{0}件、上年结转{1}件，合计{2}件，而{3}。",
                                   u"Suits in the text: {0} new and {1} carried over make {2}, but {3}.",
                                   {number_of(begun->quantity.value), number_of(carried.quantity.value),
                                    number_of(sum), say_held(context.report, held)}));
    finding.places = {begun->range, carried.range};
    finding.equation = begun->quantity.value.to_string() + u" + " + carried.quantity.value.to_string() +
                       u" ≠ " + held.value->to_string();
    for (const CellTerm& term : held.terms) finding.cells.push_back(term.cell);
  }
}

}  // namespace

extern constexpr Rule litigation_count = {
    .severity = Severity::warning,
    .title = {u"正文诉讼数与表四不一致", u"The number of suits in the text differs from table 4"},
    .basis_kind = BasisKind::form,
    .basis =
        {u"国办公开办函〔2021〕30号“明确责任”：发布内容不准确不全面造成不良后果的，依《条例》第四十七条处理",
         u"Notice \"国办公开办函〔2021〕30号\", on responsibility: reports that are inaccurate or incomplete "
         u"fall under article 47 of the Regulations"},
    .advice = {u"对照表四“未经复议直接起诉”与“复议后起诉”两组总计核实正文。",
               u"Check the text against the totals of both groups of suits in table 4."},
    .run =
        [](const Context& context, Findings& out) {
          if (skip_without_table(context, out, TableId::proceedings)) return;
          report_contradictions(context, out, "narrative/litigation-count", {Count::suits});
          report_sums(context, out);
        },
};

}  // namespace nianbao::rules::narrative
