// Shares and rates: 其中重点领域信息23条，占35.9%; 承办工单2310件，按期办结2302件，按期办结率99.65%.
#include <algorithm>
#include <cmath>

#include "base/matching.h"
#include "narrative/meaning.h"
#include "narrative/relations.h"

namespace nianbao::prose {
namespace {

using namespace sense;  // NOLINT(google-build-using-namespace)

constexpr std::size_t look_back = 10;
constexpr int sentences_back = 4;
constexpr double slack = 1e-9;

// Whether part of base can print as this percentage: one unit of its last digit up or down, since some round
// and some cut off.
bool prints_as(const Quantity& percentage, double part_low, double part_high, double base_low,
               double base_high) {
  if (base_low <= 0) return true;
  const double unit = std::pow(10.0, -percentage.digits);
  return percentage.high.to_double() >= 100 * part_low / base_high - unit - slack &&
         percentage.low.to_double() <= 100 * part_high / base_low + unit + slack;
}

class ShareFinder {
 public:
  ShareFinder(const Counted& counted, const Report& report, Ledger& ledger)
      : counted_(counted),
        sentence_(counted.sentence),
        numerals_(sentence_.numerals),
        report_(report),
        ledger_(ledger) {}

  void find() {
    first_share_ = ledger_.shares.size();
    for (std::size_t i = 0; i < numerals_.size(); ++i)
      if (counted_.figure[i] != Counted::none && numerals_[i].quantity.percent) one(i);
    for (std::size_t i : open_)
      if (!like_its_neighbours(i)) of_anything(i);
  }

 private:
  const Figure& figure(std::size_t i) const { return ledger_.figures[counted_.figure[i]]; }
  bool is_count(std::size_t i) const {
    if (counted_.figure[i] == Counted::none) return false;
    const FigureKind kind = figure(i).kind;
    return (kind == FigureKind::count || kind == FigureKind::amount) && !figure(i).change;
  }

  void one(std::size_t i) {
    const Around words = around(sentence_, i);
    if (words.lead_senses & (rise | fall)) return;  // growth
    Figure& percentage = ledger_.figures[counted_.figure[i]];
    const bool share_word = (words.lead_senses & share) || in_bracket(i);
    const std::u16string stem = rate_stem(i, words);
    if (!share_word && stem.empty()) return;
    percentage.cls = FigureClass::share_of;
    Share made;
    made.percentage = counted_.figure[i];
    const bool found = share_word ? of_total(i, words, made) : rate(i, stem, made);
    if (found) keep(made, percentage);
    else if (share_word && made.part) open_.push_back(i);
  }

  // 予以公开30件（50%）
  bool in_bracket(std::size_t i) const {
    const Clause& own = sentence_.clauses[numerals_[i].clause];
    return i > 0 && own.after_numeral && own.opened_by == u'(' && own.begin == numerals_[i].begin &&
           is_count(i - 1);
  }

  // 予以公开254件，占54%；不予公开40件，占8.5%: outcomes of one sentence are shares of one total, which
  // another of them gives away.
  bool like_its_neighbours(std::size_t i) {
    const std::size_t part = part_before(i);
    if (part == numerals_.size() || figure(part).measure.count != Count::outcome ||
        !words_of_base(i, around(sentence_, i)).empty())
      return false;
    for (std::size_t n = first_share_; n < ledger_.shares.size(); ++n) {
      const Share& other = ledger_.shares[n];
      if (!other.base_cell || !other.right || !other.checked) continue;
      Share made = other;
      made.percentage = counted_.figure[i];
      made.part = counted_.figure[part];
      made.part_cell.reset();
      made.part_value = numerals_[part].quantity.value;
      const double base = made.base_value.to_double();
      made.right = prints_as(numerals_[i].quantity, numerals_[part].quantity.low.to_double(),
                             numerals_[part].quantity.high.to_double(), base, base);
      keep(made, ledger_.figures[counted_.figure[i]]);
      return true;
    }
    return false;
  }

  // 自然人689件（占92.7%）; 不予公开99件，占13.4%: a cell's share of its own total. It is wrong when no total
  // there is and no number told before has such a share.
  void of_anything(std::size_t i) {
    const std::size_t part = part_before(i);
    if (part + 1 != i || figure(part).cls != FigureClass::matches ||
        !words_of_base(i, around(sentence_, i)).empty())
      return;
    const Figure& f = figure(part);
    const bool outcome = f.measure.count == Count::outcome;
    if ((!outcome && f.measure.count != Count::applicants) || f.held[f.fits].terms.empty()) return;
    const std::string_view own = outcome ? "outcome_total" : row_of(f.held[f.fits].terms.front().cell);
    for (std::uint32_t id = counted_.figure[i]; id-- > 0;)
      if (ledger_.figures[id].kind == FigureKind::count && prints_share_of(numerals_[i].quantity, part, id))
        return;
    Share made;
    made.percentage = counted_.figure[i];
    made.part = counted_.figure[part];
    made.part_value = numerals_[part].quantity.value;
    if (of_cell(i, part, {{own}, {"new_requests"}, {"new_requests", "carried_over"}, {"outcome_total"}},
                made))
      keep(made, ledger_.figures[counted_.figure[i]]);
  }

  std::string_view row_of(CellRef cell) const { return report_.form->table(cell.table).rows[cell.row].key; }

  void keep(const Share& made, Figure& percentage) {
    if (made.part) percentage.figures.push_back(*made.part);
    if (made.base) percentage.figures.push_back(*made.base);
    ledger_.shares.push_back(made);
    if (made.part_value > made.base_value) ledger_.shares.back().checked = false;  // not a part of that
  }

  // 按期办结率 -> 按期办结; empty when there is no 率.
  std::u16string rate_stem(std::size_t i, const Around& words) const {
    const std::u16string_view lead = sentence_.text(words.begin, numerals_[i].begin);
    const auto at = lead.rfind(u'率');
    if (at == lead.npos || lead.size() - at > 5) return {};
    std::size_t begin = lead.find_last_of(u",、;:()", at);
    begin = begin == lead.npos ? 0 : begin + 1;
    return std::u16string(lead.substr(begin, at - begin));
  }

  // The number just before, if it is a count: what the share is a share of something.
  std::size_t part_before(std::size_t i) const {
    for (std::size_t k = i; k > 0; --k)
      if (is_count(k - 1)) return k - 1;
      else if (numerals_[k - 1].quantity.percent) break;
    return numerals_.size();
  }

  std::vector<std::size_t> bases_before(std::size_t part) const {
    std::vector<std::size_t> out;
    for (std::size_t back = 1; back <= look_back && back <= part; ++back) {
      const std::size_t i = part - back;
      if (is_count(i) && numerals_[i].unit.name() == numerals_[part].unit.name()) out.push_back(i);
    }
    return out;
  }

  bool prints(const Quantity& percentage, std::size_t part, std::size_t base) const {
    const Quantity &a = numerals_[part].quantity, &b = numerals_[base].quantity;
    return prints_as(percentage, a.low.to_double(), a.high.to_double(), b.low.to_double(),
                     b.high.to_double());
  }

  bool of_total(std::size_t i, const Around& words, Share& made) {
    std::size_t part = part_before(i);
    if (part == numerals_.size()) return false;
    // 动态294条、公告90条，动态占公开总数的70%: the part is named again.
    const std::u16string_view again = named_again(i, words);
    if (names_several(again)) return false;
    bool named_part = again.empty();
    for (std::size_t k = part + 1; k > 0 && part - (k - 1) < look_back && !named_part; --k)
      if (is_count(k - 1) &&
          sentence_.text(around(sentence_, k - 1).begin, numerals_[k - 1].begin).ends_with(again)) {
        part = k - 1;
        named_part = true;
      }
    made.part = counted_.figure[part];
    made.part_value = numerals_[part].quantity.value;
    const std::u16string base_words = words_of_base(i, words);
    if (const auto cells = named_cells(base_words, part); !cells.empty())
      return of_cell(i, part, cells, made);
    const bool evident = base_words.size() <= 1 || base_words.find(u'总') != base_words.npos;
    const bool found = of_figure(i, part, evident && named_part, made);
    return (found && made.checked) || of_request_total(i, part, made) || found;
  }

  // 公开214件、部分公开63件，两项占37.5%: how many of the numbers before it are meant is not told.
  static bool names_several(std::u16string_view again) {
    for (std::u16string_view word : {u"两项", u"两者", u"二者", u"两类", u"三项", u"三者", u"三类", u"四项",
                                     u"合计", u"共计", u"上述", u"以上"})
      if (again.find(word) != again.npos) return true;
    return again == u"合" || again == u"共";
  }

  static bool ends_with(std::u16string_view text, std::u16string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
  }

  // The words between the comma and 占.
  std::u16string_view named_again(std::size_t i, const Around& words) const {
    const std::uint32_t from = sentence_.clauses[numerals_[i].clause].begin;
    for (const Hit& hit : words.lead)
      if ((hit.senses & sense::share) && hit.begin >= from) return sentence_.text(from, hit.begin);
    return {};
  }

  // What stands between 占 and the number: 办结总数的.
  std::u16string words_of_base(std::size_t i, const Around& words) const {
    for (const Hit& hit : words.lead) {
      if (!(hit.senses & share)) continue;
      const bool total = sentence_.text(hit.begin, hit.end) == u"占总";
      return without_copula(sentence_.text(total ? hit.begin + 1 : hit.end, numerals_[i].begin));
    }
    return {};
  }

  // 总体的比例为 -> 总体
  static std::u16string without_copula(std::u16string_view words) {
    constexpr std::u16string_view empty[] = {u"的", u"为", u"比例", u"比重", u"比",
                                             u"约", u"到", u"达",   u":"};
    for (bool shorter = true; shorter;) {
      shorter = false;
      for (std::u16string_view end : empty)
        if (words.ends_with(end)) {
          words.remove_suffix(end.size());
          shorter = true;
        }
    }
    return std::u16string(words);
  }

  using Rows = std::vector<std::vector<std::string_view>>;

  // The rows of the tables that a named base can mean.
  Rows named_cells(std::u16string_view words, std::size_t part) const {
    const Count count = figure(part).measure.count;
    const auto ends = [&](std::u16string_view word) { return ends_with(words, word); };
    if (count == Count::review && (ends(u"复议总数") || ends(u"复议案件总数"))) return {{"review"}};
    if (count == Count::suits && (ends(u"诉讼总数") || ends(u"诉讼案件总数")))
      return {{"direct_suits", "suits_after_review"}};
    if (count != Count::outcome && count != Count::concluded && count != Count::replied) return {};
    const auto says = [&](std::u16string_view word) { return words.find(word) != words.npos; };
    if (says(u"办结") || says(u"答复") || says(u"办理")) return {{"outcome_total"}};
    if (says(u"申请") || says(u"收到") || says(u"受理"))
      return {{"new_requests"}, {"new_requests", "carried_over"}, {"outcome_total"}};
    return {};
  }

  static std::string_view table_of(std::string_view row) {
    return one_of(row, {"review", "direct_suits", "suits_after_review"}) ? "proceedings" : "requests";
  }

  std::optional<Decimal> sum_of(const std::vector<std::string_view>& rows) const {
    Decimal sum = 0;
    for (std::string_view row : rows) {
      const ReportCell* found = report_.cell(table_of(row), row, "total");
      if (found == nullptr || !found->counted() || found->state == CellState::blank) return std::nullopt;
      if (found->value) sum = sum + *found->value;
    }
    return sum;
  }

  bool of_cell(std::size_t i, std::size_t part, const Rows& bases, Share& made) {
    const Quantity& a = numerals_[part].quantity;
    made.right = false;
    for (const auto& rows : bases) {
      const auto base = sum_of(rows);
      if (!base || base->is_zero()) return false;
      const double value = base->to_double();
      const bool fits = prints_as(numerals_[i].quantity, a.low.to_double(), a.high.to_double(), value, value);
      if (!made.base_cell || fits) {
        made.base_cell = report_.ref(table_of(rows.front()), rows.front(), "total");
        made.base_value = *base;
      }
      made.right = made.right || fits;
    }
    const Figure& f = figure(part);
    if (f.fits >= 0 && f.held[f.fits].terms.size() == 1) made.part_cell = f.held[f.fits].terms.front().cell;
    made.checked = true;
    return true;
  }

  // 在办结的9件申请中，: what follows is a part of it.
  bool opens_a_whole(std::size_t base) const {
    const Clause& own = sentence_.clauses[numerals_[base].clause];
    return own.end > numerals_[base].end && ends_with(sentence_.text(own.begin, own.end), u"中");
  }

  // What the sentence says to be the whole, the total of its list, the total that all parts with a share add
  // up to, or the base of the share before.
  std::uint32_t known_base(std::size_t i, std::size_t part) const {
    for (std::size_t base : bases_before(part))
      if (opens_a_whole(base)) return counted_.figure[base];
    const auto beside = [&](std::uint32_t id) {
      return ledger_.figures[id].unit == figure(part).unit &&
             ledger_.figures[id].sentence + sentences_back >= figure(part).sentence;
    };
    if (!ledger_.shares.empty()) {
      const Share& before = ledger_.shares.back();
      const bool same = ledger_.figures[before.percentage].sentence == figure(i).sentence;
      if (before.base && before.right && same && before.part != before.base && beside(*before.base))
        return *before.base;
    }
    for (std::size_t n = counted_.first_sum; n < ledger_.sums.size(); ++n) {
      const SumList& list = ledger_.sums[n];
      if (std::find(list.parts.begin(), list.parts.end(), counted_.figure[part]) != list.parts.end())
        return list.total;
    }
    return total_of_parts_with_shares(part, beside);
  }

  // 公开480条。业务信息360条，占75%；其它120条，占25%: the parts or their shares are all of it.
  template <typename Beside>
  std::uint32_t total_of_parts_with_shares(std::size_t part, Beside beside) const {
    Decimal sum = 0, percent = 0;
    std::vector<std::size_t> parts;
    for (std::size_t k = 0; k + 1 < numerals_.size(); ++k) {
      const std::u16string_view unit = numerals_[k].unit.name();
      if (!is_count(k) || !numerals_[k + 1].quantity.percent ||
          (unit != numerals_[part].unit.name() && !unit.empty()))
        continue;
      parts.push_back(k);
      sum = sum + numerals_[k].quantity.value;
      percent = percent + numerals_[k + 1].quantity.value;
    }
    if (parts.size() < 2) return Counted::none;
    const bool all_of_it = std::fabs(percent.to_double() - 100) < 0.5;
    // All shares but one at most must be right for it; that 0 is 0 % of it tells nothing.
    const auto suits = [&](std::uint32_t id) {
      std::size_t right = 0, telling = 0;
      for (std::size_t k : parts) {
        if (numerals_[k].quantity.value > ledger_.figures[id].quantity.value) return false;
        if (numerals_[k].quantity.value.is_zero()) continue;
        ++telling;
        right += prints_share_of(numerals_[k + 1].quantity, k, id);
      }
      return right > 0 && right + 1 >= telling;
    };
    for (std::uint32_t id = counted_.figure[parts.front()]; id > 0; --id) {
      const Figure& f = ledger_.figures[id - 1];
      if (f.sentence + sentences_back < figure(part).sentence) break;
      const bool possible = f.kind == FigureKind::count && !f.change && f.quantity.exact() && beside(id - 1);
      const bool whole = f.quantity.value == sum || (all_of_it && f.sentence < figure(part).sentence);
      if (possible && whole && suits(id - 1)) return id - 1;
    }
    return Counted::none;
  }

  bool prints_share_of(const Quantity& percentage, std::size_t part, std::uint32_t base_figure) const {
    const Quantity &a = numerals_[part].quantity, &b = ledger_.figures[base_figure].quantity;
    return prints_as(percentage, a.low.to_double(), a.high.to_double(), b.low.to_double(),
                     b.high.to_double());
  }

  // A figure of the text: the one that is known to be the base, or the only one there is.
  bool of_figure(std::size_t i, std::size_t part, bool evident, Share& made) {
    const std::vector<std::size_t> bases = bases_before(part);
    const std::uint32_t total = known_base(i, part);
    if (total != Counted::none && std::none_of(bases.begin(), bases.end(),
                                               [&](std::size_t b) { return counted_.figure[b] == total; })) {
      made.base = total;
      made.base_value = ledger_.figures[total].quantity.value;
      made.right = prints_share_of(numerals_[i].quantity, part, total);
      made.checked = made.right || (evident && !made.base_value.is_zero());
      return true;
    }
    if (bases.empty()) return false;
    std::size_t base = bases.front();
    bool known = bases.size() == 1 && belongs_together(base, part);
    for (std::size_t candidate : bases)
      if (counted_.figure[candidate] == total) {
        base = candidate;
        known = true;
      }
    made.right = prints(numerals_[i].quantity, part, base);
    for (std::size_t candidate : bases)
      if (!made.right && !numerals_[candidate].quantity.value.is_zero() &&
          prints(numerals_[i].quantity, part, candidate)) {
        base = candidate;
        made.right = true;
      }
    made.base = counted_.figure[base];
    made.base_value = numerals_[base].quantity.value;
    made.checked = made.right || (evident && known);
    return true;
  }

  // 不予公开35件，占4%；不予处理158件，占20%: what stands before a ; or has a share of its own is no base.
  bool belongs_together(std::size_t base, std::size_t part) const {
    for (std::size_t i = base + 1; i < part; ++i)
      if (numerals_[i].quantity.percent) return false;
    const std::u16string_view gap = sentence_.text(numerals_[base].end, numerals_[part].begin);
    return gap.find(u';') == gap.npos;
  }

  // 予以公开966件，占66.48%: of all that was received or handled, though the text does not say so.
  bool of_request_total(std::size_t i, std::size_t part, Share& made) {
    if (figure(part).measure.count != Count::outcome) return false;
    const Quantity& a = numerals_[part].quantity;
    for (const auto& rows : Rows{{"outcome_total"}, {"new_requests"}, {"new_requests", "carried_over"}}) {
      const auto base = sum_of(rows);
      if (!base || base->is_zero()) continue;
      const double value = base->to_double();
      if (!prints_as(numerals_[i].quantity, a.low.to_double(), a.high.to_double(), value, value)) continue;
      made.base_cell = report_.ref("requests", rows.front(), "total");
      made.base_value = *base;
      made.base.reset();
      made.checked = made.right = true;
      return true;
    }
    return false;
  }

  // 行政复议纠正21件，…；行政诉讼败诉21件，败诉率18.9%: suits are no part of reviews.
  bool of_one_kind(std::size_t base, std::size_t part) const {
    const auto is_case = [](Count count) { return count == Count::review || count == Count::suits; };
    const Count a = figure(base).measure.count, b = figure(part).measure.count;
    return a == b || (!is_case(a) && !is_case(b));
  }

  bool named(std::size_t part, std::u16string_view stem) const {
    const std::u16string_view lead = sentence_.text(around(sentence_, part).begin, numerals_[part].begin);
    return !stem.empty() && lead.find(stem) != lead.npos;
  }

  // N件, 按期办结M件, 按期办结率P%: the rate is named after what its part counts.
  bool rate(std::size_t i, const std::u16string& stem, Share& made) {
    std::size_t part = part_before(i);
    if (part == numerals_.size()) return false;
    for (std::size_t k = part; k > 0 && !named(part, stem); --k)  // 办结47件，结转下年3件，办结率94%
      if (is_count(k - 1) && named(k - 1, stem)) part = k - 1;
    std::vector<std::size_t> bases = bases_before(part);
    const int depth = sentence_.clauses[numerals_[part].clause].depth;
    bases.erase(
        std::remove_if(bases.begin(), bases.end(),
                       [&](std::size_t b) { return sentence_.clauses[numerals_[b].clause].depth > depth; }),
        bases.end());
    made.part = counted_.figure[part];
    made.part_value = numerals_[part].quantity.value;
    if (bases.empty()) {
      const Figure& f = figure(part);
      const bool handled = f.cls == FigureClass::matches &&
                           (f.measure.count == Count::replied || f.measure.count == Count::concluded);
      const bool of_handling =
          stem.find(u'办') != stem.npos || stem.find(u'复') != stem.npos;  // 公开率 is none
      return handled && of_handling && named(part, stem) &&
             of_cell(i, part, {{"outcome_total"}, {"new_requests"}, {"new_requests", "carried_over"}}, made);
    }
    for (std::size_t base : bases) {
      if (!prints(numerals_[i].quantity, part, base)) continue;
      made.base = counted_.figure[base];
      made.base_value = numerals_[base].quantity.value;
      made.checked = true;
      return true;
    }
    const bool hundred = numerals_[i].quantity.value == Decimal(100);  // of those that were due
    const bool evident = !hundred && bases.size() == 1 && named(part, stem) &&
                         of_one_kind(bases.front(), part) &&
                         numerals_[part].quantity.value <= numerals_[bases.front()].quantity.value;
    if (!evident) return false;
    made.base = counted_.figure[bases.front()];
    made.base_value = numerals_[bases.front()].quantity.value;
    made.checked = true;
    made.right = false;
    return true;
  }

  const Counted& counted_;
  const Sentence& sentence_;
  const std::vector<Numeral>& numerals_;
  const Report& report_;
  Ledger& ledger_;
  std::size_t first_share_ = 0;
  std::vector<std::size_t> open_;  // shares of outcomes whose total is not said
};

}  // namespace

void find_shares(const Counted& counted, const Report& report, Ledger& ledger) {
  ShareFinder(counted, report, ledger).find();
}

}  // namespace nianbao::prose
