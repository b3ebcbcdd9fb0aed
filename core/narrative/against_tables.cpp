#include "narrative/against_tables.h"

#include <algorithm>

namespace nianbao {
namespace {

using Terms = std::vector<CellTerm>;

class Cells {
 public:
  explicit Cells(const Report& report) : report_(report), form_(*report.form) {}

  void add(Terms& terms, std::string_view table, std::string_view row, std::string_view column,
           int sign = 1) const {
    if (const auto ref = cell(form_, table, row, column)) terms.push_back({*ref, sign});
  }

  // A row of 表三, or every row of a group: refused, unavailable, unprocessed, other.
  void add_request_rows(Terms& terms, std::string_view key, std::string_view column = "total",
                        int sign = 1) const {
    const FormTable& table = form_.table(TableId::requests);
    if (row_index(table, key) >= 0) {
      add(terms, "requests", key, column, sign);
      return;
    }
    const std::string prefix = std::string(key) + "_";
    for (const FormRow& row : table.rows)
      if (row.outcome && row.key.substr(0, prefix.size()) == prefix)
        add(terms, "requests", row.key, column, sign);
  }

  Combination finish(Terms terms) const {
    Combination c;
    c.terms = std::move(terms);
    Decimal sum = 0;
    for (const CellTerm& term : c.terms) {
      const ReportCell& found = report_.cell(term.cell);
      // A blank says nothing, so it contradicts nothing; that it is blank is another finding.
      const bool nil = found.state == CellState::dash;
      if (!nil && !(found.state == CellState::number && found.value)) return c;
      const Decimal value = nil ? Decimal(0) : *found.value;
      sum = term.sign > 0 ? sum + value : sum - value;
    }
    if (!c.terms.empty()) c.value = sum;
    return c;
  }

 private:
  const Report& report_;
  const Form& form_;
};

class Builder {
 public:
  Builder(const Measure& measure, const Report& report)
      : measure_(measure), report_(report), cells_(report) {}

  std::vector<Combination> build() {
    add(measure_.count);
    for (Count count : measure_.also)
      if (measure_.count != Count::review && measure_.count != Count::suits) add(count);
    return std::move(out_);
  }

 private:
  struct RowTerm {
    std::string_view row;
    int sign = 1;
  };

  void rows(std::initializer_list<RowTerm> row_terms) {
    Terms terms;
    for (const RowTerm& r : row_terms) cells_.add_request_rows(terms, r.row, "total", r.sign);
    keep(std::move(terms));
  }

  void keep(Terms terms) {
    if (terms.empty()) return;
    Combination made = cells_.finish(std::move(terms));
    for (const Combination& c : out_)
      if (same(c.terms, made.terms)) return;
    out_.push_back(std::move(made));
  }

  static bool same(const Terms& a, const Terms& b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](const CellTerm& x, const CellTerm& y) {
             return x.cell == y.cell && x.sign == y.sign;
           });
  }

  void add(Count count) {
    switch (count) {
      case Count::new_requests: return rows({{"new_requests"}});
      case Count::received: rows({{"new_requests"}}); return rows({{"new_requests"}, {"carried_over"}});
      case Count::accepted:
        rows({{"new_requests"}});
        rows({{"new_requests"}, {"carried_over"}});
        return rows({{"outcome_total"}});
      case Count::processed:
        rows({{"outcome_total"}});
        rows({{"new_requests"}, {"carried_over"}});
        rows({{"new_requests"}});
        return rows({{"outcome_total"}, {"carried_over", -1}});
      case Count::replied:
        rows({{"outcome_total"}});
        rows({{"outcome_total"}, {"carried_over", -1}});
        rows({{"outcome_total"}, {"other", -1}});
        return rows({{"outcome_total"}, {"unprocessed", -1}, {"other", -1}});
      case Count::concluded:
        rows({{"outcome_total"}});
        return rows({{"outcome_total"}, {"carried_over", -1}});
      case Count::carried_over: return rows({{"carried_over"}});
      case Count::carried_forward: return rows({{"carried_forward"}});
      case Count::carried: rows({{"carried_over"}}); return rows({{"carried_forward"}});
      case Count::outcome: return outcomes();
      case Count::applicants: return applicants();
      case Count::review:
      case Count::suits: return proceedings(count);
      case Count::documents: return documents();
      case Count::decisions: return decisions();
      default: return;
    }
  }

  void outcomes() {
    // On the form of 2019 其他处理 is one row.
    const bool one_row = row_index(report_.form->table(TableId::requests), "other_handling") >= 0;
    const auto row_of = [&](std::string_view key) {
      return one_row && key.substr(0, 5) == "other" ? "other_handling" : key;
    };
    Terms sum;
    for (std::string_view key : measure_.keys) {
      if (measure_.alternatives) {
        Terms alone;
        cells_.add_request_rows(alone, row_of(key));
        keep(std::move(alone));
      }
      cells_.add_request_rows(sum, row_of(key));
    }
    if (!measure_.alternatives) keep(std::move(sum));
    if (measure_.keys.size() == 1 && measure_.keys[0] == "other" && !one_row) {
      rows({{"other_fee_unpaid"}, {"other_remaining"}});  // 逾期不补正 told apart
      rows({{"other_remaining"}});
    }
  }

  void columns(std::initializer_list<std::string_view> row_keys) {
    Terms terms;
    for (std::string_view row : row_keys)
      for (std::string_view column : measure_.keys) cells_.add_request_rows(terms, row, column);
    keep(std::move(terms));
  }

  void applicants() {
    columns({"new_requests"});
    columns({"new_requests", "carried_over"});
    columns({"outcome_total"});
    if (!measure_.row.empty()) columns({measure_.row});
  }

  void proceedings(Count count) {
    constexpr std::string_view review = "review", direct = "direct_suits", after = "suits_after_review";
    if (!measure_.also.empty()) cases({review, direct, after});
    else if (count == Count::review) cases({review});
    else if (!measure_.group.empty()) cases({measure_.group});
    else cases({direct, after});
    if (!measure_.alternatives) return;
    cases({direct, after});
    cases({review});
    cases({direct});
    cases({after});
    cases({review, direct, after});
  }

  void cases(std::initializer_list<std::string_view> rows) {
    const std::string_view key = measure_.keys.empty() ? "total" : measure_.keys.front();
    if (key == "closed") return case_columns(rows, {"upheld", "corrected", "other"});
    case_columns(rows, {key});
    if (key == "other")
      case_columns(rows, {"other", "pending"});  // 维持15件，其他7件: with those that are open
  }

  void case_columns(std::initializer_list<std::string_view> rows,
                    std::initializer_list<std::string_view> columns) {
    Terms terms;
    for (std::string_view row : rows)
      for (std::string_view column : columns) cells_.add(terms, "proceedings", row, column);
    keep(std::move(terms));
  }

  void document_column(std::string_view column) {
    Terms terms;
    cells_.add(terms, "disclosure", measure_.row, column);
    keep(std::move(terms));
  }

  void documents() {
    const std::string_view key = measure_.keys.empty() ? std::string_view{} : measure_.keys.front();
    const bool old_form = report_.form->key == 2019;
    if (key == "issued" || key.empty()) {
      document_column(old_form ? "made" : "issued");
      if (old_form) document_column("disclosed");
    }
    if ((key == "repealed" || key.empty()) && !old_form) document_column("repealed");
    if (key == "in_force" || key.empty()) {
      document_column(old_form ? "public_total" : "in_force");
      if (!old_form) {  // 保留4件，新制发1件: kept before the new ones
        Terms kept;
        cells_.add(kept, "disclosure", measure_.row, "in_force");
        cells_.add(kept, "disclosure", measure_.row, "issued", -1);
        keep(std::move(kept));
      }
    }
  }

  void decisions() {
    Terms terms;
    for (std::string_view row : measure_.keys)
      cells_.add(terms, "disclosure", row, row == "fees" ? "amount" : "decisions");
    keep(std::move(terms));
  }

  const Measure& measure_;
  const Report& report_;
  Cells cells_;
  std::vector<Combination> out_;
};

// The column of 表三 in which the same sum of rows gives the figure.
std::vector<CellRef> matching_column(const Report& report, const Figure& figure) {
  const Terms& terms = figure.held.front().terms;
  if (terms.empty() || terms.front().cell.table != TableId::requests) return {};
  const FormRow& row = report.form->table(TableId::requests).rows[terms.front().cell.row];
  for (std::uint8_t column = 0; column + 1u < row.columns.size(); ++column) {
    Terms moved = terms;
    for (CellTerm& term : moved) term.cell.column = column;
    const Combination other = Cells(report).finish(moved);
    if (!other.value || other.value->is_zero() || !figure.quantity.allows(*other.value)) continue;
    std::vector<CellRef> cells;
    for (const CellTerm& term : moved) cells.push_back(term.cell);
    return cells;
  }
  return {};
}

}  // namespace

std::vector<Combination> combinations(const Measure& measure, const Report& report) {
  return Builder(measure, report).build();
}

void hold_against_tables(const Report& report, Figure& figure) {
  figure.held = combinations(figure.measure, report);
  // The form counts fees in 万元, figures of money are in 元.
  const int unit = figure.measure.count == Count::decisions && figure.kind == FigureKind::amount ? 10'000 : 1;
  bool all_known = !figure.held.empty();
  for (std::size_t i = 0; i < figure.held.size(); ++i) {
    const auto& value = figure.held[i].value;
    all_known = all_known && value.has_value();
    if (value && figure.quantity.allows(times(*value, unit)) && figure.fits < 0)
      figure.fits = static_cast<int>(i);
  }
  const bool comparable = figure.span == Span::this_year && figure.scope == Scope::own;
  if (figure.fits >= 0 && (comparable || !figure.quantity.value.is_zero())) {
    figure.cls = FigureClass::matches;
    return;
  }
  const bool says_so = figure.measure.hard && figure.quantity.exact() && comparable;
  figure.cls = all_known && says_so ? FigureClass::contradicts : FigureClass::not_about_tables;
  figure.fits = -1;
  if (figure.span == Span::other_year) figure.held.clear();  // the tables do not hold it
  if (figure.cls == FigureClass::contradicts && figure.quantity.value >= Decimal(10) &&
      figure.measure.count != Count::applicants)
    figure.columns = matching_column(report, figure);
}

std::optional<TextClaim> claim_of(const Figure& figure) {
  if (!figure.measure.hard || !figure.quantity.exact() || figure.scope != Scope::own ||
      figure.span != Span::this_year)
    return {};
  if (figure.held.empty() || figure.held.front().terms.size() != 1 || figure.kind != FigureKind::count)
    return {};
  // Where several readings are open they must come to the same.
  const auto& first = figure.held.front().value;
  for (const Combination& c : figure.held)
    if (figure.held.size() > 1 && c.value != first) return {};
  return TextClaim{figure.held.front().terms.front().cell, figure.quantity.value, figure.range};
}

}  // namespace nianbao
