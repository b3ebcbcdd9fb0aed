#include "rules/last_year.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::history {
namespace {

// In force last year, issued, repealed and in force this year: nothing unless all four can be told.
struct Figures {
  Decimal before, issued, repealed, now;
};

std::optional<Figures> figures(const Report& now, const Report& then, std::string_view row) {
  const auto value = [&](const Report& report, std::string_view column) -> std::optional<Decimal> {
    const ReportCell* cell = report.cell("disclosure", row, column);
    return cell == nullptr ? std::nullopt : counted(*cell);
  };
  const auto before = value(then, "in_force"), issued = value(now, "issued"),
             repealed = value(now, "repealed"), current = value(now, "in_force");
  if (!before || !issued || !repealed || !current) return std::nullopt;
  return Figures{*before, *issued, *repealed, *current};
}

void check(const Context& context, const Report& then, std::string_view row, Findings& out) {
  const Report& now = context.report;
  const auto f = figures(now, then, row);
  if (!f) return;
  const Decimal expected = f->before + f->issued - f->repealed;
  if (expected == f->now) return out.passed();
  const CellRef cell = *now.ref("disclosure", row, "in_force");
  Finding& finding = out.add(
      say(u"{0}填的是 {1}，按{2}推算应为 {3}（{4} + 制发 {5} - 废止 {6}），差 {7}。",
          u"{0} says {1}; going by {2} it should be {3} ({4} + issued {5} - repealed {6}), off by {7}.",
          {cell_label(*now.form, cell), f->now, last_years_report(then), expected, f->before, f->issued,
           f->repealed, expected < f->now ? f->now - expected : expected - f->now}));
  finding.cells = {cell};
  finding.equation = f->before.to_string() + u" + " + f->issued.to_string() + u" - " +
                     f->repealed.to_string() + u" ≠ " + f->now.to_string();
  finding.violates = {"history/in-force"};
  if (!expected.is_negative())
    finding.repairs.push_back(
        {{{cell, expected}}, Words{u"由上年现行有效件数推算", u"worked out from last year's figure"}});
}

void run(const Context& context, Findings& out) {
  const Report* then = comparable(context, out);
  if (then == nullptr) return;
  const Report& now = context.report;
  if (!usable(now, TableId::disclosure)) return out.unable(why_unusable(now, TableId::disclosure));
  if (now.form->key != 2021 || then->form->key != 2021)
    return out.skip(
        Words{u"2019年格式没有现行有效件数", u"the form of 2019 does not have the number in force"});
  for (std::string_view row : {"regulations", "normative_documents"}) check(context, *then, row, out);
}

}  // namespace

extern constexpr Rule in_force = {
    .severity = Severity::warning,
    .title = {u"现行有效件数与上年不衔接", u"The number in force does not follow from last year's report"},
    .basis_kind = BasisKind::practice,
    .basis = {u"表二各栏含义：本年现行有效 = 上年现行有效 + 本年制发 - "
              u"本年废止；文件有效期届满、宣布失效或集中清理的除外",
              u"Meaning of the columns of table 2: in force = in force last year + issued - repealed, apart "
              u"from documents that expired, were declared void or were reviewed"},
    .advice = {u"核对现行有效文件目录；有失效、清理等情形的，可在正文中说明。",
               u"Check the list of documents in force; where documents expired or were reviewed, the text "
               u"may say so."},
    .run = run,
};

}  // namespace nianbao::rules::history
