#include "rules/figures.h"

#include <algorithm>
#include <cmath>

#include "narrative/frames.h"
#include "rules/cures.h"

namespace nianbao {
namespace {

bool about_requests(Count count) {
  switch (count) {
    case Count::new_requests:
    case Count::received:
    case Count::accepted:
    case Count::processed:
    case Count::concluded:
    case Count::replied:
    case Count::carried_over:
    case Count::carried_forward:
    case Count::carried:
    case Count::outcome:
    case Count::applicants: return true;
    default: return false;
  }
}

bool about_receipt(Count count) {
  return count == Count::new_requests || count == Count::received || count == Count::accepted;
}

bool is_zero(const ReportCell* cell) {
  return cell != nullptr && (cell->state == CellState::dash || (cell->value && cell->value->is_zero()));
}

// 表三 says that nothing came in and nothing was carried in.
bool no_requests_in_table(const Report& report) {
  return is_zero(report.cell("requests", "new_requests", "total")) &&
         is_zero(report.cell("requests", "carried_over", "total"));
}

bool reports_receipt(const Ledger& ledger, bool zero) {
  return std::any_of(ledger.figures.begin(), ledger.figures.end(), [&](const Figure& f) {
    return f.cls == FigureClass::contradicts && about_receipt(f.measure.count) &&
           f.quantity.value.is_zero() == zero;
  });
}

// The group of rows that all terms belong to, if they are all its rows: （三）不予公开.
std::u16string_view whole_group(const Report& report, const Combination& combination) {
  const auto& terms = combination.terms;
  if (terms.size() < 2 || terms.front().cell.table != TableId::requests) return {};
  const FormTable& table = report.form->table(TableId::requests);
  const std::u16string_view group = table.rows[terms.front().cell.row].group;
  std::size_t rows = 0;
  for (const FormRow& row : table.rows) rows += row.group == group;
  for (const CellTerm& term : terms)
    if (term.sign < 0 || table.rows[term.cell.row].group != group) return {};
  return rows == terms.size() ? group : std::u16string_view{};
}

// 表三“甲”行“总计”列; 表三“甲”、“乙”两行“总计”列之和; …减“丙”行.
Text say_terms(const Report& report, const Combination& combination) {
  const Form& form = *report.form;
  std::vector<Text> added, taken;
  for (const CellTerm& term : combination.terms)
    (term.sign > 0 ? added : taken).push_back(row_name(form, term.cell.table, term.cell.row));
  const CellRef first = combination.terms.front().cell;
  Text out = cell_label(form, first);
  if (added.size() > 1)
    out = say(
        u"{0}{1}{2}行{3}列之和", u"the sum of column {3} in rows {1} of {0}",
        {table_name(form, first.table), listed(added, 3),
         added.size() == 2 ? Text(Words{u"两", u""}) : Text(Words{u"各", u""}), column_name(form, first)});
  for (const Text& row : taken) out = join(out, say(u"减{0}行", u" less row {0}", {row}));
  return out;
}

bool guilty_in_table(const Context& context, const Figure& figure) {
  for (const Cause& cause : context.analysis.localisation.causes)
    for (CellRef cell : cause.cells)
      for (const CellTerm& term : figure.held.front().terms)
        if (term.cell == cell) return true;
  return false;
}

bool has_cell(const std::vector<CellTerm>& terms, CellRef cell) {
  return std::any_of(terms.begin(), terms.end(), [&](const CellTerm& term) { return term.cell == cell; });
}

// What the sum comes to when the table is repaired so.
Decimal repaired(const Report& report, const Combination& sum, const Proposal& repair) {
  Decimal value = *sum.value;
  for (const Proposal::Set& set : repair.set)
    for (const CellTerm& term : sum.terms)
      if (term.cell == set.cell) {
        const Decimal change = set.value - report.cell(set.cell).value.value_or(Decimal(0));
        value = term.sign > 0 ? value + change : value - change;
      }
  return value;
}

bool off_by_the_same(const Localisation& found, const Cause& cause, const Figure& figure,
                     const Combination& sum) {
  const Decimal off = figure.quantity.value - *sum.value;
  for (int id : cause.broken) {
    const Identity& identity = found.identities[id];
    const std::int64_t gap = identity.left - identity.right;
    const bool touches = std::any_of(identity.terms.begin(), identity.terms.end(),
                                     [&](const IdentityTerm& t) { return has_cell(sum.terms, t.cell); });
    if (touches && (off == Decimal(gap) || off == Decimal(-gap))) return true;
  }
  return false;
}

// The figure agrees with a repair of the table, or differs from it by what the table itself is off: the table
// is wrong there, and its own finding says so.
bool puts_right(const Context& context, const Figure& figure) {
  const Localisation& found = context.analysis.localisation;
  for (const Cause& cause : found.causes)
    for (const Combination& sum : figure.held) {
      if (!sum.value) continue;
      for (const Proposal& repair : cause.repairs) {
        const Decimal value = repaired(context.report, sum, repair);
        if (value != *sum.value && figure.quantity.allows(value)) return true;
      }
      if (cause.repairs.size() != 1 && off_by_the_same(found, cause, figure, sum)) return true;
    }
  return false;
}

// 正文写“…72件”，而表三…是42，……是43。
Text say_contradiction(const Context& context, const Figure& figure,
                       const std::vector<const Figure*>& others) {
  const Report& report = context.report;
  const Text what = quote(*report.document, figure.clause, 36);
  Text out =
      say(u"正文写{0}，而{1}", u"The text says {0}, but {1}", {what, say_held(report, figure.held.front())});
  std::vector<Decimal> said{*figure.held.front().value};
  for (std::size_t i = 1; i < figure.held.size() && said.size() < 3; ++i) {
    const Combination& other = figure.held[i];
    if (!other.value || std::find(said.begin(), said.end(), *other.value) != said.end()) continue;
    said.push_back(*other.value);
    out = join(out, say(u"，{0}", u"; {0}", {say_held(report, other)}));
  }
  for (const Figure* other : others)
    if (other->measure.count != figure.measure.count)
      out = join(out, say(u"，{0}", u"; {0}", {say_held(report, other->held.front())}));
  if (!figure.columns.empty())
    out =
        join(out, say(u"；{0}正是{1}列的数，不是总计", u"; {0} is the number of column {1}, not the total",
                      {number_of(figure.quantity.value), column_name(*report.form, figure.columns.front())}));
  out = join(out, Words{u"。", u"."});
  if (guilty_in_table(context, figure))
    out = join(out, Words{u"表中此处本身也不平，请先核对表格。",
                          u" The table does not add up there either: check it first."});
  return out;
}

void add_once(std::vector<CellRef>& cells, CellRef cell) {
  if (std::find(cells.begin(), cells.end(), cell) == cells.end()) cells.push_back(cell);
}

std::u16string say_equation(const Figure& figure) {
  return figure.quantity.value.to_string() + u" ≠ " + figure.held.front().value->to_string();
}

// The same number of the same things, or 未发生行政复议和行政诉讼: one statement of several zeros.
bool same_cause(const Figure& a, const Figure& b) {
  if (a.clause_id == b.clause_id && a.quantity.value.is_zero() && b.quantity.value.is_zero()) return true;
  return a.measure.count == b.measure.count && a.measure.keys == b.measure.keys &&
         a.measure.group == b.measure.group && a.quantity.value == b.quantity.value;
}

Severity severity_of(std::string_view rule, const Figure& figure, Severity usual) {
  const prose::Frame* frame = figure.measure.frame;
  if (frame != nullptr && frame->standing == prose::Standing::trial) return Severity::notice;
  if (rule == "narrative/request-count" && figure.measure.count == Count::new_requests)
    return Severity::error;
  if (rule == "narrative/column-for-total") return Severity::warning;
  return usual;
}

std::string_view plain_rule(const Figure& figure) {
  switch (figure.measure.count) {
    case Count::new_requests:
    case Count::received:
    case Count::accepted:
    case Count::applicants: return "narrative/request-count";
    case Count::carried_over: return "narrative/carried-over-count";
    case Count::carried_forward: return "narrative/carried-forward-count";
    case Count::processed:
    case Count::concluded:
    case Count::replied: return "narrative/handled-count";
    case Count::outcome: return "narrative/outcome-count";
    case Count::review: return "narrative/review-count";
    case Count::suits: return "narrative/litigation-count";
    case Count::documents:
    case Count::decisions: return "narrative/document-count";
    default: return {};
  }
}

Text explain_relation(const Report& report, const Ledger& ledger, const Figure& figure, Words one,
                      Words several) {
  if (figure.figures.empty()) return one;
  std::vector<Text> others;
  for (std::uint32_t id : figure.figures) others.push_back(quote_figure(report, ledger.figures[id]));
  return say(several.zh, several.en, {listed(others, 4)});
}

// A figure that is written in digits, exactly, with the number that the tables give for it.
std::optional<Edit> value_edit(const Report& report, const Figure& figure, const Combination& held) {
  if (!held.value || figure.word || figure.quantity.chinese || !figure.quantity.exact() ||
      *held.value < Decimal(0))
    return std::nullopt;
  return figure_edit(*report.document, figure.range, figure.quantity.value, *held.value);
}

// 正文：29件 → 28件. The figure and what repeats it together; where the words can mean several cells, each
// value is offered.
void offer_values(const Context& context, const Figure& figure, const std::vector<const Figure*>& others,
                  Finding& finding) {
  const Report& report = context.report;
  std::vector<Decimal> offered;
  for (const Combination& held : figure.held) {
    if (!held.value || std::find(offered.begin(), offered.end(), *held.value) != offered.end()) continue;
    Cure cure{{},
              say(u"正文：{0} → {1}{2}", u"Text: {0} → {1}{2}",
                  {Text(report.document->view(figure.range)), number_of(*held.value), Text(figure.unit)}),
              Cure::Sure::by_finding,
              false};
    if (guilty_in_table(context, figure)) cure.sure = Cure::Sure::never;
    std::optional<Edit> edit = value_edit(report, figure, held);
    if (!edit) return;
    cure.edits.push_back(std::move(*edit));
    for (const Figure* other : others) {
      edit = value_edit(report, *other, offered.empty() ? other->held.front() : held);
      if (!edit) return;
      cure.edits.push_back(std::move(*edit));
    }
    offered.push_back(*held.value);
    finding.cures.push_back(std::move(cure));
  }
}

// 100 × part / base with so many digits behind the point, rounded half up: "33.80". Empty where it is no such
// share, or does not fit into the arithmetic.
std::u16string rounded_percentage(Decimal part, Decimal base, int digits) {
  constexpr std::int64_t largest = 1'000'000'000'000;
  constexpr int most_digits = 4;
  std::int64_t over = part.units(), under = base.units(), scale = 1;
  for (int i = part.scale(); i < base.scale(); ++i) over *= 10;
  for (int i = base.scale(); i < part.scale(); ++i) under *= 10;
  for (int i = 0; i < digits; ++i) scale *= 10;
  const bool fits = digits <= most_digits && part.units() < largest && base.units() < largest;
  if (!fits || over < 0 || under <= 0 || over > largest || under > largest) return {};
  const std::int64_t units = (200 * scale * over + under) / (2 * under);
  std::u16string out = Decimal(units / scale).to_string();
  if (digits == 0) return out;
  const std::u16string behind =
      Decimal(scale + units % scale).to_string();  // 1 and the digits, zeros in front kept
  return out + u"." + behind.substr(1);
}

}  // namespace

Text number_of(Decimal value) { return Text(value); }

Text percent_of(double value, int digits) {
  std::int64_t scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  return Text(
      Decimal::scaled(static_cast<std::int64_t>(std::floor(value * static_cast<double>(scale) + 0.5 + 1e-9)),
                      digits)
          .to_string() +
      u"%");
}

void offer_percentage(const Report& report, const Figure& stated, Decimal part, Decimal base,
                      Finding& finding) {
  const Quantity& written = stated.quantity;
  const std::u16string right = rounded_percentage(part, base, written.digits);
  if (right.empty() || !written.exact() || written.chinese) return;
  std::optional<Edit> edit = numeral_edit(*report.document, stated.range, written.value, right);
  if (!edit) return;
  Text label =
      say(u"正文：{0} → {1}%", u"Text: {0} → {1}%", {Text(report.document->view(stated.range)), Text(right)});
  offer_edits(finding, {std::move(*edit)}, Cure::Sure::by_finding, std::move(label));
}

bool settled(const Ledger& ledger, const SumList& list) {
  bool all_match = ledger.figures[list.total].cls == FigureClass::matches;
  if (ledger.figures[list.total].cls == FigureClass::contradicts) return true;
  for (std::uint32_t part : list.parts) {
    if (ledger.figures[part].cls == FigureClass::contradicts) return true;
    all_match = all_match && ledger.figures[part].cls == FigureClass::matches;
  }
  // A total behind its parts says itself what it is.
  return all_match && !(list.complete && list.total > list.parts.back());
}

std::u16string sum_of_parts(const Ledger& ledger, const SumList& list) {
  constexpr std::size_t most = 20;
  std::u16string out;
  for (std::size_t i = 0; i < list.parts.size() && i < most; ++i) {
    if (i > 0) out += u" + ";
    out += ledger.figures[list.parts[i]].quantity.value.to_string();
    if (list.times[i] > 1) out += u" × " + Decimal(list.times[i]).to_string();
  }
  if (list.parts.size() > most) out += u" + …";
  return out;
}

Text say_sum(const Report& report, const Ledger& ledger, const SumList& list) {
  const Figure& total = ledger.figures[list.total];
  return say(u"总数{0}，分项{1} = {2}", u"The total is {0}, the parts are {1} = {2}",
             {quote_figure(report, total), Text(sum_of_parts(ledger, list)), number_of(list.low)});
}

std::vector<Range> places_of(const Ledger& ledger, const SumList& list) {
  std::vector<Range> out{ledger.figures[list.total].range};
  for (std::uint32_t part : list.parts) out.push_back(ledger.figures[part].range);
  return out;
}

Text quote_figure(const Report& report, const Figure& figure) {
  return quote(*report.document, figure.range);
}

Text say_held(const Report& report, const Combination& combination) {
  const std::u16string_view group = whole_group(report, combination);
  const Text terms = group.empty() ? say_terms(report, combination)
                                   : say(u"表三“{0}”各项总计之和",
                                         u"the sum of the totals of \"{0}\" in table 3", {Text(group)});
  if (!combination.value) return say(u"{0}空白或没有读出", u"{0} is blank or was not read", {terms});
  return say(u"{0}是{1}", u"{0} is {1}", {terms, number_of(*combination.value)});
}

Text explain(const Report& report, const Ledger& ledger, const Figure& figure) {
  switch (figure.cls) {
    case FigureClass::matches:
      return say(u"一致：{0}", u"agrees: {0}", {say_held(report, figure.held[figure.fits])});
    case FigureClass::contradicts:
      return say(u"不一致：{0}", u"contradicts: {0}", {say_held(report, figure.held.front())});
    case FigureClass::part_of_sum:
      return explain_relation(report, ledger, figure, {u"分项与总数", u"a total and its parts"},
                              {u"分项与总数：{0}", u"a total and its parts: {0}"});
    case FigureClass::share_of:
      return explain_relation(report, ledger, figure, {u"占比", u"a share"},
                              {u"占比，由{0}算出", u"a share, from {0}"});
    case FigureClass::growth_of:
      return explain_relation(report, ledger, figure, {u"增减", u"a change"},
                              {u"增减，由{0}算出", u"a change, from {0}"});
    case FigureClass::not_about_tables:
      if (figure.held.empty()) return Words{u"表格不统计的数", u"counted by no table"};
      return say(u"不作比较：{0}", u"not compared: {0}", {say_held(report, figure.held.front())});
    case FigureClass::not_understood: break;
  }
  return Words{u"没有读懂它数的是什么", u"what it counts was not understood"};
}

std::string_view rule_of(const Context& context, const Figure& figure) {
  const Report& report = context.report;
  const Ledger& ledger = context.analysis.ledger;
  if (figure.cls != FigureClass::contradicts || puts_right(context, figure)) return {};
  const Count count = figure.measure.count;
  if (figure.quantity.value.is_zero()) {
    const bool claims_none = about_receipt(count) || ((count == Count::review || count == Count::suits) &&
                                                      figure.measure.keys.empty());
    if (claims_none) return "narrative/zero-claim";
    if (about_requests(count) && reports_receipt(ledger, true))
      return {};  // nothing received, so nothing handled: one cause
  } else if (about_requests(count) && no_requests_in_table(report)) {
    if (about_receipt(count)) return "narrative/table-all-zero";
    if (reports_receipt(ledger, false)) return {};
  }
  return figure.columns.empty() ? plain_rule(figure) : "narrative/column-for-total";
}

void report_contradictions(const Context& context, Findings& out, std::string_view rule,
                           std::initializer_list<Count> counts) {
  const Ledger& ledger = context.analysis.ledger;
  struct FigureCause {
    const Figure* figure;
    std::vector<const Figure*> others;  // said in the same clause or in the same words elsewhere
  };
  std::vector<FigureCause> causes;
  for (const Figure& figure : ledger.figures) {
    const bool ours = std::find(counts.begin(), counts.end(), figure.measure.count) != counts.end();
    if (ours && figure.cls == FigureClass::matches) out.passed();
    if (rule_of(context, figure) != rule) continue;
    auto known = std::find_if(causes.begin(), causes.end(),
                              [&](const FigureCause& cause) { return same_cause(*cause.figure, figure); });
    if (known == causes.end()) causes.push_back({&figure, {}});
    else known->others.push_back(&figure);
  }
  for (const FigureCause& cause : causes) {
    const Figure& figure = *cause.figure;
    Finding& finding = out.add(say_contradiction(context, figure, cause.others));
    finding.severity = severity_of(rule, figure, finding.severity);
    finding.places = {figure.range};
    finding.equation = say_equation(figure);
    for (const CellTerm& term : figure.held.front().terms) add_once(finding.cells, term.cell);
    for (const Figure* other : cause.others) {
      finding.places.push_back(other->range);
      for (const CellTerm& term : other->held.front().terms) add_once(finding.cells, term.cell);
    }
    if (figure.measure.count == Count::decisions)
      finding.title =
          Words{u"正文处理决定数与表二不一致", u"The number of decisions in the text differs from table 2"};
    offer_values(context, figure, cause.others, finding);
    if (rule == "narrative/column-for-total") finding.violates = {rule, plain_rule(figure)};
  }
}

bool skip_without_table(const Context& context, Findings& out, TableId table) {
  if (usable(context.report, table)) return false;
  out.unable(why_unusable(context.report, table));
  return true;
}

}  // namespace nianbao
