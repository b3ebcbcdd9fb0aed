// Dates as officials write them: 2024年1月5日, 2024-01-05, 2024.1.5, 二〇二四年一月五日. Impossible days are
// kept as written.
#pragma once

#include <optional>
#include <string_view>

#include "report/report.h"

namespace nianbao {

struct ReadDate {
  Date date;
  std::size_t begin = 0, end = 0;  // in the text read
};

// The date that begins at `at` of a folded text without spaces; `year` stands in where the date gives none
// (12月31日), 0 forbids that. Cost: constant.
std::optional<ReadDate> read_date(std::u16string_view text, std::size_t at, int year = 0);

// The first date at or after `at`. Cost: linear.
std::optional<ReadDate> find_date(std::u16string_view text, std::size_t at = 0);

// The first span 自…起至…止 at or after `at`, its end possibly without a year. Cost: linear.
struct ReadPeriod {
  Date begin_date, end_date;
  std::size_t begin = 0, end = 0;
};
std::optional<ReadPeriod> find_period(std::u16string_view text, std::size_t at = 0);

// 2024 of "2024年" or "二〇二四年" that begins at `at`; 0 when there is none. `length` is that of the digits
// and 年.
int read_year(std::u16string_view text, std::size_t at, std::size_t& length);

}  // namespace nianbao
