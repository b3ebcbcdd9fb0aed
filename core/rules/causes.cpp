#include "rules/causes.h"

#include <algorithm>

#include "rules/cures.h"
#include "rules/last_year.h"
#include "rules/vocabulary.h"

namespace nianbao {
namespace {

constexpr std::size_t most_clauses = 3;  // broken sums written out in one message

bool is_total(const Form& form, CellRef cell) {
  const FormRow& row = form.table(cell.table).rows[cell.row];
  return row.key == "outcome_total" || row.columns[cell.column].key == "total";
}

TableId table_of(Relation relation) {
  return relation == Relation::group_total ? TableId::proceedings : TableId::requests;
}

// "1 + 2 = 3", or "3" when there is nothing to add.
Text worked_out(const Report& report, const Identity& sum, int at_side) {
  const std::u16string parts = side(report, sum, at_side);
  const std::u16string total = Decimal(at_side > 0 ? sum.left : sum.right).to_string();
  return Text(parts == total ? total : parts + u" = " + total);
}

// “…”行 / row "…", of which the sum is; or simply this row where the message has named it.
Text subject(const Report& report, const Identity& sum, bool named) {
  const bool row = sum.relation == Relation::row_total || sum.relation == Relation::group_total;
  if (named) return row ? Words{u"本行", u"this row"} : Words{u"本列", u"this column"};
  if (row) return say(u"{0}行", u"row {0}", {row_name(*report.form, sum.table, sum.at)});
  return say(u"{0}列", u"column {0}", {column_name(*report.form, sum.terms.front().cell)});
}

// One broken sum in words, without the table's name.
Text clause(const Report& report, const Identity& sum, bool named = false) {
  const Text where = subject(report, sum, named), left = worked_out(report, sum, 1),
             right = worked_out(report, sum, -1);
  switch (sum.relation) {
    case Relation::row_total:
      return say(u"{0}各类申请人 {1}，总计列填的是 {2}",
                 u"{0}: the applicants add up to {1}, the total column says {2}", {where, left, right});
    case Relation::outcome_total:
      return say(u"{0}各项办理结果 {1}，（七）总计填的是 {2}",
                 u"{0}: the outcomes add up to {1}, row (7) says {2}", {where, left, right});
    case Relation::balance:
      return say(u"{0}新收加上年结转 {1}，（七）总计加结转下年度 {2}",
                 u"{0}: new and carried over are {1}, row (7) and carried forward are {2}",
                 {where, left, right});
    case Relation::group_total: break;
  }
  return say(u"{0}四项结果 {1}，总计填的是 {2}", u"{0}: the four results add up to {1}, the total says {2}",
             {where, left, right});
}

const Identity& identity(const Context& context, int i) {
  return context.analysis.localisation.identities[static_cast<std::size_t>(i)];
}

bool lacks_total(const Report& report, const Identity& sum) {
  return std::any_of(sum.terms.begin(), sum.terms.end(), [&](const IdentityTerm& term) {
    return is_total(*report.form, term.cell) && report.cell(term.cell).state == CellState::blank;
  });
}

// The cause's broken sums, those of its own relation first. Sums with a total left blank say little; they
// come last, and unless `all` are wanted only where there are no others.
std::vector<const Identity*> broken_sums(const Context& context, const Cause& cause, bool all = false) {
  std::vector<const Identity*> sums;
  for (bool full : {true, false})
    for (bool own : {true, false})
      for (int i : cause.broken) {
        const Identity& sum = identity(context, i);
        if ((sum.relation == cause.relation) != own || lacks_total(context.report, sum) == full) continue;
        if (all || full || sums.empty() || lacks_total(context.report, *sums.back())) sums.push_back(&sum);
      }
  return sums;
}

Text clauses(const Context& context, const Cause& cause) {
  std::vector<Text> clauses;
  const auto sums = broken_sums(context, cause);
  for (std::size_t i = 0; i < std::min(sums.size(), most_clauses); ++i)
    clauses.push_back(clause(context.report, *sums[i], cause.kind == CauseKind::misstated));
  Text out;
  for (const Text& one : clauses) out = out.empty() ? one : join(join(out, Words{u"；", u"; "}), one);
  if (sums.size() <= most_clauses) return out;
  return join(out,
              say(u"；还有 {0} 处不等", u"; and {0} more", {static_cast<int>(sums.size() - most_clauses)}));
}

Text as_written(const Report& report, CellRef ref) {
  const ReportCell& cell = report.cell(ref);
  if (cell.state == CellState::blank) return Words{u"没有填", u"is blank"};
  const Text value = cell.value ? Text(*cell.value) : Text(cell.text);
  return say(u"填的是 {0}", u"says {0}", {value});
}

Text misstated(const Context& context, const Cause& cause) {
  const CellRef cell = cause.cells.front();
  return say(u"{0}{1}，应为 {2}：{3}", u"{0} {1}, should be {2}: {3}",
             {cell_label(*context.report.form, cell), as_written(context.report, cell),
              Text(cause.repairs.front().set.front().value), clauses(context, cause)});
}

// The sum that a blank total should hold: the one whose last term it is.
const Identity* defined_by(const Context& context, CellRef total) {
  for (const Identity& sum : context.analysis.localisation.identities)
    if (sum.relation != Relation::balance && sum.terms.back().cell == total &&
        sum.state != IdentityState::unchecked)
      return &sum;
  return nullptr;
}

// "1 + 2 = 3" where the parts as printed give the value; otherwise a slip among them is a finding of its own.
std::u16string filling(const Context& context, const Proposal::Set& set) {
  const Identity* sum = defined_by(context, set.cell);
  if (sum == nullptr || Decimal(sum->left) != set.value) return set.value.to_string();
  const std::u16string parts = side(context.report, *sum, 1), value = set.value.to_string();
  return parts == value ? value : parts + u" = " + value;
}

Text blank_totals(const Context& context, const Cause& cause) {
  const auto& filled = cause.repairs.front().set;
  const Text first =
      say(u"{0}没有填，应为 {1}", u"{0} is blank, should be {1}",
          {cell_label(*context.report.form, filled.front().cell), Text(filling(context, filled.front()))});
  if (filled.size() == 1) return first;
  return say(u"{0}有 {1} 处总计没有填，如{2}", u"{0}: {1} totals are blank, such as {2}",
             {table_name(*context.report.form, cause.table), static_cast<int>(filled.size()), first});
}

Text shifted(const Context& context, const Cause& cause) {
  std::vector<Text> rows;
  for (std::size_t i = 0; i < cause.cells.size(); ++i)
    if (i == 0 || cause.cells[i].row != cause.cells[i - 1].row)
      rows.push_back(row_name(*context.report.form, cause.table, cause.cells[i].row));
  return say(u"{0}{1}行的数字像是整行错了一列，移回后各式都成立：{2}",
             u"{0}: the figures of row {1} seem to stand one column off; moved back, everything adds up: {2}",
             {table_name(*context.report.form, cause.table), listed(rows), clauses(context, cause)});
}

Text counted_twice(const Context& context, const Cause& cause) {
  return say(u"{0}{1}；多出的正好是部分公开的件数，部分公开的只计这一项，疑似又计入了别的办理结果",
             u"{0}, {1}; the excess is exactly the partly disclosed ones, which seem to be counted under "
             u"another outcome as well",
             {table_name(*context.report.form, cause.table), clauses(context, cause)});
}

Text broken_relation(const Context& context, const Cause& cause) {
  const Text sums =
      join(say(u"{0}", u"{0}, ", {table_name(*context.report.form, cause.table)}), clauses(context, cause));
  if (cause.repairs.empty())
    return join(sums, Words{u"；找不到只改少数几格就能补平的办法，请逐格核对",
                            u"; no change of a few cells mends this, check every cell"});
  const auto one_cell = [](const Proposal& proposal) { return proposal.set.size() == 1; };
  const bool single = std::all_of(cause.repairs.begin(), cause.repairs.end(), one_cell);
  if (single)
    return join(sums, say(u"；有 {0} 格都可能是错的那一格", u"; any of {0} cells may be the wrong one",
                          {static_cast<int>(cause.repairs.size())}));
  return join(sums, say(u"；只改一格补不平，最少要改 {0} 格",
                        u"; no single cell mends this, at least {0} cells are wrong",
                        {static_cast<int>(cause.repairs.front().set.size())}));
}

Text message(const Context& context, const Cause& cause) {
  Text out;
  switch (cause.kind) {
    case CauseKind::misstated: out = misstated(context, cause); break;
    case CauseKind::total_blank: out = blank_totals(context, cause); break;
    case CauseKind::shifted_row: out = shifted(context, cause); break;
    case CauseKind::double_count: out = counted_twice(context, cause); break;
    case CauseKind::relation:
    case CauseKind::unexplained: out = broken_relation(context, cause); break;
  }
  out = join(out, Words{u"。", u"."});
  if (!cause.repairs.empty() && !cause.complete)
    out = join(out, Words{u"改法可能没有列全。", u" There may be other ways to mend it."});
  if (cause.near_unread)
    out = join(out, Words{u"有关的单元格有的没能读出，没有参加核对。",
                          u" Some cells concerned could not be read and took no part."});
  if (cause.misread)
    out =
        join(out, Words{u"也可能是文件中的数字读错了位置，请先与原表核对。",
                        u" The figures may have been misread from the file; compare with the table first."});
  return out;
}

std::u16string equations(const Context& context, const Cause& cause) {
  std::vector<std::u16string> equations;
  if (cause.kind == CauseKind::total_blank)
    for (const auto& set : cause.repairs.front().set) equations.push_back(filling(context, set));
  else
    for (const Identity* sum : broken_sums(context, cause))
      equations.push_back(equation(context.report, *sum));
  std::u16string out;
  for (std::size_t i = 0; i < std::min(equations.size(), most_clauses); ++i)
    out += (i > 0 ? u"；" : u"") + equations[i];
  return out;
}

void add(const Context& context, const Cause& cause, Findings& out) {
  Finding& finding = out.add(message(context, cause));
  if (cause.kind == CauseKind::double_count)
    finding.severity = Severity::error;  // why is a guess, that it fails is certain
  if (cause.misread && finding.severity == Severity::error) finding.severity = Severity::warning;
  finding.cells = cause.cells;
  finding.equation = equations(context, cause);
  for (const Identity* sum : broken_sums(context, cause, true))
    finding.sums.push_back(static_cast<int>(sum - context.analysis.localisation.identities.data()));
  for (int i : cause.broken) {
    const std::string_view rule = rule_of(identity(context, i).relation);
    if (std::find(finding.violates.begin(), finding.violates.end(), rule) == finding.violates.end())
      finding.violates.push_back(rule);
  }
  if (cause.kind == CauseKind::total_blank) finding.violates.push_back("cells/blank");
  if (cause.kind == CauseKind::misstated &&
      was_carried_forward(context, cause.cells.front(), cause.repairs.front().set.front().value))
    finding.violates.push_back("history/carry-over");
  for (const Proposal& proposal : cause.repairs) {
    Repair repair;
    for (const auto& set : proposal.set) repair.set.push_back({set.cell, set.value});
    repair.reason = proposal.reason;
    const bool doubtful = cause.misread || cause.near_unread || !cause.complete || cause.repairs.size() > 1;
    offer_cells(context.report, finding, repair.set, doubtful ? Cure::Sure::never : Cure::Sure::by_finding);
    finding.repairs.push_back(std::move(repair));
  }
}

// False, with the reason, when the table is not there or none of its sums could be checked.
bool checkable(const Context& context, Findings& out, TableId table) {
  if (!usable(context.report, table)) {
    out.unable(why_unusable(context.report, table));
    return false;
  }
  const auto& sums = context.analysis.localisation.identities;
  const bool any = std::any_of(sums.begin(), sums.end(), [&](const Identity& sum) {
    return sum.table == table && sum.state != IdentityState::unchecked;
  });
  if (!any)
    out.unable(say(u"{0}没有一个算式读得完整，未核对", u"no sum of {0} could be read in full",
                   {table_name(*context.report.form, table)}));
  return any;
}

}  // namespace

std::string_view rule_of(Relation relation) {
  switch (relation) {
    case Relation::row_total: return "requests/row-total";
    case Relation::outcome_total: return "requests/outcome-total";
    case Relation::balance: return "requests/balance";
    case Relation::group_total: break;
  }
  return "proceedings/total";
}

void report_causes(const Context& context, Findings& out, CauseKind kind, TableId table) {
  if (!checkable(context, out, table)) return;
  // Of the sums of a blank total every part was read; but a number that was left over may be the total.
  const bool even = context.report.reading(table).unexplained.empty() && !context.report.stops_at;
  if (kind == CauseKind::total_blank && !even) return out.unable(why_not_whole(context.report, table));
  bool found = false;
  for (const Cause& cause : context.analysis.localisation.causes) {
    if (cause.kind != kind || cause.table != table) continue;
    add(context, cause, out);
    found = true;
  }
  if (!found) out.passed();
}

void report_relation(const Context& context, Findings& out, Relation relation) {
  if (!checkable(context, out, table_of(relation))) return;
  for (const Cause& cause : context.analysis.localisation.causes) {
    const bool lone_cell = cause.kind == CauseKind::misstated && relation == Relation::group_total;
    const bool shown_as_relation =
        cause.kind == CauseKind::relation || cause.kind == CauseKind::unexplained || lone_cell;
    const bool own = lone_cell ? cause.table == TableId::proceedings : cause.relation == relation;
    if (shown_as_relation && own) add(context, cause, out);
  }
  int holding = 0, unchecked = 0;
  for (const Identity& sum : context.analysis.localisation.identities) {
    if (sum.relation != relation) continue;
    holding += sum.state == IdentityState::holds ? 1 : 0;
    unchecked += sum.state == IdentityState::unchecked ? 1 : 0;
  }
  if (holding > 0) out.passed(holding);
  if (unchecked > 0)
    out.unable(say(u"{0} 个算式有单元格缺失、没能读出或不是整数，没有核对",
                   u"{0} sums have a cell that is missing, unread or no whole number", {unchecked}));
}

}  // namespace nianbao
