// Bounded matchers over folded text (Paragraph::text): words, clauses, small numbers.
// Every matcher is linear in the text it is given.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/matching.h"
#include "base/numeral.h"
#include "base/words.h"
#include "prose/date.h"
#include "prose/paragraph.h"

namespace nianbao {

constexpr std::size_t npos = std::u16string_view::npos;
using WordSet = std::initializer_list<std::u16string_view>;

// The word of `words` that begins or ends `text`, empty when none does. The first one named wins.
std::u16string_view starting_word(std::u16string_view text, WordSet words);
std::u16string_view ending_word(std::u16string_view text, WordSet words);
// Where the word occurs, not overlapping.
std::vector<std::size_t> find_all(std::u16string_view text, std::u16string_view word);

// What surrounds `at`: up to the next , ; : ( ) or end of sentence; up to the next end of sentence.
TextSpan clause_around(std::u16string_view text, std::size_t at);
TextSpan sentence_around(std::u16string_view text, std::size_t at);
std::u16string_view part(std::u16string_view text, TextSpan span);

// Reads forward over `text`; every step either takes something and moves on, or takes nothing.
class Scanner {
 public:
  explicit Scanner(std::u16string_view text, std::size_t at = 0) : text_(text), at_(at) {}
  std::size_t at() const { return at_; }
  bool take(std::u16string_view word);
  bool take_any(WordSet words);  // the first one named that fits
  void skip_all(WordSet words);  // as often as any fits
  std::size_t
  take_digits();  // how many ASCII digits were taken; a decimal point between digits counts as one
  bool at_end() const { return at_ >= text_.size(); }
  std::u16string_view rest() const { return text_.substr(at_); }

 private:
  std::u16string_view text_;
  std::size_t at_;
};

// A number of at most four units at the beginning or the end of `text`; its length is 0 when there is none.
WholeNumber small_number_at(std::u16string_view text);
WholeNumber small_number_before(std::u16string_view text);

// The words of the document in Chinese quotation marks, on one line, cut after `longest` units, long numbers
// masked.
Text excerpt(const Document& document, Range range, std::size_t longest = 24);
Text excerpt(std::u16string_view text, std::size_t longest = 24);
Text in_words(Date date);  // 2024年2月30日 / 30 February 2024

}  // namespace nianbao
