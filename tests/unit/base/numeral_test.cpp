#include "base/numeral.h"

#include <gtest/gtest.h>

#include "base/unicode.h"

namespace nianbao {
namespace {

// "23 of 2, arabic"; a loose Chinese number has a question mark.
std::string show(const WholeNumber& n) {
  if (!n) return "none";
  constexpr const char* names[] = {"arabic", "chinese", "positional"};
  return std::to_string(n.value) + " of " + std::to_string(n.length) + ", " +
         names[static_cast<int>(n.notation)] + (n.strict ? "" : "?");
}

TEST(Numeral, AllNotations) {
  EXPECT_EQ(show(number_at(u"23件")), "23 of 2, arabic");
  EXPECT_EQ(show(number_at(u"２３")), "23 of 2, arabic");
  EXPECT_EQ(show(number_at(u"共二十三件", 1)), "23 of 3, chinese");
  EXPECT_EQ(show(number_at(u"十")), "10 of 1, chinese");
  EXPECT_EQ(show(number_at(u"一百零五")), "105 of 4, chinese");
  EXPECT_EQ(show(number_at(u"两千三百万")), "23000000 of 5, chinese");
  EXPECT_EQ(show(number_at(u"二〇二四年")), "2024 of 4, positional");
  EXPECT_EQ(show(number_at(u"五")), "5 of 1, chinese");
}

TEST(Numeral, WhatIsLooselyWritten) {
  for (std::u16string_view text : {u"百", u"三百百", u"十百", u"二十零"})
    EXPECT_FALSE(number_at(text).strict) << to_utf8(text);
}

TEST(Numeral, WhatIsNone) {
  for (std::u16string_view text : {u"", u"件", u"万", u"亿元", u"1234567890123", u"①"})
    EXPECT_FALSE(number_at(text)) << to_utf8(text);
  EXPECT_FALSE(number_at(u"5", 1));
}

TEST(Numeral, AtTheEnd) {
  EXPECT_EQ(show(number_before(u"共三十一")), "31 of 3, chinese");
  EXPECT_EQ(show(number_before(u"共6")), "6 of 1, arabic");
  EXPECT_EQ(show(number_before(u"共")), "none");
}

}  // namespace
}  // namespace nianbao
