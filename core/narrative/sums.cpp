// Totals and their parts: 共2583条，其中动态394条、公告780条 …; 3607件（市政府349件、沭阳县477件 …）.
#include <algorithm>
#include <set>

#include "base/matching.h"
#include "base/unicode.h"
#include "narrative/meaning.h"
#include "narrative/relations.h"

namespace nianbao::prose {
namespace {

using namespace sense;  // NOLINT(google-build-using-namespace)

constexpr std::size_t look_back = 6;  // numbers between a total and its 其中
constexpr std::size_t most_parts = 200;
// Units that a list mixes freely: 政府信息64条，其中解读22篇.
bool like_units(std::u16string_view a, std::u16string_view b) {
  constexpr std::u16string_view one_unit_each = u"件条份篇则项起宗例期";
  return a == b || (a.size() == 1 && b.size() == 1 && one_unit_each.find(a) != one_unit_each.npos &&
                    one_unit_each.find(b) != one_unit_each.npos);
}

constexpr Senses work = take_new | take | accept | process | conclude | reply | pending;

class SumFinder {
 public:
  SumFinder(const Counted& counted, Ledger& ledger)
      : counted_(counted), sentence_(counted.sentence), numerals_(sentence_.numerals), ledger_(ledger) {}

  void find() {
    total_behind();
    for (std::size_t i = 0; i < numerals_.size(); ++i) {
      if (!is_summand(i) || !starts_list(i)) continue;
      list_from(i, numerals_[i].unit.name());
      // 其中甲1件，收取880元；乙1件，收取1080元 adds up twice.
      const std::size_t next = i + 1;
      if (next < numerals_.size() && is_summand(next) && numerals_[next].unit.kind == UnitKind::money &&
          numerals_[i].unit.kind == UnitKind::count)
        list_from(next, numerals_[next].unit.name());
    }
    results_of_cases();
  }

 private:
  // 行政复议4件，维持2件、责令重新答复1件、终止审理1件: cases have no more results than there are of them.
  void results_of_cases() {
    std::size_t total = numerals_.size();
    SumList list;
    const auto close = [&] {
      if (list.parts.size() > 1) add(std::move(list));
      list = SumList{};
    };
    for (std::size_t i = 0; i < numerals_.size(); ++i) {
      if (!is_summand(i)) continue;
      const Measure& measure = ledger_.figures[counted_.figure[i]].measure;
      if (measure.count != Count::review && measure.count != Count::suits) continue;
      if (measure.keys.empty()) {
        close();
        total = is_total(counted_.figure[i]) ? numerals_.size() : i;
        continue;
      }
      if (total == numerals_.size() || is_part(i) || !is_result_of(i, total)) continue;
      list.total = counted_.figure[total];
      list.open = true;
      add_part(i, list);
    }
    close();
  }

  bool is_total(std::uint32_t figure) const {
    return std::any_of(ledger_.sums.begin() + static_cast<std::ptrdiff_t>(counted_.first_sum),
                       ledger_.sums.end(), [&](const SumList& list) { return list.total == figure; });
  }

  // Of the same kind of cases and of no other instance, and told beside the total, not inside a bracket.
  bool is_result_of(std::size_t i, std::size_t total) const {
    const Measure &own = ledger_.figures[counted_.figure[i]].measure,
                  &whole = ledger_.figures[counted_.figure[total]].measure;
    const std::u16string_view text = sentence_.text(numerals_[total].end, numerals_[i].begin);
    return own.count == whole.count && own.group == whole.group && depth(i) == depth(total) &&
           !(between(i) & among) && text.find(u"审判") == text.npos && text.find(u"二审") == text.npos &&
           text.find(u"终审") == text.npos;
  }

  bool is_summand(std::size_t i) const {
    if (counted_.figure[i] == Counted::none) return false;
    const Figure& f = ledger_.figures[counted_.figure[i]];
    const UnitKind kind = numerals_[i].unit.kind;
    return (f.kind == FigureKind::count || f.kind == FigureKind::amount) && !f.change &&
           kind != UnitKind::measure && kind != UnitKind::time;
  }

  const Clause& clause(std::size_t i) const { return sentence_.clauses[numerals_[i].clause]; }
  int depth(std::size_t i) const { return clause(i).depth; }

  std::vector<Hit>::const_iterator first_hit(std::uint32_t from) const {
    return std::lower_bound(sentence_.hits.begin(), sentence_.hits.end(), from,
                            [](const Hit& hit, std::uint32_t at) { return hit.begin < at; });
  }

  // Senses of the words between the number before and this one.
  Senses between(std::size_t i) const {
    const std::uint32_t from = i > 0 ? numerals_[i - 1].end : sentence_.begin;
    Senses senses = 0;
    for (auto hit = first_hit(from); hit != sentence_.hits.end() && hit->begin < numerals_[i].begin; ++hit)
      senses |= hit->senses;
    return senses;
  }

  bool first_in_bracket(std::size_t i) const {
    return clause(i).after_numeral && clause(i).depth > 0 && i > 0 && depth(i - 1) < depth(i);
  }

  bool starts_list(std::size_t i) const {
    if (introduced(i)) return true;
    return first_in_bracket(i) || (clause(i).opened_by == u':' && i > 0 && !is_part(i)) ||
           starts_numbers_first(i) || opened_by_a_whole(i) || sorts_documents(i);
  }

  // 网站118条信息中，工作动态66条、…
  bool opened_by_a_whole(std::size_t i) const {
    if (i == 0 || !is_summand(i - 1) || clause(i).opened_by != u',' ||
        clause(i).before != static_cast<int>(numerals_[i - 1].clause))
      return false;
    const Clause& whole = clause(i - 1);
    return whole.end > numerals_[i - 1].end && sentence_.passage->text[whole.end - 1] == u'中';
  }

  // 拟制公文186份，认定主动公开52份、依申请公开41份、不予公开93份: there is no fourth way.
  bool sorts_documents(std::size_t i) const {
    if (i == 0 || i + 2 >= numerals_.size() || !is_summand(i - 1) || is_part(i)) return false;
    int found = 0;
    for (std::u16string_view way : {u"主动公开", u"依申请公开", u"不予公开"})
      for (std::size_t k = i; k < i + 3; ++k) {
        const std::u16string_view lead = sentence_.text(numerals_[k - 1].end, numerals_[k].begin);
        found += is_summand(k) && lead.size() >= way.size() && lead.find(way) != lead.npos &&
                 lead.size() < way.size() + 8;
      }
    return found == 3;
  }

  // 其中, 包括 before the number: in its clause, or alone in a clause of its own.
  // 包含工作动态等信息，公众号512条 is no list.
  bool introduced(std::size_t i) const {
    if (opened_by_words(i)) return true;
    std::size_t k = i;
    while (k > 0 && !is_summand(k - 1)) --k;
    const std::uint32_t from = k > 0 ? numerals_[k - 1].end : sentence_.begin;
    for (auto at = first_hit(from); at != sentence_.hits.end() && at->begin < numerals_[i].begin; ++at) {
      const Hit& hit = *at;
      if (!(hit.senses & (among | including))) continue;
      const Clause& own = sentence_.clauses[hit.clause];
      if (hit.clause == numerals_[i].clause || own.end <= hit.end + 1) return true;
    }
    return false;
  }

  // 在公开信息中，通过网站公开83条: a clause without a number that says 在…中.
  bool opened_by_words(std::size_t i) const {
    const int before = clause(i).before;
    if (before < 0) return false;
    const Clause& words = sentence_.clauses[static_cast<std::size_t>(before)];
    const std::u16string_view text = sentence_.text(words.begin, words.end);
    return text.size() > 2 && text.front() == u'在' && text.back() == u'中' &&
           !has_numeral(sentence_, static_cast<std::uint32_t>(before));
  }

  // 收到7件，3件为网络申请，4件为信件申请: two parts at least, each with its number first.
  bool starts_numbers_first(std::size_t i) const {
    if (i == 0 || !is_summand(i - 1) || number_first(i - 1) || !number_first(i)) return false;
    return came_in(ledger_.figures[counted_.figure[i - 1]]) && i + 1 < numerals_.size() &&
           number_first(i + 1) && is_summand(i + 1);
  }
  // Of a list of this sentence.
  bool is_part(std::size_t i) const { return parts_.count(counted_.figure[i]) != 0; }
  // Of a list of this sentence or of the one before.
  bool is_part_of_any(std::uint32_t figure) const {
    const int sentence = ledger_.figures[figure].sentence;
    for (auto list = ledger_.sums.rbegin(); list != ledger_.sums.rend(); ++list) {
      if (ledger_.figures[list->parts.back()].sentence < sentence) return false;
      if (std::find(list->parts.begin(), list->parts.end(), figure) != list->parts.end()) return true;
    }
    return false;
  }
  void add(SumList list) {
    parts_.insert(list.parts.begin(), list.parts.end());
    ledger_.sums.push_back(std::move(list));
  }
  bool number_first(std::size_t i) const {
    return clause(i).begin == numerals_[i].begin && clause(i).opened_by != 0;
  }

  bool leads_sentence(std::size_t i) const {
    for (std::size_t k = 0; k < i; ++k)
      if (is_summand(k)) return false;
    return ((between(i) & (among | including)) != 0 || opened_by_words(i)) && i < 2;
  }

  // 从申请人看，自然人11件、法人3件；从渠道看，…: the same number, looked at in another way.
  bool looks_another_way(std::size_t first) const {
    const std::uint32_t from = first > 0 ? numerals_[first - 1].end : sentence_.begin;
    const auto way = [&](const Hit& hit) {
      return (hit.senses & including) && one_of(sentence_.passage->text[hit.begin], u"从按");
    };
    return std::any_of(first_hit(from), first_hit(numerals_[first].begin), way);
  }

  std::uint32_t total_for(std::size_t first, std::u16string_view unit) const {
    if (first > 0 && looks_another_way(first)) {
      if (ledger_.sums.size() == counted_.first_sum) return Counted::none;
      const std::uint32_t total = ledger_.sums.back().total;
      return like_units(ledger_.figures[total].unit, unit) ? total : Counted::none;
    }
    for (std::size_t back = 1; back <= look_back && back <= first; ++back) {
      const std::size_t i = first - back;
      const bool outer = depth(i) == depth(first) || (back == 1 && first_in_bracket(first));
      if (!is_summand(i) || !outer || (!first_in_bracket(first) && is_carried(i))) continue;
      if (!first_in_bracket(first) && numerals_[i].quantity.value < numerals_[first].quantity.value &&
          (is_part(i) || larger_before(i, first)))
        continue;
      const bool holds_it =
          numerals_[i].quantity.value >= numerals_[first].quantity.value;  // 处罚信息1104条，其中许可3312件
      if (numerals_[i].unit.name() == unit ||
          (back == 1 && holds_it && like_units(numerals_[i].unit.name(), unit)))
        return counted_.figure[i];
      if (numerals_[i].unit.kind == UnitKind::count && numerals_[first].unit.kind == UnitKind::count)
        return Counted::none;
    }
    if (!leads_sentence(first) && !leads_sentence(first == 0 ? 0 : first - 1)) return Counted::none;
    const std::uint32_t total = total_before(first, unit);
    const bool certain =
        !looks_another_way(first) || (total != Counted::none && came_in(ledger_.figures[total]));
    return certain ? total : Counted::none;
  }

  // 受理59件，上年度结转办理2件，其中结转7件，其余54件按时答复: of 59.
  bool larger_before(std::size_t i, std::size_t first) const {
    for (std::size_t k = i; k > 0 && first - (k - 1) <= look_back; --k) {
      const bool like = is_summand(k - 1) && depth(k - 1) == depth(first) &&
                        numerals_[k - 1].unit.name() == numerals_[first].unit.name();
      if (like && numerals_[k - 1].quantity.value >= numerals_[first].quantity.value) return true;
    }
    return false;
  }

  // 办结89件，2件为上年结转，其中予以公开66件: what was carried is split up by nobody.
  bool is_carried(std::size_t i) const {
    const Count count = ledger_.figures[counted_.figure[i]].measure.count;
    return count == Count::carried_over || count == Count::carried_forward;
  }

  // 收取信息处理费2230元。其中，…: the total stands in the sentence before, if only one figure there can be
  // it.
  std::uint32_t total_before(std::size_t first, std::u16string_view unit) const {
    const int here = ledger_.figures[counted_.figure[first]].sentence;
    std::uint32_t total = Counted::none, received = Counted::none;
    bool only = true, several = false;
    for (std::size_t i = counted_.figure[first]; i > 0; --i) {
      const Figure& f = ledger_.figures[i - 1];
      if (f.sentence < here - 1) break;
      const bool summand = (f.kind == FigureKind::count || f.kind == FigureKind::amount) && !f.change &&
                           !f.word && f.depth == 0;
      if (f.sentence == here - 1 && summand) only = only && total == Counted::none;
      if (f.sentence != here - 1 || !summand || !like_units(f.unit, unit) ||
          is_part_of_any(static_cast<std::uint32_t>(i - 1)))
        continue;
      const auto id = static_cast<std::uint32_t>(i - 1);
      several =
          several || (total != Counted::none && ledger_.figures[total].quantity.value != f.quantity.value);
      if (came_in(f) && received != Counted::none &&
          ledger_.figures[received].quantity.value != f.quantity.value)
        return Counted::none;
      if (came_in(f)) received = id;
      total = id;
    }
    // 收到4件，其中3起…，1起…。其中，…: what came in is the total.
    if (several) return received;
    // Another unit than that of the parts only where nothing else can be meant.
    if (total != Counted::none && ledger_.figures[total].unit != unit && !only &&
        !came_in(ledger_.figures[total]))
      return Counted::none;
    return total;
  }

  static bool came_in(const Figure& f) {
    return f.measure.count == Count::new_requests || f.measure.count == Count::received ||
           f.measure.count == Count::accepted;
  }

  void list_from(std::size_t first, std::u16string_view unit) {
    const std::uint32_t total = total_for(first, unit);
    if (total == Counted::none || is_one_of_several(total, first, unit)) return;
    if (first > 0 && counted_.figure[first - 1] == total && one_each(first - 1)) return;
    SumList list;
    list.total = total;
    std::vector<std::size_t> others;  // counted in another unit: 信息220条，政策文件3302件
    const int named = add_parts(first, unit, ledger_.figures[total], list, others);
    if (const std::uint32_t other = total_that_fits(list, unit, first); other != Counted::none)
      list.total = other;
    const Figure& whole = ledger_.figures[list.total];
    if (list.parts.empty()) return;
    take_in(others, whole, list);
    if (overlaps(list, whole) || makes_up_with_carried(list, whole)) return;
    if (semicolons_ && list.parts.size() == 2 && list.low != whole.quantity.value)
      return;  // two statements rather than parts
    list.units = named >= 2 && named * 2 >= static_cast<int>(list.parts.size());
    list.exhaustive = list.parts.size() >= 2;
    list.complete = leaves_none_out(list);
    list.fee = whole.measure.count == Count::fee_amount || whole.measure.count == Count::fee_cases;
    list.range = {std::min(whole.range.begin, ledger_.figures[list.parts.front()].range.begin),
                  ledger_.figures[list.parts.back()].range.end};
    mark(list);
    add(std::move(list));
  }

  // 建议3件、提案5件，其中主办2件、会办6件: parts of both together.
  bool is_one_of_several(std::uint32_t total, std::size_t first, std::u16string_view unit) const {
    for (std::size_t i = 1; i < first; ++i) {
      if (counted_.figure[i] != total) continue;
      const bool listed =
          clause(i).opened_by == u'、' && is_summand(i - 1) && numerals_[i - 1].unit.name() == unit;
      return listed && depth(i) == depth(first) && (between(first) & among) && !is_part(i);
    }
    return false;
  }

  // 自然人34件、法人或其他组织4件; 收到24件，其中23件已答复，1件结转: there is no third kind.
  bool leaves_none_out(const SumList& list) const {
    if (list.parts.size() != 2 || list.open) return false;
    const Measure &a = ledger_.figures[list.parts[0]].measure, &b = ledger_.figures[list.parts[1]].measure;
    constexpr std::size_t columns_of_organisations = 5;
    if (a.count == Count::applicants && b.count == Count::applicants)
      return a.keys.size() + b.keys.size() == columns_of_organisations + 1;
    const auto done = [](Count count) { return count == Count::replied || count == Count::concluded; };
    return came_in(ledger_.figures[list.total]) && ((done(a.count) && b.count == Count::carried_forward) ||
                                                    (done(b.count) && a.count == Count::carried_forward));
  }

  // 新收7件，上年转来1件，应办8件。其中公开4件、…: of several totals in the sentence before the one that the
  // parts add up to.
  std::uint32_t total_that_fits(const SumList& list, std::u16string_view unit, std::size_t first) const {
    const Figure& chosen = ledger_.figures[list.total];
    if (list.low == chosen.quantity.value ||
        chosen.sentence == ledger_.figures[counted_.figure[first]].sentence)
      return Counted::none;
    for (std::uint32_t id = counted_.figure[first];
         id-- > 0 && ledger_.figures[id].sentence == chosen.sentence;) {
      const Figure& f = ledger_.figures[id];
      if (f.kind == chosen.kind && !f.change && !f.word && f.depth == 0 && f.unit == unit &&
          f.quantity.value == list.low)
        return id;
    }
    return Counted::none;
  }

  // 受理59件，上年结转2件，其中结转7件，其余54件: of both together.
  bool makes_up_with_carried(const SumList& list, const Figure& whole) const {
    for (std::uint32_t id : counted_.figure) {
      if (id == Counted::none) continue;
      const Figure& f = ledger_.figures[id];
      const bool carried = f.measure.count == Count::carried_over && f.unit == whole.unit;
      if (carried && list.low == whole.quantity.value + f.quantity.value) return true;
    }
    return false;
  }

  // 办理8517件，其中办结8517件、公开3880件: what is all of it has no others beside it.
  bool overlaps(const SumList& list, const Figure& whole) const {
    if (list.low == whole.quantity.value) return false;
    return std::any_of(list.parts.begin(), list.parts.end(), [&](std::uint32_t part) {
      return ledger_.figures[part].quantity.value == whole.quantity.value && (senses_before(part) & work);
    });
  }

  // 三年分别收到申请71件、77件、82件
  bool one_each(std::size_t i) const {
    const Around words = around(sentence_, i);
    return std::any_of(words.lead.begin(), words.lead.end(),
                       [&](const Hit& hit) { return sentence_.text(hit.begin, hit.end) == u"分别"; });
  }

  // The parts from numeral `first` up to the end of the list; gives how many of them name a body.
  int add_parts(std::size_t first, std::u16string_view unit, const Figure& whole, SumList& list,
                std::vector<std::size_t>& others) {
    const bool whole_sentence = whole.sentence != ledger_.figures[counted_.figure[first]].sentence;
    const Senses allowed = between(first) | lead_of(first) | senses_before(list.total);
    int named = 0;
    semicolons_ = false;
    const bool numbers_first = !introduced(first) && starts_numbers_first(first);
    for (std::size_t i = first; i < numerals_.size() && list.parts.size() < most_parts; ++i) {
      if (i > first && (ends_list(i, first, allowed, whole_sentence) || (numbers_first && !number_first(i))))
        break;
      if (i > first && is_summand(i) && (is_of_another_step(i, first) || is_of_another_year(i, first))) break;
      if (i > first && is_summand(i) && told_anew(i, first) &&
          list.low + numerals_[i].quantity.low > whole.quantity.high)
        break;
      if (!same_list(i, first) || !is_summand(i)) continue;
      if (numerals_[i].unit.name() != unit && numerals_[i].unit.kind != UnitKind::none) {
        const bool counts =
            numerals_[i].unit.kind == UnitKind::count && numerals_[first].unit.kind == UnitKind::count;
        if (counts && !beside_part(i, unit)) others.push_back(i);
        continue;
      }
      add_part(i, list);
      named += names_body(i);
      list.open = list.open || is_open(i);
      const bool goes_on = i + 1 < numerals_.size() && clause(i + 1).opened_by == u'、';
      if (list.parts.size() > 1 && !goes_on && list.low == list.high && list.low == whole.quantity.value)
        break;
    }
    return named;
  }

  bool is_of_another_year(std::size_t i, std::size_t first) const {
    return ledger_.figures[counted_.figure[i]].span == Span::other_year &&
           ledger_.figures[counted_.figure[first]].span != Span::other_year;
  }

  // 其中政府新收3件，予以公开3件，部门新收6件: what came in, and what became of it
  bool is_of_another_step(std::size_t i, std::size_t first) const {
    const Figure &a = ledger_.figures[counted_.figure[first]], &b = ledger_.figures[counted_.figure[i]];
    return came_in(a) && b.measure.count == Count::outcome;
  }

  // 其中政府信息53条，通过平台公开220条: the second may be a statement of its own.
  bool told_anew(std::size_t i, std::size_t first) const {
    const std::u16string_view words = sentence_.text(clause(i).begin, numerals_[i].begin);
    const bool anew = words.starts_with(u"通过") || words.starts_with(u"在") || strong_break(i);
    return anew && (lead_of(i) & publish) && !(lead_of(first) & publish);
  }

  // 微信公开271次1171条: the item is counted in both units, and the list in one of them.
  bool beside_part(std::size_t i, std::u16string_view unit) const {
    const auto part = [&](std::size_t k) {
      return k < numerals_.size() && numerals_[k].clause == numerals_[i].clause && is_summand(k) &&
             numerals_[k].unit.name() == unit;
    };
    return part(i + 1) || (i > 0 && part(i - 1));
  }

  void add_part(std::size_t i, SumList& list) const {
    const int times = repeated(i);
    list.parts.push_back(counted_.figure[i]);
    list.times.push_back(times);
    for (int n = 0; n < times; ++n) {
      list.low = list.low + numerals_[i].quantity.low;
      list.high = list.high + numerals_[i].quantity.high;
    }
  }

  // Parts in other units belong to the list if it adds up with them, or if their units are much the same;
  // else there is no telling.
  void take_in(const std::vector<std::size_t>& others, const Figure& whole, SumList& list) const {
    if (others.empty() || list.low == whole.quantity.value) return;
    Decimal sum = list.low;
    bool alike = true;
    for (std::size_t i : others) {
      sum = sum + numerals_[i].quantity.value;
      const bool amid = clause(i).opened_by == u'、' && counted_.figure[i] < list.parts.back();
      alike = alike && (amid || like_units(numerals_[i].unit.name(), whole.unit));
    }
    const bool adds_up = sum == whole.quantity.value;
    list.open = list.open || (!adds_up && !alike);
    if ((!adds_up && !alike) || list.low != list.high) return;
    for (std::size_t i : others) {
      list.parts.push_back(counted_.figure[i]);
      list.times.push_back(1);
    }
    list.low = list.high = sum;
  }

  // The last number that is no share: 建议6件、提案9件，共15件，办结率100%.
  std::size_t last_count() const {
    std::size_t last = numerals_.size() - 1;
    while (last > 0 && numerals_[last].quantity.percent) --last;
    return last;
  }

  // 发布信息100条；解读5条、图解3条，共8条: a plain 共 counts what stands behind the last ;.
  std::size_t behind_last_break(std::size_t i) const {
    while (i > 0 && !strong_break(i)) --i;
    return i;
  }

  // 甲45条，乙153条，总计公开198条: led by 总计 or 合计, a number is the total of all before it.
  void total_behind() {
    const std::size_t last = numerals_.empty() ? 0 : last_count();
    for (std::size_t i = 2; i <= last; ++i) {
      if (!is_summand(i)) continue;
      const Around words = around(sentence_, i);
      if (words.lead.empty() || !(words.lead.front().senses & sense::total) ||
          words.lead.front().begin != clause(i).begin)
        continue;
      if (words.lead_senses & (issue | repeal | in_force)) continue;  // 累计有效19件
      const bool beside = words.lead.front().end == numerals_[i].begin;
      const std::u16string_view word = sentence_.text(words.lead.front().begin, words.lead.front().end);
      if (i < last && (!beside || !one_of(word, {u"合计", u"共计", u"总计"}))) continue;
      const bool plain = word == u"共";
      if (!plain || beside)
        add_total_behind(i, plain ? behind_last_break(i) : 0, beside && !plain && word != u"累计");
    }
  }

  void add_total_behind(std::size_t last, std::size_t first, bool complete) {
    // 新收8275件，予以公开2947件，不予公开947件，总计8517件: of the outcomes, if there are any.
    const auto is_outcome = [&](std::size_t i) {
      return is_summand(i) && ledger_.figures[counted_.figure[i]].measure.count == Count::outcome;
    };
    if (is_outcome(last - 1))
      for (std::size_t i = last; i > first && is_outcome(i - 1); --i)
        if (i - 1 > first && !is_outcome(i - 2)) first = i - 1;
    if (last - first < 2 || last - first > most_parts) return;
    SumList list;
    list.total = counted_.figure[last];
    for (std::size_t i = first; i < last; ++i) {
      if (!is_summand(i) || depth(i) != 0 || numerals_[i].unit.name() != numerals_[last].unit.name()) return;
      add_part(i, list);
    }
    const Figure& whole = ledger_.figures[list.total];
    list.exhaustive = true;
    list.complete = complete;
    list.range = {ledger_.figures[list.parts.front()].range.begin, whole.range.end};
    mark(list);
    add(std::move(list));
  }

  // Words of the clause before the number.
  Senses lead_of(std::size_t i) const { return around(sentence_, i).lead_senses; }

  Senses senses_before(std::uint32_t figure) const {
    for (std::size_t i = 0; i < numerals_.size(); ++i)
      if (counted_.figure[i] == figure) return lead_of(i);
    return work;  // in the sentence before
  }

  // Brackets inside a part are not parts; a list in a bracket ends with it.
  bool same_list(std::size_t i, std::size_t first) const {
    return depth(i) == depth(first) && clause(i).outer == clause(first).outer;
  }

  bool ends_list(std::size_t i, std::size_t first, Senses allowed, bool whole_sentence) {
    if (depth(i) < depth(first)) return true;
    if (depth(i) > depth(first)) return false;
    const Senses words = between(i);
    if (words & (among | including)) return true;
    if ((words & aside) && !is_the_rest(i)) return true;
    if (!whole_sentence && depth(first) == 0 && strong_break(i)) {
      if (i == first + 1) semicolons_ = true;
      if (!semicolons_) return true;
    }
    const Around own = around(sentence_, i);
    for (std::size_t k = 0; k < own.lead.size(); ++k) {
      // 提案办理3条 names a part, 办理提案3条 begins something new.
      const bool names =
          k > 0 && (own.lead[k - 1].senses & foreign) && own.lead[k - 1].end == own.lead[k].begin;
      if (!names && (own.lead[k].senses & work & ~allowed)) return true;
    }
    // 合计… begins something new; 年报、执法报告共6条 is an item.
    return !own.lead.empty() && (own.lead.front().senses & sense::total) &&
           own.lead.front().begin == clause(i).begin && !(allowed & sense::total);
  }

  // 另3起均已回复, 其余3起 close a list.
  bool is_the_rest(std::size_t i) const {
    for (const Hit& hit : around(sentence_, i).lead)
      if ((hit.senses & aside) && ((hit.senses & these) || hit.end == numerals_[i].begin)) return true;
    return false;
  }

  bool strong_break(std::size_t i) const {
    const std::u16string_view gap = sentence_.text(numerals_[i - 1].end, numerals_[i].begin);
    return gap.find(u';') != gap.npos;
  }

  // 意见征集及结果反馈各19条 counts twice.
  int repeated(std::size_t i) const {
    const Around words = around(sentence_, i);
    for (const Hit& hit : words.lead) {
      if (!(hit.senses & each)) continue;
      int names = 1;
      std::uint32_t from = words.begin;
      for (const Hit& before : words.lead)
        if (before.begin < hit.begin && (before.senses & (among | including))) from = before.end;
      for (char16_t c : sentence_.text(from, hit.begin))
        names += c == u'、' || c == u'和' || c == u'及' || c == u'与';
      return names;
    }
    return 1;
  }

  bool names_body(std::size_t i) const {
    std::uint32_t at = numerals_[i].begin;
    const Around words = around(sentence_, i);
    for (auto hit = words.lead.rbegin(); hit != words.lead.rend() && hit->end == at && (hit->senses & glue);
         ++hit)
      at = hit->begin;
    if (at <= words.begin) return false;
    return std::u16string_view(u"局县区市镇乡道办委院厅处府门心旗州社")
               .find(sentence_.passage->text[at - 1]) != std::u16string_view::npos;
  }

  bool is_open(std::size_t i) const {
    // Behind the number it ends the list; before it, it belongs to the item's name: 图解等解读材料120条.
    for (const Hit& hit : around(sentence_, i).tail)
      if ((hit.senses & open_list) && hit.begin == numerals_[i].end &&
          sentence_.text(hit.begin, hit.end) == u"等")
        return true;
    return false;
  }

  void mark(const SumList& list) {
    Figure& whole = ledger_.figures[list.total];
    const auto belongs = [](Figure& f) {
      if (f.cls == FigureClass::not_about_tables || f.cls == FigureClass::not_understood)
        f.cls = FigureClass::part_of_sum;
    };
    belongs(whole);
    for (std::uint32_t part : list.parts) {
      belongs(ledger_.figures[part]);
      ledger_.figures[part].figures.push_back(list.total);
      whole.figures.push_back(part);
    }
  }

  const Counted& counted_;
  const Sentence& sentence_;
  const std::vector<Numeral>& numerals_;
  Ledger& ledger_;
  bool semicolons_ = false;        // the list being read is parted by ;
  std::set<std::uint32_t> parts_;  // figures that are parts in this sentence's lists so far
};

}  // namespace

void find_sums(const Counted& counted, Ledger& ledger) { SumFinder(counted, ledger).find(); }

}  // namespace nianbao::prose
