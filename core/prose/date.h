// Dates as officials write them, in folded text without spaces: 2024年1月5日, 2024年5月, 2024年, 1月5日,
// 2024-01-05, 2024.1.5, 二〇二四年一月五日. Days that do not exist are kept as written.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "prose/span.h"

namespace nianbao {

struct Date {
  int year = 0, month = 0, day = 0;  // 0: not given
};

int days_in_month(int year, int month);
bool is_calendar_date(Date date);  // month and day exist; without a year 29 February does
inline int compare(Date a, Date b) {
  if (a.year != b.year) return a.year < b.year ? -1 : 1;
  if (a.month != b.month) return a.month < b.month ? -1 : 1;
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}

struct WrittenDate {
  Date date;
  TextSpan span;
  bool whole() const { return date.year != 0 && date.month != 0 && date.day != 0; }
};

// The date that begins at `at`. A month alone is none. Cost: constant.
std::optional<WrittenDate> date_at(std::u16string_view text, std::size_t at);

// All dates, and the first one with year, month and day at or after `at`. Cost: linear.
std::vector<WrittenDate> find_dates(std::u16string_view text);
std::optional<WrittenDate> find_whole_date(std::u16string_view text, std::size_t at = 0);

// 2024 of "2024年" or "二〇二四年" that begins at `at`; 0 when there is none. `length` is that of the digits
// and 年.
int read_year(std::u16string_view text, std::size_t at, std::size_t& length);

// From one day to another in any usual writing: 自2024年1月1日起至2024年12月31日止, 2024年1月1日-12月31日,
// 2024年1月至12月, 2024年度(1月1日至12月31日). A year that is given nowhere stays 0, a month's last day too.
struct WrittenPeriod {
  Date first, last;
  TextSpan span;
};
// The first one at or after `at`. Cost: linear.
std::optional<WrittenPeriod> find_period(std::u16string_view text, std::size_t at = 0);

}  // namespace nianbao
