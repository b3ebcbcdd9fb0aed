// All numbers are made up.
#include "rules/long_numbers.h"

#include <gtest/gtest.h>

#include "base/unicode.h"

namespace nianbao {
namespace {

std::vector<std::string> numbers(std::u16string text, std::size_t digits) {
  Document document;
  document.text = std::move(text);
  Report report;
  report.document = &document;
  std::vector<std::string> out;
  for (const LongNumber& number : find_long_numbers(report))
    if (number.digits.size() == digits) out.push_back(to_utf8(document.view(number.range)));
  return out;
}

using Strings = std::vector<std::string>;

TEST(FindLongNumbers, WholeGroupedAndBroken) {
  EXPECT_EQ(numbers(u"电话13800138000。", 11), Strings{"13800138000"});
  EXPECT_EQ(numbers(u"电话138 0013 8000。", 11), Strings{"138 0013 8000"});
  EXPECT_EQ(numbers(u"证件440103199109\n109163", 18), Strings{"440103199109\n109163"});
  EXPECT_EQ(numbers(u"证件１１０１０５１９４９１２３１００２Ｘ", 18),
            Strings{"１１０１０５１９４９１２３１００２Ｘ"});
  EXPECT_EQ(numbers(u"2025-01-20 13800138000", 11), Strings{"13800138000"});
}

TEST(FindLongNumbers, PartsOfSomethingElse) {
  EXPECT_EQ(numbers(u"a13800138000", 11), Strings{});
  EXPECT_EQ(numbers(u"3.13800138000", 11), Strings{});
  EXPECT_EQ(numbers(u"/13800138000", 11), Strings{});
  EXPECT_EQ(numbers(u"138001380001234567890123", 11), Strings{});
  EXPECT_EQ(numbers(u"138****80001234567", 11), Strings{});
}

TEST(FindLongNumbers, LongRunsCostLittle) {
  EXPECT_EQ(numbers(std::u16string(200'000, u'1'), 11), Strings{});
  std::u16string groups;
  for (int i = 0; i < 50'000; ++i) groups += u"12 ";
  EXPECT_TRUE(numbers(groups, 18).empty());
}

TEST(IdentityNumber, RegionDateAndCheckDigit) {
  EXPECT_TRUE(is_identity_number(u"11010519491231002X", 2025));
  EXPECT_TRUE(is_identity_number(u"440103199109109163", 2025));
  EXPECT_FALSE(is_identity_number(u"440103199109109164", 2025)) << "check digit";
  EXPECT_FALSE(is_identity_number(u"990103199109109160", 2025)) << "region";
  EXPECT_FALSE(is_identity_number(u"440103199113109166", 2025)) << "month 13";
  EXPECT_FALSE(is_identity_number(u"440103199109109163", 1990)) << "not yet born";
}

TEST(Luhn, CardsAndNearCards) {
  EXPECT_TRUE(passes_luhn(u"6222020000042528224"));
  EXPECT_TRUE(passes_luhn(u"4111111111111111"));
  EXPECT_FALSE(passes_luhn(u"6222020000042528225"));
}

TEST(Masked, NeverTellsTheNumber) {
  EXPECT_EQ(masked(u"13800138000"), u"138****8000");
  EXPECT_EQ(masked(u"440103199109109163"), u"44*************163");
  EXPECT_EQ(masked(u"6222020000042528224"), u"622************8224");
}

}  // namespace
}  // namespace nianbao
