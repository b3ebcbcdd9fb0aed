#include "report/run_together.h"

#include <algorithm>
#include <optional>

#include "base/matching.h"
#include "base/unicode.h"
#include "report/bind.h"
#include "report/form_words.h"

namespace nianbao {
namespace {

constexpr std::size_t longest_word = 4000;  // a whole table may be one word

bool is_wordly(char16_t c) {
  return is_han(c) || is_ascii_digit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

// Takes `suffix` off the end.
bool drop_end(std::u16string_view& text, std::u16string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.remove_suffix(suffix.size());
  return true;
}

bool is_numeral(char16_t c) { return one_of(c, u"一二三四五六七八九十"); }

class RunTogether {
 public:
  RunTogether(const Document& document, Range range)
      : document_(document), range_(range), folded_(fold(document.view(range))) {
    for (std::size_t i = 0; i < folded_.text.size(); ++i)
      if (is_wordly(folded_.text[i])) letters_.push_back(folded_.text[i]), places_.push_back(i);
  }

  std::vector<RunPart> parts() {
    for (std::size_t i = 0; i < letters_.size();) {
      const PrintedWord* word = word_at(i);
      if (word == nullptr) {
        if (!may_stand_between(letters_[i])) return {};
        ++i;
        continue;
      }
      const std::size_t begin = places_[i], end = places_[i + word->key.size() - 1] + 1;
      if (!between(begin, word)) return {};
      parts_.back().range.end = source_end(end);
      done_ = end;
      labels_ = true;
      i += word->key.size();
    }
    if (!labels_ || !between(folded_.text.size(), nullptr)) return {};
    return std::move(parts_);
  }

 private:
  const PrintedWord* word_at(std::size_t at) const {
    for (const PrintedWord& word : printed_words())
      if (word.key[0] == letters_[at] && letters_.compare(at, word.key.size(), word.key) == 0) return &word;
    return nullptr;
  }

  // Digits, numerals of labels, units.
  static bool may_stand_between(char16_t c) {
    return is_ascii_digit(c) || is_numeral(c) || one_of(c, u"件项个条份次人宗元万无");
  }

  std::uint32_t source_end(std::size_t end) const { return range_.begin + folded_.source_end(end - 1); }

  // What stands before the label that begins at `begin`, or at the end of the word: marks, one value, the
  // label's number.
  bool between(std::size_t begin, const PrintedWord* label) {
    std::u16string_view gap = std::u16string_view(folded_.text).substr(done_, begin - done_);
    std::size_t at = done_;
    while (!gap.empty() && one_of(gap.front(), u")\";:,.、")) gap.remove_prefix(1), ++at;
    if (label != nullptr) {
      while (!gap.empty() && one_of(gap.back(), u"(\"")) gap.remove_suffix(1);
      if (!drop_number(gap, label->number)) return false;
    }
    if (!gap.empty()) {
      const Range value = folded_range(at, at + gap.size());
      if (read_cell(document_, value, true, true).state == CellState::text) return false;
      parts_.push_back({value, false});
    }
    if (label != nullptr) parts_.push_back({{range_.begin + folded_.source[at + gap.size()], 0}, true});
    return true;
  }

  // "（二）", "二、", and "2." where that is the number of the label: other digits before a point cannot be
  // told apart.
  static bool drop_number(std::u16string_view& gap, int number) {
    const std::u16string_view whole = gap;
    const bool bracket = drop_end(gap, u")");
    if (bracket || drop_end(gap, u"、")) {
      std::size_t numerals = 0;
      while (!gap.empty() && is_numeral(gap.back())) gap.remove_suffix(1), ++numerals;
      if (numerals > 0 && (!bracket || drop_end(gap, u"("))) return true;
      gap = whole;
    }
    if (!drop_end(gap, u".") && !drop_end(gap, u"、")) return true;
    if (number == 0 || gap.empty() || gap.back() != u'0' + number) return false;
    gap.remove_suffix(1);
    return true;
  }

  Range folded_range(std::size_t begin, std::size_t end) const {
    return {range_.begin + folded_.source[begin], source_end(end)};
  }

  const Document& document_;
  const Range range_;
  const Folded folded_;
  std::u16string letters_;
  std::vector<std::size_t> places_;  // of the letters in folded_
  std::size_t done_ = 0;             // of folded_
  bool labels_ = false;
  std::vector<RunPart> parts_;
};

}  // namespace

std::vector<RunPart> parts_run_together(const Document& document, Range range) {
  if (range.size() < 3 || range.size() > longest_word) return {};
  std::vector<RunPart> parts = RunTogether(document, range).parts();
  return parts.size() > 1 ? parts : std::vector<RunPart>{};
}

}  // namespace nianbao
