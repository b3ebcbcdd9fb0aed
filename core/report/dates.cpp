#include "report/dates.h"

#include "base/matching.h"

namespace nianbao {
namespace {

// 0 to 9, -1 for anything else. 零, 〇 and the rings typed for it.
int chinese_digit(char16_t c) {
  if (c == u'〇' || c == u'零' || c == u'○' || c == u'Ｏ' || c == u'O') return 0;
  const auto at = std::u16string_view(u"一二三四五六七八九").find(c);
  return at == std::u16string_view::npos ? -1 : static_cast<int>(at) + 1;
}

struct Number {
  int value = -1;
  std::size_t length = 0;
};

Number short_digits(std::u16string_view text, std::size_t at, std::size_t most) {
  Number n;
  while (n.length < most && at + n.length < text.size() && is_ascii_digit(text[at + n.length]))
    n.value = (n.value < 0 ? 0 : n.value) * 10 + (text[at + n.length++] - u'0');
  return n;
}

// 一 to 九十九 as in 十二, 二十, 三十一.
Number short_chinese(std::u16string_view text, std::size_t at) {
  Number n;
  int tens = 0, ones = -1;
  while (at + n.length < text.size() && n.length < 3) {
    const char16_t c = text[at + n.length];
    if (c == u'十' && tens == 0)
      tens = ones < 0 ? 1 : ones, ones = -1;
    else if (const int d = chinese_digit(c); d > 0 && ones < 0)
      ones = d;
    else
      break;
    ++n.length;
  }
  if (n.length > 0) n.value = tens * 10 + (ones < 0 ? 0 : ones);
  return n;
}

Number month_or_day(std::u16string_view text, std::size_t at) {
  const Number n = short_digits(text, at, 2);
  return n.length > 0 ? n : short_chinese(text, at);
}

Number year_number(std::u16string_view text, std::size_t at) {
  if (at > 0 && is_ascii_digit(text[at - 1])) return {};
  Number n = short_digits(text, at, 5);
  if (n.length == 4) return n;
  if (n.length > 0) return {};
  int value = 0;
  for (; n.length < 4 && at + n.length < text.size(); ++n.length) {
    const int d = chinese_digit(text[at + n.length]);
    if (d < 0) return {};
    value = value * 10 + d;
  }
  n.value = value;
  return n.length == 4 ? n : Number{};
}

bool plausible_year(int year) { return year >= 1949 && year <= 2100; }

// Month and day behind the year; both separators alike.
std::optional<ReadDate> month_and_day(std::u16string_view text, std::size_t begin, std::size_t at, int year,
                                      char16_t first, char16_t second) {
  const Number month = month_or_day(text, at);
  at += month.length;
  if (month.length == 0 || month.value < 0 || at >= text.size() || text[at] != first) return std::nullopt;
  const Number day = month_or_day(text, ++at);
  at += day.length;
  if (day.length == 0 || day.value < 0 || day.value > 99) return std::nullopt;
  if (second != 0) {
    if (at >= text.size() || (text[at] != second && text[at] != u'号')) return std::nullopt;
    ++at;
  } else if (at < text.size() && is_ascii_digit(text[at])) {
    const bool time_follows =
        day.length == 2 && at + 2 < text.size() && (text[at + 1] == u':' || text[at + 2] == u':');
    if (!time_follows) return std::nullopt;
  }
  return ReadDate{{year, month.value, day.value}, begin, at};
}

}  // namespace

int read_year(std::u16string_view text, std::size_t at, std::size_t& length) {
  const Number year = year_number(text, at);
  length = 0;
  if (year.length == 0 || !plausible_year(year.value)) return 0;
  if (at + year.length >= text.size() || text[at + year.length] != u'年') return 0;
  length = year.length + 1;
  return year.value;
}

std::optional<ReadDate> read_date(std::u16string_view text, std::size_t at, int year) {
  if (at >= text.size()) return std::nullopt;
  const Number given = year_number(text, at);
  if (given.length == 0 || !plausible_year(given.value)) {
    if (year == 0 || (at > 0 && is_ascii_digit(text[at - 1]))) return std::nullopt;
    return month_and_day(text, at, at, year, u'月', u'日');
  }
  const std::size_t next = at + given.length;
  if (next >= text.size()) return std::nullopt;
  const char16_t separator = text[next];
  if (separator == u'年') return month_and_day(text, at, next + 1, given.value, u'月', u'日');
  if (separator == u'-' || separator == u'.' || separator == u'/')
    return month_and_day(text, at, next + 1, given.value, separator, 0);
  return std::nullopt;
}

std::optional<ReadDate> find_date(std::u16string_view text, std::size_t at) {
  for (; at < text.size(); ++at)
    if (is_ascii_digit(text[at]) || chinese_digit(text[at]) >= 0)
      if (auto found = read_date(text, at)) return found;
  return std::nullopt;
}

std::optional<ReadPeriod> find_period(std::u16string_view text, std::size_t at) {
  while (const auto first = find_date(text, at)) {
    at = first->end;
    std::size_t next = first->end;
    if (next < text.size() && text[next] == u'起') ++next;
    if (next < text.size() && text[next] == u',') ++next;
    bool joined = false;
    for (char16_t c : std::u16string_view(u"截至到-~")) {
      if (next >= text.size() || text[next] != c) continue;
      ++next;
      joined = true;
    }
    const auto second = joined ? read_date(text, next, first->date.year) : std::nullopt;
    if (!second) continue;
    std::size_t begin = first->begin, end = second->end;
    if (begin > 0 && (text[begin - 1] == u'自' || text[begin - 1] == u'从')) --begin;
    if (end < text.size() && text[end] == u'止') ++end;
    return ReadPeriod{first->date, second->date, begin, end};
  }
  return std::nullopt;
}

}  // namespace nianbao
