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
      u"文案证事信邮附软硬条来办要稿请部元急函转交头线教选奖款专各逐这层多批再首每档名频一几数何该些单备逐本上下同子";
  if (text.back() == u'件' && before == u'开') return text.find(u"申请公开") != text.npos;  // 依申请公开件
  return making_words.find(before) != making_words.npos;
}

class GapFinder {
 public:
  GapFinder(const Counted& counted, Ledger& ledger)
      : counted_(counted), sentence_(counted.sentence), ledger_(ledger), numbered_(sentence_.clauses.size(), false) {
    for (const Numeral& n : sentence_.numerals) numbered_[n.clause] = true;
  }

  void find() {
    for (std::uint32_t i = 0; i < sentence_.clauses.size(); ++i)
      if (!numbered_[i]) missing_number(i);
    missing_units();
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
    ledger_.gaps.push_back({Gap::number, sentence_.passage->back(summed ? total_word->begin : outcome_word->begin, end), std::u16string(1, text.back())});
  }

  std::vector<Hit>::const_iterator first_hit(std::uint32_t at) const {
    return std::lower_bound(sentence_.hits.begin(), sentence_.hits.end(), at, [](const Hit& h, std::uint32_t b) { return h.begin < b; });
  }

  bool counts_outcomes() const {
    for (std::uint32_t id : counted_.figure)
      if (id != Counted::none && ledger_.figures[id].measure.count == Count::outcome) return true;
    return false;
  }

  // One number without a unit among outcomes that all have one.
  void missing_units() {
    std::u16string_view unit;
    std::vector<std::uint32_t> without;
    int with = 0;
    for (std::uint32_t id : counted_.figure) {
      if (id == Counted::none || ledger_.figures[id].measure.count != Count::outcome) continue;
      const Figure& f = ledger_.figures[id];
      if (f.unit.empty()) without.push_back(id);
      else if (with++ == 0) unit = f.unit;
    }
    if (with >= 1 && without.size() == 1) ledger_.gaps.push_back({Gap::unit, ledger_.figures[without.front()].clause, std::u16string(unit)});
  }

  const Counted& counted_;
  const Sentence& sentence_;
  Ledger& ledger_;
  std::vector<bool> numbered_;
};

}  // namespace

void find_gaps(const Counted& counted, Ledger& ledger) { GapFinder(counted, ledger).find(); }

}  // namespace nianbao::prose
