// Numerals of running text: what was written, as an exact value or as the interval that the writing allows.
//
//   "1,234"  -> 1234            "1.1万余" -> 11000 … 12000, approximate
//   "二十三" -> 23              "31.27万" -> 312700, anything from 312650 to 312800 prints like that
//   "99.91%" -> 99.91 percent   "百分之五" -> 5 percent       "约三成" -> 30 percent, approximate
//
// Everything works on folded text (base/unicode.h): digits are ASCII, brackets and commas half-width.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/decimal.h"

namespace nianbao {

struct Quantity {
  Decimal value;             // as written, 万 and 亿 multiplied out
  Decimal low, high;         // both included; equal to value when the number is exact
  int digits = 0;            // printed digits after the point, of a percentage: its unit of rounding
  bool approximate = false;  // 约, 余, 多, 近, 以上: the writer says it is not exact
  bool rounded = false;      // given in 万 or 亿 with what is below left out
  bool chinese = false;      // in Chinese numerals
  bool percent = false;      // %, 百分之, 成

  bool exact() const { return !approximate && !rounded; }
  bool allows(Decimal number) const { return low <= number && number <= high; }
};

struct ReadQuantity {
  Quantity quantity;
  std::size_t begin = 0, end = 0;  // of the numeral with its 约, 万, 余, %; the unit is not part of it
};

// The numeral whose first digit stands at `at`, or nothing: a year, an ordinal, a telephone number are
// numerals too; telling them apart is the sentence's task. Words before `at` (约, 近, 超过, 第) are looked
// at, not before `floor`. Cost: its length.
std::optional<ReadQuantity> read_digits(std::u16string_view text, std::size_t at, std::size_t floor = 0);

// The same for Chinese numerals, 百分之… and 三成 included.
std::optional<ReadQuantity> read_chinese(std::u16string_view text, std::size_t at, std::size_t floor = 0);

// Words behind the unit that make a number approximate: 左右, 上下, 以上, 以内, 多. Returns their length, or
// 0.
std::size_t approximation_after(std::u16string_view rest, Quantity& quantity);

// The unit of the last digit that says anything: 100 for 24900, 1000 for 1.1万, 1 for 23.
Decimal last_step(Decimal value);

}  // namespace nianbao
