#include "desk/totals.h"

#include <algorithm>

namespace nianbao {
namespace {

FormTotals add_up(const Form& form, const HandIn& hand_in, const std::vector<Handed>& reports) {
  FormTotals out{&form, {}, form_cells(form), {}};
  out.totals.resize(out.cells.size());
  for (const BodyState& body : hand_in.bodies) {
    if (!body.taken || reports[*body.taken].form != &form) continue;
    out.reports.push_back(*body.taken);
    for (std::size_t i = 0; i < out.cells.size(); ++i) {
      CellTotal& total = out.totals[i];
      const CellFigure& figure = reports[*body.taken].figures[i];
      if (!figure) {
        total.unread.push_back(*body.taken);
        continue;
      }
      const Decimal before = total.sum;
      total.sum = total.sum + *figure;
      total.overflow |= total.sum - *figure != before;  // sums of decimals saturate
    }
  }
  return out;
}

class Comparison {
 public:
  Comparison(const HandIn& hand_in, const std::vector<Handed>& reports, const FormTotals& totals,
             std::size_t index)
      : hand_in_(hand_in), reports_(reports), totals_(totals), own_(reports[*hand_in.parent]) {
    out_.totals = index;
    const std::size_t cells = totals.cells.size();
    by_.resize(cells);
    for (std::size_t i = 0; i < cells; ++i) hold(i);
    for (TableId table : {TableId::disclosure, TableId::requests, TableId::proceedings}) explain(table);
  }

  AgainstParent take() { return std::move(out_); }

 private:
  void hold(std::size_t i) {
    const CellTotal& total = totals_.totals[i];
    if (!own_.figures[i]) return out_.unread.push_back(i);
    if (!total.complete()) return out_.incomplete.push_back(i);
    ++out_.compared;
    by_[i] = *own_.figures[i] - total.sum;
    if (!by_[i]->is_zero()) out_.differences.push_back({i, *own_.figures[i], total.sum});
  }

  // Whether the whole table would agree if the report's figures, times `sign`, less those of `instead`, were
  // in the sum.
  bool fits(TableId table, const Handed& report, int sign, const Handed* instead) const {
    for (std::size_t i = 0; i < by_.size(); ++i) {
      if (totals_.cells[i].table != table || !by_[i]) continue;
      if (!report.figures[i] || (instead != nullptr && !instead->figures[i])) return false;
      Decimal change = sign > 0 ? *report.figures[i] : Decimal(0) - *report.figures[i];
      if (instead != nullptr) change = change - *instead->figures[i];
      if (change != *by_[i]) return false;
    }
    return true;
  }

  void explain(TableId table) {
    const auto differs = [&](const Difference& d) { return totals_.cells[d.cell].table == table; };
    if (std::none_of(out_.differences.begin(), out_.differences.end(), differs)) return;
    std::vector<Reason> found;
    const auto try_one = [&](Reason::Kind kind, std::size_t i, int sign, const Handed* instead = nullptr) {
      if (reports_[i].form == totals_.form && fits(table, reports_[i], sign, instead))
        found.push_back({kind, table, i});
    };
    for (std::size_t i : totals_.reports) {
      try_one(Reason::left_out, i, -1);
      try_one(Reason::added_twice, i, 1);
    }
    for (std::size_t i = 0; i < reports_.size(); ++i)
      if (hand_in_.strays[i] != Stray::none && reports_[i].year == hand_in_.year)
        try_one(Reason::added, i, 1);
    for (const BodyState& body : hand_in_.bodies)
      for (std::size_t i : body.reports)
        if (i != *body.taken && body.copies == Copies::other_tables)
          try_one(Reason::other_copy, i, 1, &reports_[*body.taken]);
    if (found.size() == 1) out_.reasons.push_back(found.front());
  }

  const HandIn& hand_in_;
  const std::vector<Handed>& reports_;
  const FormTotals& totals_;
  const Handed& own_;
  std::vector<std::optional<Decimal>> by_;  // by cell; nothing where nothing was compared
  AgainstParent out_;
};

}  // namespace

std::vector<FormTotals> add_up(const HandIn& hand_in, const std::vector<Handed>& reports) {
  std::vector<FormTotals> out;
  for (const Form* form : forms()) {
    FormTotals totals = add_up(*form, hand_in, reports);
    if (!totals.reports.empty()) out.insert(out.begin(), std::move(totals));
  }
  return out;
}

std::optional<AgainstParent> against_parent(const HandIn& hand_in, const std::vector<Handed>& reports,
                                            const std::vector<FormTotals>& totals) {
  if (!hand_in.parent) return std::nullopt;
  for (std::size_t i = 0; i < totals.size(); ++i)
    if (totals[i].form == reports[*hand_in.parent].form)
      return Comparison(hand_in, reports, totals[i], i).take();
  return std::nullopt;
}

}  // namespace nianbao
