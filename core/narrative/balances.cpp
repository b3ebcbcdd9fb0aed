// One paragraph that gives what came in, what was carried in, what was done and what is carried on: do they
// balance?
#include "narrative/relations.h"

namespace nianbao::prose {
namespace {

constexpr std::uint32_t none = Counted::none;

// The only figure of these counts from `first` on; none when there is none or there are several values.
std::uint32_t only(const Ledger& ledger, std::size_t first, std::initializer_list<Count> counts) {
  std::uint32_t found = none;
  for (std::size_t i = first; i < ledger.figures.size(); ++i) {
    const Figure& f = ledger.figures[i];
    bool wanted = false;
    for (Count count : counts) wanted = wanted || f.measure.count == count;
    if (!wanted || f.kind != FigureKind::count) continue;
    if (!f.quantity.exact() || f.scope != Scope::own || f.span != Span::this_year || !f.measure.hard)
      return none;
    if (found != none && ledger.figures[found].quantity.value != f.quantity.value) return none;
    if (found == none) found = static_cast<std::uint32_t>(i);
  }
  return found;
}

}  // namespace

void find_balance(const Report&, std::size_t first, Ledger& ledger) {
  const std::uint32_t received = only(ledger, first, {Count::new_requests, Count::received, Count::accepted});
  const std::uint32_t in = only(ledger, first, {Count::carried_over});
  const std::uint32_t done = only(ledger, first, {Count::concluded, Count::replied});
  const std::uint32_t out = only(ledger, first, {Count::carried_forward});
  if (received == none || in == none || done == none || out == none) return;
  const auto figure = [&](std::uint32_t i) -> const Figure& { return ledger.figures[i]; };
  const auto value = [&](std::uint32_t i) { return figure(i).quantity.value; };
  const Decimal came = value(received), left = value(done) + value(out);
  if (came + value(in) == left) return;
  // 受理 and 收到 may include what was carried in, unless they say just what the table has as new.
  const bool only_new = figure(received).measure.count == Count::new_requests || figure(received).fits == 0;
  if (!only_new && came == left) return;
  Balance balance{received, in, done, out, true};
  bool plainly = true;
  for (std::uint32_t i : {received, in, done, out}) {
    if (figure(i).cls == FigureClass::contradicts) return;  // said once already
    balance.explained = balance.explained && figure(i).cls == FigureClass::matches;
    plainly = plainly && figure(i).fits == 0;
  }
  if (balance.explained && plainly) return;  // the table does not balance either: its own rules say so
  ledger.balances.push_back(balance);
}

}  // namespace nianbao::prose
