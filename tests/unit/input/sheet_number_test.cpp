#include "input/sheet_number.h"

#include <gtest/gtest.h>

#include "base/unicode.h"

namespace nianbao {
namespace {

std::string printed(std::string_view stored, std::string_view format, bool from_1904 = false) {
  return to_utf8(printed_number(stored, from_utf8(format), from_1904));
}

TEST(SheetNumber, PlainNumbersHaveFifteenDigits) {
  EXPECT_EQ(plain_number("23"), u"23");
  EXPECT_EQ(plain_number("-2.50"), u"-2.5");
  EXPECT_EQ(plain_number("0.30000000000000004"), u"0.3");
  EXPECT_EQ(plain_number("32.100000000000001"), u"32.1");
  EXPECT_EQ(plain_number("1.2E3"), u"1200");
  EXPECT_EQ(plain_number("5E-2"), u"0.05");
  EXPECT_EQ(plain_number("0"), u"0");
  EXPECT_EQ(plain_number("-0"), u"0");
  EXPECT_EQ(plain_number("1E300"), u"1E300");
  EXPECT_EQ(plain_number("12a"), u"12a");
}

TEST(SheetNumber, PrintsByTheFormat) {
  EXPECT_EQ(printed("1234567", "#,##0"), "1,234,567");
  EXPECT_EQ(printed("12", "#,##0"), "12");
  EXPECT_EQ(printed("1234.567", "#,##0.00"), "1,234.57");
  EXPECT_EQ(printed("999.996", "0.00"), "1000.00");
  EXPECT_EQ(printed("5", "0\"件\""), "5件");
  EXPECT_EQ(printed("5", "000"), "005");
  EXPECT_EQ(printed("0.325", "0.0%"), "32.5%");
  EXPECT_EQ(printed("12345", "0.0,\"千\""), "12.3千");
  EXPECT_EQ(printed("0.5", "#.##"), ".5");
  EXPECT_EQ(printed("128.6", "General"), "128.6");
  EXPECT_EQ(printed("128.6", "G/通用格式\"万元\""), "128.6万元");
  EXPECT_EQ(printed("3", "[$¥-804]0.00"), "¥3.00");
}

TEST(SheetNumber, ChoosesTheSectionBySign) {
  constexpr const char* accounting = "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"??_ ;_ @_ ";
  EXPECT_EQ(printed("0", accounting), "-");
  EXPECT_EQ(printed("-1234", accounting), "-1,234");
  EXPECT_EQ(printed("1234", accounting), "1,234");
  EXPECT_EQ(printed("-3", "0;(0)"), "(3)");
  EXPECT_EQ(printed("-3", "0"), "-3");
  EXPECT_EQ(printed("0", "0;-0;;@"), "0");  // what is not shown is still a number
  EXPECT_EQ(printed("7", ";;;"), "7");
}

TEST(SheetNumber, LeavesWhatItDoesNotKnowPlain) {
  EXPECT_EQ(printed("0.5", "# ?/?"), "0.5");
  EXPECT_EQ(printed("1234", "0.00E+00"), "1234");
  EXPECT_EQ(printed("150", "[>=100]0\"多\";0"), "150");
}

TEST(SheetNumber, PrintsDates) {
  EXPECT_EQ(printed("45312", "yyyy\"年\"m\"月\"d\"日\""), "2024年1月21日");
  EXPECT_EQ(printed("45312", "yyyy-mm-dd"), "2024-01-21");
  EXPECT_EQ(printed("43850", "yyyy-mm-dd", true), "2024-01-21");
  EXPECT_EQ(printed("60", "yyyy-m-d"), "1900-2-29");
  EXPECT_EQ(printed("1", "yyyy-m-d"), "1900-1-1");
  EXPECT_EQ(printed("45312.5", "yyyy/m/d h:mm"), "2024/1/21 12:00");
  EXPECT_EQ(printed("45312", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\""), "二〇二四年一月二十一日");
  EXPECT_EQ(printed("45312", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"), "2024年1月21日");
  EXPECT_EQ(printed("45312", "aaaa"), "星期日");
  EXPECT_EQ(printed("-1", "yyyy-m-d"), "-1");
  EXPECT_EQ(to_utf8(printed_number("45312", built_in_format(31), false)), "2024年1月21日");
  EXPECT_EQ(to_utf8(printed_number("45312", built_in_format(14), false)), "2024/1/21");
}

}  // namespace
}  // namespace nianbao
