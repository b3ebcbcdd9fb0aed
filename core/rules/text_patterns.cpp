#include "rules/text_patterns.h"

#include <algorithm>

#include "base/unicode.h"

namespace nianbao {
namespace {

constexpr std::u16string_view chinese_digits = u"〇一二三四五六七八九";

int digit_value(char16_t c) {
  if (c >= u'0' && c <= u'9') return c - u'0';
  if (c == u'零' || c == u'○') return 0;
  const std::size_t at = chinese_digits.find(c);
  return at == npos ? -1 : static_cast<int>(at);
}

bool is_numeral(char16_t c) { return digit_value(c) >= 0 || c == u'十'; }

// 二〇二四 -> 2024, 十二 -> 12, 二十 -> 20, 三十一 -> 31; -1 for anything longer or else.
int numeral_value(std::u16string_view text) {
  if (text.empty() || text.size() > 4) return -1;
  const std::size_t ten = text.find(u'十');
  if (ten == npos) {
    int value = 0;
    for (char16_t c : text) value = value * 10 + digit_value(c);
    return value;
  }
  const int tens = ten == 0 ? 1 : ten == 1 ? digit_value(text[0]) : -1;
  const int ones = ten + 1 == text.size() ? 0 : ten + 2 == text.size() ? digit_value(text[ten + 1]) : -1;
  return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

class DateScanner {
 public:
  explicit DateScanner(std::u16string_view text) : text_(text) {}

  std::vector<WrittenDate> scan() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t end = numeral_end(at);
      if (end == at) {
        ++at;
        continue;
      }
      const std::size_t next = date_at(at, end);
      at = next > end ? next : end;
    }
    return std::move(found_);
  }

 private:
  std::size_t numeral_end(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && is_numeral(text_[end])) ++end;
    return end;
  }

  bool is(std::size_t at, std::u16string_view set) const {
    return at < text_.size() && one_of(text_[at], set);
  }

  // Where the date that begins with the numeral [at, end) ends; `at` when there is none.
  std::size_t date_at(std::size_t at, std::size_t end) {
    const int first = numeral_value(text_.substr(at, end - at));
    if (is(end, u"年") && end - at == 4 && first >= 1900 && first < 2100)
      return after_year(at, end + 1, first);
    if (is(end, u"月") && end - at <= 3 && first >= 0) return after_month(at, end + 1, {0, first, 0});
    if (is(end, u"-/.") && end - at == 4 && first >= 1900 && first < 2100) return dotted(at, end, first);
    return at;
  }

  std::size_t after_year(std::size_t begin, std::size_t at, int year) {
    const std::size_t end = numeral_end(at);
    const int month = numeral_value(text_.substr(at, end - at));
    if (end > at && end - at <= 3 && month >= 0 && is(end, u"月"))
      return after_month(begin, end + 1, {year, month, 0});
    return add({year, 0, 0}, begin, at);
  }

  std::size_t after_month(std::size_t begin, std::size_t at, Date date) {
    const std::size_t end = numeral_end(at);
    const int day = numeral_value(text_.substr(at, end - at));
    const bool has_day = end > at && end - at <= 3 && day >= 0 && is(end, u"日号");
    if (!has_day && date.year == 0) return begin;  // "3月" alone
    if (has_day) date.day = day;
    return add(date, begin, has_day ? end + 1 : at);
  }

  // 2024-02-30, 2024/2/30, 2024.2.30 and nothing that goes on
  std::size_t dotted(std::size_t begin, std::size_t separator, int year) {
    const char16_t before = begin > 0 ? text_[begin - 1] : u' ';
    if (one_of(before, u"-/._=") || static_cast<unsigned>((before | 0x20) - u'a') < 26u) return begin;
    const std::size_t month_end = ascii_end(separator + 1);
    if (month_end - separator - 1 > 2 || month_end >= text_.size() || text_[month_end] != text_[separator])
      return begin;
    const std::size_t day_end = ascii_end(month_end + 1);
    if (day_end - month_end - 1 > 2 || is(day_end, u"-/._")) return begin;
    const int month = numeral_value(text_.substr(separator + 1, month_end - separator - 1));
    const int day = numeral_value(text_.substr(month_end + 1, day_end - month_end - 1));
    if (month < 1 || month > 12 || day < 1 || day > 31) return begin;
    return add({year, month, day}, begin, day_end);
  }

  std::size_t ascii_end(std::size_t at) const {
    while (at < text_.size() && is_ascii_digit(text_[at])) ++at;
    return at;
  }

  std::size_t add(Date date, std::size_t begin, std::size_t end) {
    found_.push_back({date, {begin, end}});
    return end;
  }

  std::u16string_view text_;
  std::vector<WrittenDate> found_;
};

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
    if (!is_space(c))
      out.push_back(c);
    else if (!out.empty() && out.back() < 0x80 && out.back() != u' ')
      out.push_back(u' ');
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

std::vector<WrittenDate> find_dates(std::u16string_view text) { return DateScanner(text).scan(); }

bool is_calendar_date(Date date) {
  if (date.month == 0 && date.day == 0) return true;
  if (date.month < 1 || date.month > 12) return false;
  const int leap_year = 2024;
  return date.day <= days_in_month(date.year == 0 ? leap_year : date.year, date.month);
}

SmallNumber small_number_at(std::u16string_view text) {
  std::size_t end = 0;
  if (!text.empty() && text[0] == u'两') return {2, 1};
  while (end < text.size() && is_numeral(text[end])) ++end;
  const int value = numeral_value(text.substr(0, end));
  return value < 0 ? SmallNumber{} : SmallNumber{value, end};
}

SmallNumber small_number_before(std::u16string_view text) {
  std::size_t begin = text.size();
  if (begin > 0 && text[begin - 1] == u'两') return {2, 1};
  while (begin > 0 && text.size() - begin < 5 && is_numeral(text[begin - 1])) --begin;
  const int value = numeral_value(text.substr(begin));
  return value < 0 ? SmallNumber{} : SmallNumber{value, text.size() - begin};
}

Text excerpt(std::u16string_view text, std::size_t longest) {
  return Text(u"“" + shown(text, longest) + u"”");
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
