#include "rules/analysis.h"
#include "rules/last_year.h"
#include "rules/vocabulary.h"

namespace nianbao::rules::history {
namespace {

// Another body's report was given, or the body was reorganised: said once, and nothing is compared.
void note_other_agency(const Context& context, Findings& out) {
  const Report &now = context.report, &then = *context.previous;
  Finding& finding = out.add(say(
      u"上年年报的机关是{0}，本年是{1}，没有与上年核对；如属机构改革或更名，请人工核对结转和现行有效件数。",
      u"Last year's report is of {0}, this year's of {1}; nothing was compared. If the body was reorganised "
      u"or renamed, compare what was carried over by hand.",
      {quote(then.agency), quote(now.agency)}));
  finding.severity = Severity::notice;
  finding.title = Words{u"上年年报是另一机关的，没有核对",
                        u"Last year's report is of another body; nothing was compared"};
  finding.advice = Words{u"确认上年年报是否给错。", u"Make sure that the right report was given."};
  if (!now.agency_range.empty()) finding.places.push_back(now.agency_range);
}

// Every column of the row that is not what was carried forward.
Repair as_last_year(const Report& now, const Report& then, CellRef over, CellRef forward,
                    std::int64_t total) {
  Repair repair;
  for (std::uint8_t c = 0; c < over.column; ++c) {
    const auto has = countable(now.cell({over.table, over.row, c})),
               had = countable(then.cell({forward.table, forward.row, c}));
    if (had && has != had) repair.set.push_back({{over.table, over.row, c}, Decimal(*had)});
  }
  repair.set.push_back({over, Decimal(total)});
  repair.reason = Words{u"与上年年报的结转下年度一致", u"as carried forward in last year's report"};
  return repair;
}

// Whether a slip within this year's table already accounts for it: one cause, one finding.
bool explained(const Context& context) {
  for (const Cause& cause : context.analysis.localisation.causes)
    if (cause.kind == CauseKind::misstated &&
        was_carried_forward(context, cause.cells.front(), cause.repairs.front().set.front().value))
      return true;
  return false;
}

// 机构改革中，原青禾县河道管理局并入本机关: what was carried over may come from several bodies.
bool tells_of_reform(const Report& report) {
  constexpr std::size_t near = 40;  // units between 机构改革 and what it did
  const std::u16string text = folded(report.document->view(report.section(1).body));
  for (std::u16string_view did : {u"合并组建", u"职责划入", u"职能划入", u"职责并入", u"职能并入"})
    if (text.find(did) != text.npos) return true;
  for (auto at = text.find(u"机构改革"); at != text.npos; at = text.find(u"机构改革", at + 1))
    for (std::u16string_view did : {u"划入", u"并入", u"合并", u"组建", u"划转"})
      if (std::u16string_view(text).substr(at, near).find(did) != std::u16string_view::npos) return true;
  return false;
}

void run(const Context& context, Findings& out) {
  if (context.previous != nullptr && agencies_differ(context.report, *context.previous))
    note_other_agency(context, out);
  const Report* then = comparable(context, out);
  if (then == nullptr) return;
  const Report& now = context.report;
  const auto over = total_of_row(now, "carried_over"), forward = total_of_row(*then, "carried_forward");
  if (!over || !forward)
    return out.unable(
        Words{u"上年结转或上年的结转下年度没能读出", u"what was carried over or forward could not be read"});
  const CellRef cell = *now.ref("requests", "carried_over", "total"),
                last = *then->ref("requests", "carried_forward", "total");
  if (*over == *forward) return out.passed();
  if (explained(context)) return;
  Finding& finding = out.add(
      say(u"{0}填的是 {1}，{2}“四、结转下年度继续办理”行“总计”列是 {3}，两者应当相等。",
          u"{0} says {1}, but {2} carried forward {3}; the two must be equal.",
          {cell_label(*now.form, cell), Decimal(*over), last_years_report(*then), Decimal(*forward)}));
  finding.cells = {cell};
  finding.equation = Decimal(*over).to_string() + u" ≠ " + Decimal(*forward).to_string();
  finding.violates = {"history/carry-over"};
  finding.repairs.push_back(as_last_year(now, *then, cell, last, *forward));
  if (!tells_of_reform(now)) return;
  finding.severity = Severity::warning;
  finding.advice = Words{u"正文提到机构改革：逐个机关核对结转下年度，来自几个机关的，在正文中写明各是多少。",
                         u"The text tells of a reorganisation: compare with each body, and say in the text "
                         u"how much came from which."};
}

}  // namespace

extern constexpr Rule carry_over = {
    .severity = Severity::error,
    .title = {u"上年结转与上年报告不衔接",
              u"What was carried over is not what last year's report carried forward"},
    .basis_kind = BasisKind::form,
    .basis = {u"表三行名：“二、上年结转政府信息公开申请数量”即上年年报的“四、结转下年度继续办理”",
              u"Row names of table 3: what is carried over from last year is what last year's report carried "
              u"forward"},
    .advice = {u"对照上年年报改正上年结转；确属上年年报有误的，在正文中说明。",
               u"Correct it after last year's report; where that report was wrong, say so in the text."},
    .run = run,
};

}  // namespace nianbao::rules::history
