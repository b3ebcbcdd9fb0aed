#include "input/numbering_text.h"

#include <gtest/gtest.h>

#include "base/unicode.h"

namespace nianbao {
namespace {

std::string text(NumberFormat format, std::initializer_list<int> values) {
  std::string out;
  for (int value : values) out += (out.empty() ? "" : " ") + to_utf8(number_text(format, value));
  return out;
}

TEST(NumberText, AsOfficeProgramsPrintIt) {
  EXPECT_EQ(number_text(NumberFormat::none, 1), u"");
  EXPECT_EQ(text(NumberFormat::decimal, {0, 7, 12}), "0 7 12");
  EXPECT_EQ(text(NumberFormat::decimal_zero, {7, 12}), "07 12");
  EXPECT_EQ(text(NumberFormat::chinese_counting, {0, 10, 11, 20, 105, 1010}),
            "〇 十 十一 二十 一百〇五 一千〇一十");
  EXPECT_EQ(text(NumberFormat::chinese_legal, {1, 10, 25}), "壹 壹拾 贰拾伍");
  EXPECT_EQ(text(NumberFormat::ideograph_digital, {1, 10, 25}), "一 一〇 二五");
  EXPECT_EQ(text(NumberFormat::circled, {1, 20}), "① ⑳");
  EXPECT_EQ(text(NumberFormat::full_width, {1, 25}), "１ ２５");
  EXPECT_EQ(text(NumberFormat::lower_letter, {1, 26, 27, 53}), "a z aa aaa");
  EXPECT_EQ(text(NumberFormat::upper_letter, {2, 28}), "B BB");
  EXPECT_EQ(text(NumberFormat::lower_roman, {1, 4, 9, 40, 1994}), "i iv ix xl mcmxciv");
  EXPECT_EQ(text(NumberFormat::upper_roman, {14}), "XIV");
  EXPECT_EQ(text(NumberFormat::heavenly_stem, {1, 10}), "甲 癸");
  EXPECT_EQ(text(NumberFormat::earthly_branch, {1, 12}), "子 亥");
  EXPECT_EQ(text(NumberFormat::parenthesised, {1, 20}), "⑴ ⒇");
}

TEST(NumberText, WhatAFormatDoesNotHaveIsDecimal) {
  EXPECT_EQ(text(NumberFormat::chinese_counting, {10'000}), "10000");
  EXPECT_EQ(text(NumberFormat::chinese_legal, {10'000}), "10000");
  EXPECT_EQ(text(NumberFormat::circled, {0, 21}), "0 21");
  EXPECT_EQ(text(NumberFormat::lower_letter, {0, 781}), "0 781");
  EXPECT_EQ(text(NumberFormat::upper_roman, {0, 4000}), "0 4000");
  EXPECT_EQ(text(NumberFormat::heavenly_stem, {11}), "11");
  EXPECT_EQ(text(NumberFormat::decimal, {-3}), "0");
}

}  // namespace
}  // namespace nianbao
