// What is missing: the number in 共主动公开条, the unit in 部分公开67，占4.61%.
#include <algorithm>

#include "base/unicode.h"
#include "narrative/meaning.h"
#include "narrative/relations.h"

namespace nianbao::prose {
namespace {

using namespace sense;  // NOLINT(google-build-using-namespace)

constexpr std::u16string_view classifiers = u"条件份篇项次";
constexpr std::size_t longest_gap = 16;  // between 共 and the classifier

// Words that end like a classifier.
bool ends_a_word(std::u16string_view text) {
  if (text.size() < 2) return true;
  const char16_t before = text[text.size() - 2];
  constexpr std::u16string_view making_words =
      u"文案证事信邮附软硬条来办要稿请部元急函转交头线教选奖款专各逐这层多批再首每档名频一几数何该些单备逐本"
      u"上下同子";
  if (text.back() == u'件' && before == u'开') return text.find(u"申请公开") != text.npos;  // 依申请公开件
  return making_words.find(before) != making_words.npos;
}

class GapFinder {
 public:
  GapFinder(const Counted& counted, Ledger& ledger)
      : counted_(counted),
        sentence_(counted.sentence),
        ledger_(ledger),
        numbered_(sentence_.clauses.size(), false) {
    for (const Numeral& n : sentence_.numerals) numbered_[n.clause] = true;
  }

  void find() {
    for (std::uint32_t i = 0; i < sentence_.clauses.size(); ++i) {
      if (numbered_[i]) continue;
      missing_number(i);
      missing_documents(i);
    }
    missing_unit_of_outcome();
    for (std::size_t first = 0; first < sentence_.numerals.size();) {
      const std::size_t end = end_of_list(first);
      missing_unit_in_list(first, end);
      first = end;
    }
  }

 private:
  void missing_number(std::uint32_t index) {
    const Clause& clause = sentence_.clauses[index];
    std::uint32_t end = clause.end;
    while (end > clause.begin && !is_han(sentence_.passage->text[end - 1])) --end;
    const std::u16string_view text = sentence_.text(clause.begin, end);
    if (text.size() < 3 || classifiers.find(text.back()) == classifiers.npos || ends_a_word(text)) return;
    const Hit* total_word = nullptr;
    Senses after = 0;
    const Hit* outcome_word = nullptr;
    for (auto hit = first_hit(clause.begin); hit != sentence_.hits.end() && hit->begin < end; ++hit) {
      if (hit->clause != index) continue;
      if (hit->senses & (negation | than | each | average)) return;
      if (hit->senses & sense::total) total_word = &*hit;
      else if (total_word != nullptr) after |= hit->senses;
      if (hit->senses & outcome) outcome_word = &*hit;
    }
    constexpr Senses did = take_new | take | accept | process | conclude | reply | publish | issue;
    const bool summed = total_word != nullptr && (after & did) && end - total_word->end <= longest_gap;
    // 件 itself is a word that says nothing.
    const bool listed = outcome_word != nullptr && outcome_word->end + 1 == end && counts_outcomes();
    if (!summed && !listed) return;
    ledger_.gaps.push_back({Gap::number,
                            sentence_.passage->back(summed ? total_word->begin : outcome_word->begin, end),
                            std::u16string(1, text.back())});
  }

  // 制发行政规范性文件3件，废止2件，现行有效的行政规范性文件。: those before it have their numbers.
  void missing_documents(std::uint32_t index) {
    const Clause& clause = sentence_.clauses[index];
    const Hit* last = nullptr;
    bool state = false;
    for (auto hit = first_hit(clause.begin); hit != sentence_.hits.end() && hit->begin < clause.end; ++hit) {
      if (hit->clause != index) continue;
      if (hit->senses & (negation | process | publish | foreign)) return;
      state = state || (hit->senses & (issue | repeal | in_force));
      last = &*hit;
    }
    if (!state || last == nullptr || !(last->senses & (document | regulation)) || last->end != clause.end)
      return;
    if (unknown_word(sentence_, clause.begin, clause.end, {}).length() > 0) return;
    for (std::size_t i = 0; i < counted_.figure.size(); ++i) {
      const bool counts = counted_.figure[i] != Counted::none &&
                          ledger_.figures[counted_.figure[i]].measure.count == Count::documents;
      if (!counts || sentence_.numerals[i].begin > clause.begin) continue;
      const std::u16string unit(sentence_.numerals[i].unit.name());
      ledger_.gaps.push_back({Gap::number, sentence_.passage->back(clause.begin, clause.end), unit});
      return;
    }
  }

  std::vector<Hit>::const_iterator first_hit(std::uint32_t at) const {
    return std::lower_bound(sentence_.hits.begin(), sentence_.hits.end(), at,
                            [](const Hit& h, std::uint32_t b) { return h.begin < b; });
  }

  bool counts_outcomes() const {
    for (std::uint32_t id : counted_.figure)
      if (id != Counted::none && ledger_.figures[id].measure.count == Count::outcome) return true;
    return false;
  }

  // One number without a unit among outcomes that all have one.
  void missing_unit_of_outcome() {
    std::vector<std::size_t> outcomes;
    for (std::size_t i = 0; i < counted_.figure.size(); ++i)
      if (is_outcome(i)) outcomes.push_back(i);
    missing_unit(outcomes, 1);
  }

  // The same in a list: 公告66件、通知40件、简报12、解读9件. Outcomes have been looked at.
  void missing_unit_in_list(std::size_t first, std::size_t end) {
    std::vector<std::size_t> items;
    for (std::size_t i = first; i < end; ++i) {
      if (is_outcome(i)) return;
      items.push_back(i);
    }
    missing_unit(items, 2);
  }

  void missing_unit(const std::vector<std::size_t>& items, std::size_t at_least) {
    std::u16string_view unit;
    std::size_t with = 0, without = 0, at = 0;
    for (std::size_t i : items) {
      const Unit& own = sentence_.numerals[i].unit;
      if (own.kind == UnitKind::none) {
        ++without;
        at = i;
      } else if (with++ == 0) {
        unit = own.name();
      } else if (own.name() != unit) {
        return;
      }
    }
    if (with < at_least || without != 1 || needs_no_unit(at)) return;
    const std::uint32_t id = counted_.figure[at];
    if (id != Counted::none)
      ledger_.gaps.push_back({Gap::unit, ledger_.figures[id].clause, std::u16string(unit)});
  }

  bool is_outcome(std::size_t i) const {
    const std::uint32_t id = counted_.figure[i];
    return id != Counted::none && ledger_.figures[id].measure.count == Count::outcome;
  }

  // Where the list of numbers that begins with `first` ends: items of one number each, parted by 、.
  std::size_t end_of_list(std::size_t first) const {
    std::size_t i = first + 1;
    for (; i < sentence_.numerals.size(); ++i) {
      const std::uint32_t own = sentence_.numerals[i].clause, last = sentence_.numerals[i - 1].clause;
      if (sentence_.clauses[own].opened_by != u'、' ||
          sentence_.clauses[own].before != static_cast<int>(last))
        break;
    }
    return i;
  }

  // 阅读量5000, 得分98.5, 满意率99%: numbers that stand well without.
  bool needs_no_unit(std::size_t i) const {
    const Numeral& n = sentence_.numerals[i];
    if (n.quantity.percent || n.quantity.value != Decimal(n.quantity.value.whole())) return true;
    const std::uint32_t begin = sentence_.clauses[n.clause].begin;
    std::uint32_t end = n.begin;
    while (end > begin && sentence_.passage->text[end - 1] == u' ') --end;
    const char16_t before = end > begin ? sentence_.passage->text[end - 1] : u'\0';
    return !is_han(before) ||
           std::u16string_view(u"量率值数分名号版比").find(before) != std::u16string_view::npos;
  }

  const Counted& counted_;
  const Sentence& sentence_;
  Ledger& ledger_;
  std::vector<bool> numbered_;
};

}  // namespace

void find_gaps(const Counted& counted, Ledger& ledger) { GapFinder(counted, ledger).find(); }

}  // namespace nianbao::prose
