#include "rules/text_patterns.h"

#include <gtest/gtest.h>

#include "base/unicode.h"

namespace nianbao {
namespace {

TEST(SmallNumber, AtAndBefore) {
  EXPECT_EQ(small_number_at(u"六个").value, 6);
  EXPECT_EQ(small_number_at(u"十二月").value, 12);
  EXPECT_EQ(small_number_at(u"两件").value, 2);
  EXPECT_EQ(small_number_at(u"件").length, 0u);
  EXPECT_EQ(small_number_before(u"共三十一").value, 31);
  EXPECT_EQ(small_number_before(u"共6").value, 6);
  EXPECT_EQ(small_number_before(u"共").length, 0u);
}

TEST(Surroundings, ClauseAndSentence) {
  const std::u16string_view text = u"甲乙,丙丁(戊己)。庚辛,壬癸";
  EXPECT_EQ(part(text, clause_around(text, 3)), u"丙丁");
  EXPECT_EQ(part(text, clause_around(text, 6)), u"戊己");
  EXPECT_EQ(part(text, sentence_around(text, 0)), u"甲乙,丙丁(戊己)");
  EXPECT_EQ(part(text, sentence_around(text, 12)), u"庚辛,壬癸");
}

TEST(Scanner, TakesWordsAndNumbers) {
  Scanner scanner(u"共收到1.5万条");
  EXPECT_FALSE(scanner.take(u"收到"));
  scanner.skip_all({u"收到", u"共"});
  EXPECT_EQ(scanner.take_digits(), 3u);
  EXPECT_TRUE(scanner.take_any({u"条", u"万"}));
  EXPECT_EQ(scanner.rest(), u"条");
}

TEST(Excerpt, OneLineCutAndMasked) {
  EXPECT_EQ(excerpt(u"  公开 \n 信息 ").zh, u"“公开信息”");
  EXPECT_EQ(excerpt(u"政府信息公开工作", 4).zh, u"“政府信息…”");
  EXPECT_EQ(excerpt(u"王某13800138000").zh, u"“王某138****8000”");
  EXPECT_EQ(excerpt(u"440103 19910910 9163", 40).zh, u"“440*** ******** 9163”");
  EXPECT_EQ(excerpt(u"电话0899-322180").zh, u"“电话0899-322180”");
}

TEST(InWords, BothLanguages) {
  EXPECT_EQ(in_words({2024, 2, 30}).zh, u"2024年2月30日");
  EXPECT_EQ(in_words({2024, 2, 30}).en, u"30 February 2024");
  EXPECT_EQ(in_words({2024, 7, 0}).en, u"July 2024");
  EXPECT_EQ(in_words({0, 6, 31}).en, u"31 June");
}

}  // namespace
}  // namespace nianbao
