#include "output/ledger_formulas.h"

#include "rules/figures.h"

namespace nianbao {
namespace {

// The plain number; how exactly it is meant is told by the sign before it.
std::u16string number(Decimal value) { return value.to_string(); }

std::u16string stated(const Figure& figure) {
  const bool rate = figure.kind == FigureKind::percentage || figure.kind == FigureKind::points;
  return number(figure.quantity.value) + (rate ? u"%" : u"");
}

// The sign before a stated percentage that the figures give as `value`.
std::u16string rate_sign(bool right, double value, const Quantity& quantity) {
  if (!right) return u" ≠ ";
  const double off = value - quantity.value.to_double();
  return quantity.exact() && off < 1e-9 && off > -1e-9 ? u" = " : u" ≈ ";
}

}  // namespace

LedgerFormulas::LedgerFormulas(const Ledger& ledger) : ledger_(ledger) {
  const std::size_t count = ledger.figures.size();
  sum_.assign(count, -1);
  share_.assign(count, -1);
  growth_.assign(count, -1);
  for (std::size_t i = 0; i < ledger.sums.size(); ++i) {
    const int list = static_cast<int>(i);
    if (sum_[ledger.sums[i].total] < 0) sum_[ledger.sums[i].total] = list;
    for (std::uint32_t part : ledger.sums[i].parts) sum_[part] = list;
  }
  for (std::size_t i = 0; i < ledger.shares.size(); ++i)
    share_[ledger.shares[i].percentage] = static_cast<int>(i);
  for (std::size_t i = 0; i < ledger.growths.size(); ++i)
    growth_[ledger.growths[i].stated] = static_cast<int>(i);
}

std::u16string LedgerFormulas::of(std::uint32_t index) const {
  const Figure& figure = ledger_.figures[index];
  switch (figure.cls) {
    case FigureClass::matches:
    case FigureClass::contradicts: return against_cells(figure);
    case FigureClass::part_of_sum:
      return sum_[index] < 0 ? std::u16string{} : of_sum(ledger_.sums[sum_[index]]);
    case FigureClass::share_of:
      return share_[index] < 0 ? std::u16string{} : of_share(ledger_.shares[share_[index]]);
    case FigureClass::growth_of:
      return growth_[index] < 0 ? std::u16string{} : of_growth(ledger_.growths[growth_[index]]);
    case FigureClass::not_about_tables:
    case FigureClass::not_understood: break;
  }
  return {};
}

std::u16string LedgerFormulas::against_cells(const Figure& figure) const {
  if (figure.held.empty()) return {};
  const Combination& held = figure.held[figure.fits >= 0 ? figure.fits : 0];
  if (!held.value) return {};
  const bool same = figure.quantity.value == *held.value;
  const char16_t* sign = figure.cls == FigureClass::contradicts ? u" ≠ " : same ? u" = " : u" ≈ ";
  return stated(figure) + sign + number(*held.value);
}

std::u16string LedgerFormulas::of_sum(const SumList& list) const {
  const Figure& total = ledger_.figures[list.total];
  const char16_t* sign = list.low > total.quantity.high                    ? u" > "
                         : list.high < total.quantity.low                  ? u" < "
                         : list.low == list.high && total.quantity.exact() ? u" = "
                                                                           : u" ≈ ";
  return sum_of_parts(ledger_, list) + sign + stated(total);
}

std::u16string LedgerFormulas::of_share(const Share& share) const {
  if (!share.checked || share.base_value.is_zero()) return {};
  const Figure& figure = ledger_.figures[share.percentage];
  const double value = 100 * share.part_value.to_double() / share.base_value.to_double();
  return number(share.part_value) + u" ÷ " + number(share.base_value) +
         rate_sign(share.right, value, figure.quantity) + stated(figure);
}

std::u16string LedgerFormulas::of_growth(const Growth& growth) const {
  const Figure& figure = ledger_.figures[growth.stated];
  const Decimal now = ledger_.figures[growth.now].quantity.value;
  if ((!growth.then && !growth.change) || figure.kind == FigureKind::points) return {};
  Decimal then;
  if (growth.then) then = ledger_.figures[*growth.then].quantity.value;
  else {
    const Decimal change = ledger_.figures[*growth.change].quantity.value;
    then = growth.rise ? now - change : now + change;
  }
  const Decimal high = growth.rise ? now : then, low = growth.rise ? then : now;
  const std::u16string difference = number(high) + u" − " + number(low);
  if (figure.kind == FigureKind::count || figure.kind == FigureKind::amount)
    return difference + (growth.right ? u" = " : u" ≠ ") + stated(figure);
  if (then.is_zero()) return {};
  const double value = growth.rise ? growth.expected : -growth.expected;
  return u"(" + difference + u") ÷ " + number(then) + rate_sign(growth.right, value, figure.quantity) +
         stated(figure);
}

}  // namespace nianbao
