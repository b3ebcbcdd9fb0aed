// Numbers of a workbook: what a cell holds, and how its number format (ECMA-376 part 1, 18.8.30) prints it.
//
// Decimal digits throughout, no floating point: the same text everywhere. What a format asks for beyond this
// (fractions, exponents, conditions on values) is printed as the plain number.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

// The plain number of `stored` ("3.1E1", "0.30000000000000004"), rounded to the 15 digits that a sheet shows:
// "31", "0.3". What is no number comes back as it is.
std::u16string plain_number(std::string_view stored);

// As the sheet prints it, without the spaces around it; the plain number where the format prints nothing.
// `from_1904`: days are counted from that year's first day.
std::u16string printed_number(std::string_view stored, std::u16string_view format, bool from_1904);

bool is_date_format(std::u16string_view format);

// Formats that a file names by number alone, as Chinese Excel and WPS show them; empty: General.
std::u16string_view built_in_format(int id);

}  // namespace nianbao
