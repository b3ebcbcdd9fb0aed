#include "narrative/known.h"

#include <algorithm>

#include "base/matching.h"
#include "base/unicode.h"
#include "report/agency.h"

namespace nianbao::prose {
namespace {

// Walks over a stretch and stops at what nothing covers.
class Coverage {
 public:
  Coverage(const Sentence& sentence, std::uint32_t from, std::uint32_t to)
      : sentence_(sentence), at_(from), to_(to) {
    const auto begins = [](const auto& piece, std::uint32_t at) { return piece.end <= at; };
    hit_ = std::lower_bound(sentence.hits.begin(), sentence.hits.end(), from, begins);
    numeral_ = std::lower_bound(sentence.numerals.begin(), sentence.numerals.end(), from, begins);
  }

  // The next run of uncovered Chinese characters; empty at the end.
  Stretch next() {
    while (at_ < to_ && !uncovered()) {
    }
    const std::uint32_t begin = at_;
    while (at_ < to_ && is_han(text(at_)) && !covered_to()) ++at_;
    return {begin, at_};
  }

 private:
  char16_t text(std::uint32_t at) const { return sentence_.passage->text[at]; }

  // Where a word or number that covers this place ends, or 0.
  std::uint32_t covered_to() {
    while (hit_ != sentence_.hits.end() && hit_->end <= at_) ++hit_;
    while (numeral_ != sentence_.numerals.end() && numeral_->end <= at_) ++numeral_;
    if (hit_ != sentence_.hits.end() && hit_->begin <= at_) return hit_->end;
    return numeral_ != sentence_.numerals.end() && numeral_->begin <= at_ ? numeral_->end : 0;
  }

  // Goes on by one piece, unless an uncovered character stands here.
  bool uncovered() {
    if (const std::uint32_t end = covered_to()) {
      at_ = end;
      return false;
    }
    const char16_t c = text(at_);
    if (is_ascii_digit(c)) {
      behind_number();
    } else if (c == u'《' || c == u'(') {
      const auto close = sentence_.passage->text.find(c == u'(' ? u')' : u'》', at_);
      at_ = close == std::u16string::npos || close >= to_ ? at_ + 1 : static_cast<std::uint32_t>(close) + 1;
    } else if (is_han(c)) {
      return true;
    } else {
      ++at_;
    }
    return false;
  }

  // 1月, 20个工作日
  void behind_number() {
    while (at_ < to_ && (is_ascii_digit(text(at_)) || text(at_) == u'.')) ++at_;
    const Unit unit = unit_at(sentence_.passage->text, at_);
    if (unit.kind == UnitKind::time) at_ = std::min(to_, at_ + static_cast<std::uint32_t>(unit.text.size()));
  }

  const Sentence& sentence_;
  std::vector<Hit>::const_iterator hit_;
  std::vector<Numeral>::const_iterator numeral_;
  std::uint32_t at_, to_;
};

}  // namespace

Stretch unknown_word(const Sentence& sentence, std::uint32_t from, std::uint32_t to,
                     std::u16string_view agency) {
  Coverage coverage(sentence, from, to);
  for (Stretch word = coverage.next(); word.length() > 0; word = coverage.next()) {
    const std::u16string_view name = sentence.text(word.begin, word.end);
    const bool own_name = !agency.empty() && (agency.find(name) != agency.npos || is_short_for(name, agency));
    if (!own_name) return word;
  }
  return {};
}

}  // namespace nianbao::prose
