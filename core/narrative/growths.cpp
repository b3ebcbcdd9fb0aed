// Changes: 全年发布22050条，较上年增加3722条，增长20.31%; 由100件增至120件，增长20%.
#include <cmath>

#include "narrative/meaning.h"
#include "narrative/relations.h"

namespace nianbao::prose {
namespace {

using namespace sense;  // NOLINT(google-build-using-namespace)

constexpr std::size_t look_back = 4;
constexpr double tolerance = 0.1;  // of a percentage point

class GrowthFinder {
 public:
  GrowthFinder(const Counted& counted, Ledger& ledger)
      : counted_(counted), sentence_(counted.sentence), numerals_(sentence_.numerals), ledger_(ledger) {}

  void find() {
    for (std::size_t i = 0; i < numerals_.size(); ++i) {
      if (counted_.figure[i] == Counted::none) continue;
      Figure& f = ledger_.figures[counted_.figure[i]];
      const Senses lead = around(sentence_, i).lead_senses;
      const bool moves = lead & (rise | fall);
      if (f.change && f.cls != FigureClass::matches) f.cls = FigureClass::growth_of;
      if (f.kind == FigureKind::points && moves) f.cls = FigureClass::growth_of;
      if (f.kind != FigureKind::percentage || !moves) continue;
      f.cls = FigureClass::growth_of;
      percentage(i, (lead & fall) == 0);
    }
  }

 private:
  Figure& figure(std::size_t i) { return ledger_.figures[counted_.figure[i]]; }
  bool is_count(std::size_t i) {
    return counted_.figure[i] != Counted::none &&
           (figure(i).kind == FigureKind::count || figure(i).kind == FigureKind::amount);
  }
  int depth(std::size_t i) const { return sentence_.clauses[numerals_[i].clause].depth; }
  // 上年结转4件 is neither this year's number nor last year's.
  bool is_carried(std::size_t i) {
    const Count count = figure(i).measure.count;
    return count == Count::carried_over || count == Count::carried_forward || count == Count::carried;
  }

  // The numbers before it that are of one unit: now, then and the change, as far as they are told.
  void percentage(std::size_t i, bool rises) {
    std::vector<std::size_t> counts;
    for (std::size_t k = i; k > 0 && counts.size() < look_back; --k) {
      if (!is_count(k - 1)) break;
      if (is_carried(k - 1) || depth(k - 1) > depth(i))
        continue;  // 9846条（动态5120条），较去年8912条增长10.5%
      if (!counts.empty() && numerals_[k - 1].unit.name() != numerals_[counts.front()].unit.name()) break;
      counts.push_back(k - 1);
    }
    if (counts.empty()) return;
    Growth growth{counted_.figure[i], counted_.figure[counts[0]], {}, {}, rises, 0, false, true};
    if (!base_in_bracket(i, counts, growth) && !base_before(i, growth) && !name_the_parts(counts, growth))
      return;
    const double now = value(growth.now);
    const double change = growth.change ? value(*growth.change) * (rises ? 1 : -1) : 0;
    const double then = growth.then ? value(*growth.then) : now - change;
    if (then <= 0) return;
    growth.expected = 100 * (now - then) / then;
    growth.wrong_direction = rises ? now < then : now > then;
    growth.right = !growth.wrong_direction &&
                   (numerals_[i].quantity.approximate || prints_as(growth, numerals_[i].quantity));
    keep(growth);
  }

  // Whether the rate can be that of the two numbers; 100万 stands for all that is written so.
  bool prints_as(const Growth& growth, const Quantity& stated) const {
    const double off = std::max(tolerance, std::pow(10.0, -stated.digits)) + 1e-9;
    const double rate = stated.value.to_double();
    if (!growth.then) return std::fabs(rate - std::fabs(growth.expected)) <= off;
    const Quantity &now = ledger_.figures[growth.now].quantity,
                   &then = ledger_.figures[*growth.then].quantity;
    const double least = 100 * (now.low.to_double() - then.high.to_double()) / then.high.to_double();
    const double most = 100 * (now.high.to_double() - then.low.to_double()) / then.low.to_double();
    const double signed_rate = growth.rise ? rate : -rate;
    return least - off <= signed_rate && signed_rate <= most + off;
  }

  double value(std::uint32_t figure) const { return ledger_.figures[figure].quantity.value.to_double(); }
  bool exact(std::uint32_t figure) const { return ledger_.figures[figure].quantity.exact(); }
  bool bounded(std::uint32_t figure) const {  // 100万, but not 100余万
    const Quantity& quantity = ledger_.figures[figure].quantity;
    return !quantity.approximate && quantity.low.to_double() > 0;
  }

  bool name_the_parts(const std::vector<std::size_t>& counts, Growth& growth) {
    const auto lead = [&](std::size_t i) { return around(sentence_, i).lead_senses; };
    const auto id = [&](std::size_t i) { return counted_.figure[i]; };
    const std::size_t last = counts[0];
    if (figure(last).change && reaches(last)) {  // 由100件增至120件
      if (counts.size() < 2) return false;
      growth.then = id(counts[1]);
    } else if (figure(last).change) {  // 22050条，增加3722条
      if (counts.size() < 2 || figure(counts[1]).change) return false;
      growth.change = id(last);
      const bool base_told = lead(counts[1]) & (last_year | than);  // 29条，比去年的34条减少5条
      if (base_told && (counts.size() < 3 || figure(counts[2]).change)) return false;
      if (base_told) growth.then = id(counts[1]);
      growth.now = id(counts[base_told ? 2 : 1]);
    } else if (counts.size() >= 2 && (lead(last) & last_year)) {  // 100件，比上年的80件增长25%
      growth.then = id(last);
      growth.now = id(counts[1]);
    } else if (const std::uint32_t total = total_before(last); total != Counted::none) {
      growth.then = id(last);  // 共420条，…。总数比上年的400条增长5%
      growth.now = total;
    } else if (counts.size() >= 2 && figure(counts[1]).span == Span::other_year &&
               figure(last).span == Span::this_year &&
               numerals_[last].clause != numerals_[counts[1]].clause) {
      growth.then = id(counts[1]);  // 2023年80件，2024年100件
      if (figure(last).measure.count != figure(counts[1]).measure.count) return false;
    } else {
      return false;
    }
    if (growth.then) return bounded(growth.now) && bounded(*growth.then);
    return exact(growth.now) && exact(*growth.change);
  }

  // 收到27件，比上年增长50%（2023年申请数量为18件）
  bool base_in_bracket(std::size_t i, const std::vector<std::size_t>& counts, Growth& growth) {
    const std::size_t next = i + 1;
    if (next >= numerals_.size() || !is_count(next)) return false;
    const Clause& bracket = sentence_.clauses[numerals_[next].clause];
    const bool beside =
        bracket.after_numeral && bracket.opened_by == u'(' && bracket.begin == numerals_[i].end + 1;
    if (!beside || !figure(next).quantity.exact() ||
        numerals_[next].unit.name() != numerals_[counts[0]].unit.name())
      return false;
    const Senses lead = around(sentence_, next).lead_senses;
    if (figure(next).span != Span::other_year && !(lead & last_year)) return false;
    if (figure(counts[0]).change) return false;
    growth.then = counted_.figure[next];
    return true;
  }

  // 收到26件，比2022年（35件）下降25.7%; 收到14条，较2021年的22条减少36.36%
  bool base_before(std::size_t i, Growth& growth) {
    if (i < 2 || !is_count(i - 1)) return false;
    const std::size_t then = i - 1;
    const Clause& bracket = sentence_.clauses[numerals_[then].clause];
    const bool in_bracket = bracket.opened_by == u'(' && bracket.begin == numerals_[then].begin &&
                            bracket.end == numerals_[then].end;
    const bool of_that_year = figure(then).span == Span::other_year && figure(then).depth == 0;
    if ((!in_bracket && !of_that_year) || figure(then).change || !figure(then).quantity.exact()) return false;
    const std::uint32_t from = in_bracket && bracket.outer >= 0
                                   ? sentence_.clauses[static_cast<std::size_t>(bracket.outer)].begin
                                   : bracket.begin;
    Senses said = 0;
    for (const Hit& hit : sentence_.hits)
      if (hit.begin >= from && hit.begin < numerals_[then].begin) said |= hit.senses;
    if (!(said & than) || !(said & (year | last_year))) return false;
    const std::size_t now = now_before(i, then, growth.rise);
    if (now == then) return false;
    growth.now = counted_.figure[now];
    growth.then = counted_.figure[then];
    return true;
  }

  // The number that the rate can be the change to; where there is none, what came in, or else the number just
  // before. `then` for none.
  std::size_t now_before(std::size_t i, std::size_t then, bool rises) {
    std::size_t nearest = then, incoming = then;
    for (std::size_t k = then; k > 0; --k) {
      const bool like = is_count(k - 1) && depth(k - 1) == depth(i) &&
                        numerals_[k - 1].unit.name() == numerals_[then].unit.name();
      if (!like || is_carried(k - 1) || figure(k - 1).span == Span::other_year ||
          !exact(counted_.figure[k - 1]))
        continue;
      const Growth tried{
          counted_.figure[i], counted_.figure[k - 1], counted_.figure[then], {}, rises, 0, false, true};
      if (prints_as(tried, numerals_[i].quantity)) return k - 1;
      if (nearest == then) nearest = k - 1;
      const Count count = figure(k - 1).measure.count;
      if (count == Count::received || count == Count::accepted || count == Count::new_requests)
        incoming = k - 1;
    }
    return incoming != then ? incoming : nearest;
  }

  // The total of the sentence before, when this one speaks of last year's 总数.
  std::uint32_t total_before(std::size_t i) {
    const Around words = around(sentence_, i);
    const bool speaks_of_it =
        (words.lead_senses & last_year) &&
        sentence_.text(words.begin, numerals_[i].begin).find(u"总数") != std::u16string_view::npos;
    if (!speaks_of_it || ledger_.sums.empty()) return Counted::none;
    const Figure& total = ledger_.figures[ledger_.sums.back().total];
    return total.sentence + 1 == figure(i).sentence && total.unit == figure(i).unit
               ? ledger_.sums.back().total
               : Counted::none;
  }

  // 增至, 降到: what follows is the new number, not the change.
  bool reaches(std::size_t i) const {
    for (const Hit& hit : around(sentence_, i).lead) {
      if (!(hit.senses & (rise | fall))) continue;
      const char16_t end = sentence_.text(hit.begin, hit.end).back();
      if (end == u'至' || end == u'到') return true;
    }
    return false;
  }

  void keep(const Growth& growth) {
    Figure& stated = ledger_.figures[growth.stated];
    stated.figures.push_back(growth.now);
    if (growth.then) stated.figures.push_back(*growth.then);
    if (growth.change) stated.figures.push_back(*growth.change);
    ledger_.growths.push_back(growth);
  }

  const Counted& counted_;
  const Sentence& sentence_;
  const std::vector<Numeral>& numerals_;
  Ledger& ledger_;
};

}  // namespace

void find_growths(const Counted& counted, Ledger& ledger) { GrowthFinder(counted, ledger).find(); }

}  // namespace nianbao::prose
