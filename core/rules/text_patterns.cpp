#include "rules/text_patterns.h"

#include <algorithm>

#include "base/unicode.h"

namespace nianbao {
namespace {

bool ends_sentence(char16_t c) { return c == u'。' || c == u'!' || c == u'?' || c == u';'; }
bool ends_clause(char16_t c) {
  return ends_sentence(c) || c == u',' || c == u':' || c == u'(' || c == u')' || c == u'"';
}

// No clause or sentence is longer; keeps every search around a hit bounded.
constexpr std::size_t longest_clause = 120, longest_sentence = 400;

TextSpan around(std::u16string_view text, std::size_t at, std::size_t farthest, bool (*is_border)(char16_t)) {
  TextSpan span{at, at};
  const std::size_t first = at > farthest ? at - farthest : 0;
  const std::size_t last = std::min(text.size(), at + farthest);
  while (span.begin > first && !is_border(text[span.begin - 1])) --span.begin;
  while (span.end < last && !is_border(text[span.end])) ++span.end;
  return span;
}

WholeNumber small(const WholeNumber& number) { return number.length <= 4 ? number : WholeNumber{}; }

constexpr std::size_t shortest_hidden_number = 11;  // a telephone number

// 13800138000 -> 138****8000: every long number, its digits together or in groups.
void mask_long_numbers(std::u16string& text) {
  std::vector<std::size_t> digits;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_digit(text[i])) {
      digits.push_back(i);
      continue;
    }
    const bool inside =
        i + 1 < text.size() && one_of(text[i], u" -") && !digits.empty() && is_digit(text[i + 1]);
    if (inside) continue;
    if (digits.size() >= shortest_hidden_number)
      for (std::size_t d = 3; d + 4 < digits.size(); ++d) text[digits[d]] = u'*';
    digits.clear();
  }
}

std::u16string shown(std::u16string_view text, std::size_t longest) {
  std::u16string out;
  for (char16_t c : trim(text)) {
    if (!is_space(c)) out.push_back(c);
    else if (!out.empty() && out.back() < 0x80 && out.back() != u' ') out.push_back(u' ');
  }
  mask_long_numbers(out);
  if (out.size() > longest) {
    out.resize(longest);
    out.push_back(u'…');
  }
  return out;
}

}  // namespace

std::u16string_view starting_word(std::u16string_view text, WordSet words) {
  for (std::u16string_view word : words)
    if (text.starts_with(word)) return word;
  return {};
}

std::u16string_view ending_word(std::u16string_view text, WordSet words) {
  for (std::u16string_view word : words)
    if (text.ends_with(word)) return word;
  return {};
}

std::vector<std::size_t> find_all(std::u16string_view text, std::u16string_view word) {
  std::vector<std::size_t> found;
  for (std::size_t at = text.find(word); at != npos; at = text.find(word, at + word.size()))
    found.push_back(at);
  return found;
}

TextSpan clause_around(std::u16string_view text, std::size_t at) {
  return around(text, at, longest_clause, ends_clause);
}

TextSpan sentence_around(std::u16string_view text, std::size_t at) {
  return around(text, at, longest_sentence, ends_sentence);
}

std::u16string_view part(std::u16string_view text, TextSpan span) {
  return text.substr(span.begin, span.end - span.begin);
}

bool Scanner::take(std::u16string_view word) {
  if (!rest().starts_with(word)) return false;
  at_ += word.size();
  return true;
}

bool Scanner::take_any(WordSet words) {
  for (std::u16string_view word : words)
    if (take(word)) return true;
  return false;
}

void Scanner::skip_all(WordSet words) {
  while (take_any(words)) {
  }
}

std::size_t Scanner::take_digits() {
  const std::size_t begin = at_;
  while (at_ < text_.size()) {
    const bool point =
        text_[at_] == u'.' && at_ > begin && at_ + 1 < text_.size() && is_ascii_digit(text_[at_ + 1]);
    if (!point && !is_ascii_digit(text_[at_])) break;
    ++at_;
  }
  return at_ - begin;
}

WholeNumber small_number_at(std::u16string_view text) { return small(number_at(text)); }

WholeNumber small_number_before(std::u16string_view text) { return small(number_before(text)); }

Text excerpt(std::u16string_view text, std::size_t longest) {
  const std::u16string words = shown(text, longest);
  return {u"“" + words + u"”", u"\"" + words + u"\""};
}

Text excerpt(const Document& document, Range range, std::size_t longest) {
  return excerpt(document.view(range), longest);
}

Text in_words(Date date) {
  constexpr std::u16string_view months[] = {u"January",   u"February", u"March",    u"April",
                                            u"May",       u"June",     u"July",     u"August",
                                            u"September", u"October",  u"November", u"December"};
  Text text;
  if (date.year != 0) text.zh = Decimal(date.year).to_string() + u"年";
  if (date.month != 0) text.zh += Decimal(date.month).to_string() + u"月";
  if (date.day != 0)
    text.zh += Decimal(date.day).to_string() + u"日", text.en = Decimal(date.day).to_string() + u" ";
  if (date.month >= 1 && date.month <= 12) text.en += months[date.month - 1];
  if (date.month > 12) text.en += u"month " + Decimal(date.month).to_string();
  if (date.year != 0) text.en += (text.en.empty() ? u"" : u" ") + Decimal(date.year).to_string();
  return text;
}

}  // namespace nianbao
