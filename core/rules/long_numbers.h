// Long numbers of the running text, as candidates for somebody's identity, telephone or card number, and the
// check digits of the first and the last.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace nianbao {

// A number of 11 to 19 digits that stands by itself: not part of a longer number, a word of Latin letters or
// an address. Its digits may be full-width, in groups divided by one space or '-', or broken by one line end.
struct LongNumber {
  std::u16string digits;             // ASCII; the last may be 'X', where 17 digits stand before it
  std::vector<std::uint8_t> groups;  // sizes of the groups, {11} when written in one
  Range range{};
};

// In the document outside the statutory tables.
std::vector<LongNumber> find_long_numbers(const Report& report);

bool is_identity_number(std::u16string_view digits,
                        int latest_year);             // region, birth date, check digit (GB 11643)
bool is_identity_region(std::u16string_view digits);  // the first two digits name a province
bool passes_luhn(std::u16string_view digits);         // ISO/IEC 7812-1, annex B
bool is_mobile_number(std::u16string_view digits);

// 13800138000 -> 138****8000, 440103190911089162 -> 44*************162; never enough to tell the number.
std::u16string masked(std::u16string_view digits);

// The text of the document around a range, folded: what stands before it on its line and behind it.
struct Surroundings {
  std::u16string before;
  std::u16string after;
};
Surroundings surroundings(const Document& document, Range range);

}  // namespace nianbao
