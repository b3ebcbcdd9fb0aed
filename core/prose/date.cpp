#include "prose/date.h"

#include <algorithm>

#include "base/matching.h"
#include "base/numeral.h"

namespace nianbao {
namespace {

constexpr int first_year = 1900, last_year = 2100;

// Zeros of years are also typed as letters and rings.
bool is_year_digit(char16_t c) { return chinese_digit_value(c) >= 0 || one_of(c, u"○OＯ"); }

bool is_numeral(char16_t c) { return is_ascii_digit(c) || is_year_digit(c) || c == u'十'; }

struct DatePart {
  int value = 0;
  std::size_t length = 0;
};

DatePart year_at(std::u16string_view text, std::size_t at) {
  if (at > 0 && is_numeral(text[at - 1])) return {};
  std::size_t n = 0;
  int value = 0;
  const bool arabic = at < text.size() && is_ascii_digit(text[at]);
  for (; at + n < text.size() && n < 5; ++n) {
    const char16_t c = text[at + n];
    if (arabic ? !is_ascii_digit(c) : !is_year_digit(c)) break;
    const int d = arabic ? digit_value(c) : chinese_digit_value(c);
    value = value * 10 + std::max(d, 0);
  }
  return n == 4 && value >= first_year && value < last_year ? DatePart{value, n} : DatePart{};
}

// A month or a day: two Arabic digits or three Chinese ones at most.
DatePart small_at(std::u16string_view text, std::size_t at) {
  const WholeNumber n = number_at(text, at);
  const std::size_t most = n.notation == Notation::arabic ? 2 : 3;
  return !n || n.length > most || n.value > 99 ? DatePart{} : DatePart{static_cast<int>(n.value), n.length};
}

bool is(std::u16string_view text, std::size_t at, std::u16string_view set) {
  return at < text.size() && one_of(text[at], set);
}

// 月 and day behind a month's number.
std::optional<WrittenDate> after_month(std::u16string_view text, std::size_t begin, std::size_t at,
                                       Date date) {
  const DatePart day = small_at(text, at);
  if (day.length > 0 && is(text, at + day.length, u"日号")) {
    date.day = day.value;
    return WrittenDate{date, {begin, at + day.length + 1}};
  }
  if (date.year == 0) return std::nullopt;  // "3月" alone
  return WrittenDate{date, {begin, at}};
}

// 2024-02-30, 2024/2/30, 2024.2.30 and nothing that goes on but a time of day
std::optional<WrittenDate> dotted(std::u16string_view text, std::size_t begin, std::size_t separator,
                                  int year) {
  const char16_t before = begin > 0 ? text[begin - 1] : u' ';
  if (before == text[separator] || one_of(before, u"/._=") ||
      static_cast<unsigned>((before | 0x20) - u'a') < 26u)
    return std::nullopt;
  const DatePart month = small_at(text, separator + 1);
  const std::size_t next = separator + 1 + month.length;
  if (month.length == 0 || next >= text.size() || text[next] != text[separator] || month.value < 1 ||
      month.value > 12)
    return std::nullopt;
  WholeNumber day = number_at(text, next + 1);
  std::size_t end = next + 1 + day.length;
  if (day.length == 4 && is(text, end, u":")) {  // 2025-01-12 15:30 without its blank
    day = {digit_value(text[next + 1]) * 10 + digit_value(text[next + 2]), 2};
    end -= 2;
  }
  if (!day || day.length > 2 ||
      (end < text.size() && (text[end] == text[separator] || one_of(text[end], u"/._"))) || day.value < 1 ||
      day.value > 31)
    return std::nullopt;
  return WrittenDate{{year, month.value, static_cast<int>(day.value)}, {begin, end}};
}

std::optional<WrittenDate> after_year(std::u16string_view text, std::size_t begin, std::size_t at, int year) {
  const DatePart month = small_at(text, at);
  if (month.length > 0 && is(text, at + month.length, u"月"))
    return after_month(text, begin, at + month.length + 1, {year, month.value, 0});
  return WrittenDate{{year, 0, 0}, {begin, at}};
}

// --- periods -----------------------------------------------------------------------------------------------

// What may stand between two days. Returns where the second one begins, or 0 when the words join nothing.
std::size_t behind_joint(std::u16string_view text, std::size_t at) {
  const auto skip = [&](std::u16string_view word) {
    const bool there = text.substr(at, word.size()) == word;
    at += there ? word.size() : 0;
    return there;
  };
  for (std::u16string_view hour : {u"零时", u"0时", u"0:00", u"00:00"}) skip(hour);
  bool joined = false;
  for (bool more = true; more;) {
    more = false;
    for (std::u16string_view word : {u"起", u"开始", u",", u"、"}) more |= skip(word);
    for (std::u16string_view word : {u"截至", u"截止", u"至", u"到", u"-", u"~", u"迄", u"为止"})
      if (skip(word)) more = joined = true;
  }
  return joined ? at : 0;
}

// The last day of a period: a date, a day of the same month's year, or a month (2024年1月至12月).
std::optional<WrittenDate> last_day(std::u16string_view text, std::size_t at, const Date& first) {
  for (std::u16string_view same : {u"同年", u"当年"})
    if (text.substr(at, same.size()) == same) at += same.size();
  if (const auto date = date_at(text, at)) {
    if (date->date.month != 0) return date;
    return std::nullopt;
  }
  const DatePart number = small_at(text, at);
  if (number.length == 0) return std::nullopt;
  const std::size_t end = at + number.length;
  if (is(text, end, u"月")) return WrittenDate{{0, number.value, 0}, {at, end + 1}};
  if (is(text, end, u"日") && first.day != 0)
    return WrittenDate{{0, first.month, number.value}, {at, end + 1}};
  return std::nullopt;
}

// 2024年度(1月1日至12月31日), 2024年度即1月1日…: the year stands just before the days.
int year_before(std::u16string_view text, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && one_of(text[end - 1], u"(度自从即,:")) --end;
  std::size_t length = 0;
  for (std::size_t i = end >= 5 ? end - 5 : 0; i < end; ++i)
    if (const int year = read_year(text, i, length); year != 0 && i + length == end) return year;
  return 0;
}

// The first day where only its month is given, and maybe no year: 2024年1月, 1月.
std::optional<WrittenDate> first_day(std::u16string_view text, std::size_t at) {
  if (auto date = date_at(text, at)) return date->date.month != 0 ? date : std::nullopt;
  const DatePart number = at > 0 && is_numeral(text[at - 1]) ? DatePart{} : small_at(text, at);
  if (number.length == 0) return std::nullopt;
  // 1-12月
  const bool month = is(text, at + number.length, u"月");
  if (month || is(text, at + number.length, u"-~至"))
    return WrittenDate{{0, number.value, 0}, {at, at + number.length + (month ? 1 : 0)}};
  return std::nullopt;
}

std::optional<WrittenPeriod> period_at(std::u16string_view text, std::size_t at) {
  const auto first = first_day(text, at);
  if (!first) return std::nullopt;
  const std::size_t next = behind_joint(text, first->span.end);
  const auto last = next > 0 ? last_day(text, next, first->date) : std::nullopt;
  if (!last) return std::nullopt;
  WrittenPeriod period{first->date, last->date, {at, last->span.end}};
  if (period.first.year == 0) period.first.year = year_before(text, at);
  if (period.last.year == 0) period.last.year = period.first.year;
  if (period.first.year == 0) period.first.year = period.last.year;
  // 1至3日, 3-5: days of a month without a year are none of a report.
  if ((period.first.day == 0) != (period.last.day == 0) || (period.first.day == 0 && period.first.year == 0))
    return std::nullopt;
  std::size_t& begin = period.span.begin;
  while (begin > 0 && one_of(text[begin - 1], u"自从")) --begin;
  for (std::u16string_view word : {u"24时", u"24:00", u"止", u"底止"})
    if (text.substr(period.span.end, word.size()) == word) period.span.end += word.size();
  return period;
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

bool is_calendar_date(Date date) {
  if (date.month == 0 && date.day == 0) return true;
  if (date.month < 1 || date.month > 12) return false;
  const int leap_year = 2024;
  return date.day <= days_in_month(date.year == 0 ? leap_year : date.year, date.month);
}

std::optional<WrittenDate> date_at(std::u16string_view text, std::size_t at) {
  if (at >= text.size() || !is_numeral(text[at])) return std::nullopt;
  if (const DatePart year = year_at(text, at); year.length > 0) {
    const std::size_t next = at + year.length;
    if (is(text, next, u"年")) return after_year(text, at, next + 1, year.value);
    if (is(text, next, u"-/.")) return dotted(text, at, next, year.value);
  }
  if (at > 0 && is_numeral(text[at - 1])) return std::nullopt;
  const DatePart month = small_at(text, at);
  if (month.length > 0 && is(text, at + month.length, u"月"))
    return after_month(text, at, at + month.length + 1, {0, month.value, 0});
  return std::nullopt;
}

std::vector<WrittenDate> find_dates(std::u16string_view text) {
  std::vector<WrittenDate> found;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto date = date_at(text, at)) {
      found.push_back(*date);
      at = date->span.end;
    } else {
      const bool numeral = is_numeral(text[at++]);
      while (numeral && at < text.size() && is_numeral(text[at])) ++at;
    }
  }
  return found;
}

std::optional<WrittenDate> find_whole_date(std::u16string_view text, std::size_t at) {
  for (; at < text.size(); ++at)
    if (is_numeral(text[at]))
      if (const auto found = date_at(text, at); found && found->whole()) return found;
  return std::nullopt;
}

int read_year(std::u16string_view text, std::size_t at, std::size_t& length) {
  length = 0;
  if (at >= text.size()) return 0;
  const DatePart year = year_at(text, at);
  if (year.length == 0 || year.value < 1949 || !is(text, at + year.length, u"年")) return 0;
  length = year.length + 1;
  return year.value;
}

std::optional<WrittenPeriod> find_period(std::u16string_view text, std::size_t at) {
  for (; at < text.size(); ++at)
    if (is_numeral(text[at]))
      if (const auto found = period_at(text, at)) return found;
  return std::nullopt;
}

}  // namespace nianbao
