#include "base/unicode.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

TEST(Fold, BringsVariantsOfPunctuationTogether) {
  EXPECT_EQ(folded(u"（一）予以公开"), u"(一)予以公开");
  EXPECT_EQ(folded(u"〔2021〕30号【x】［y］"), u"(2021)30号(x)(y)");
  EXPECT_EQ(folded(u"“三安全一稳定”「」"), u"\"三安全一稳定\"\"\"");
  EXPECT_EQ(folded(u"1—2–3−4‐5－6"), u"1-2-3-4-5-6");
  EXPECT_EQ(folded(u"１２３，４５６．７％：Ａ"), u"123,456.7%:A");
}

TEST(Fold, NormalisesCompatibilityCharacters) {
  EXPECT_EQ(folded(u"㈠⒈Ⅲ"), u"(一)1.III");
  EXPECT_EQ(folded(u"⼀、⻓江"), u"一、长江");  // radicals that PDF fonts give for characters
  EXPECT_EQ(folded(u"\U0001D7CF㎡①\uFA08"), u"1m21行");
}

TEST(Fold, DropsOrKeepsSpaces) {
  EXPECT_EQ(folded(u" 结果\n\t维　持\u00A0\u200B "), u"结果维持");
  EXPECT_EQ(folded(u"结果 \n维　持", Spaces::keep), u"结果 维 持");
  EXPECT_EQ(folded(u"a\u200B\u00ADb\uFEFF", Spaces::keep), u"ab");
}

TEST(Fold, LeavesOtherCharactersAlone) {
  for (std::u16string_view text : {u"\U0001F600、。〇│é", u"e\u0301", u"각", u"ﷺ", u"\U0002F800"})
    EXPECT_EQ(folded(text), text);
}

TEST(Fold, MapsBackToTheSource) {
  const std::u16string source = u"（㈠ 予\U0001D7CF）";
  const Folded f = fold(source);
  EXPECT_EQ(f.text, u"((一)予1)");
  ASSERT_EQ(f.source.size(), f.text.size() + 1);
  EXPECT_EQ(f.source.back(), source.size());
  EXPECT_EQ(f.back(0, 1), (Range{0, 1}));
  EXPECT_EQ(f.back(1, 4), (Range{1, 2}));  // all three units come from ㈠
  EXPECT_EQ(f.back(4, 6), (Range{3, 6}));  // the last is a pair of units
  EXPECT_EQ(f.back(6, 6), (Range{6, 6}));
}

TEST(Fold, EmptyText) {
  EXPECT_EQ(fold(u"").source.size(), 1u);
  EXPECT_EQ(fold(u" \n").text, u"");
  EXPECT_EQ(fold(u" \n").back(0, 0), (Range{2, 2}));
}

TEST(Unicode, TrimAndClasses) {
  EXPECT_EQ(trim(u"　\u00A0 a b\uFEFF\r\n"), u"a b");
  EXPECT_EQ(trim(u"　"), u"");
  EXPECT_TRUE(is_digit(u'９'));
  EXPECT_FALSE(is_digit(u'①'));
  EXPECT_TRUE(is_han(u'〇'));
  EXPECT_FALSE(is_han(u'、'));
}

TEST(Unicode, LoneSurrogatesAndIllFormedBytesBecomeReplacements) {
  EXPECT_EQ(to_utf8(u"a\xD800"), "a\xEF\xBF\xBD");
  EXPECT_EQ(from_utf8("a\xFF"), u"a\uFFFD");
}

}  // namespace
}  // namespace nianbao
