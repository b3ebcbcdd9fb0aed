#include "rules/text_patterns.h"

#include <gtest/gtest.h>

#include "base/unicode.h"

namespace nianbao {
namespace {

// "2024-2-30 @3" for 2024年2月30日 at offset 3; a part not given is 0.
std::vector<std::string> dates(std::u16string_view text) {
  std::vector<std::string> out;
  for (const WrittenDate& written : find_dates(text)) {
    const Date d = written.date;
    out.push_back(std::to_string(d.year) + "-" + std::to_string(d.month) + "-" + std::to_string(d.day) + " @" +
                  std::to_string(written.span.begin));
  }
  return out;
}

using Strings = std::vector<std::string>;

TEST(FindDates, AllWaysOfWriting) {
  EXPECT_EQ(dates(u"于2024年2月30日"), Strings{"2024-2-30 @1"});
  EXPECT_EQ(dates(u"2月30日前"), Strings{"0-2-30 @0"});
  EXPECT_EQ(dates(u"2024年"), Strings{"2024-0-0 @0"});
  EXPECT_EQ(dates(u"2024年5月"), Strings{"2024-5-0 @0"});
  EXPECT_EQ(dates(u"二〇二四年十二月三十一日"), Strings{"2024-12-31 @0"});
  EXPECT_EQ(dates(u"日期:2024-11-31"), Strings{"2024-11-31 @3"});
  EXPECT_EQ(dates(u"2024.2.29,2024/3/1"), (Strings{"2024-2-29 @0", "2024-3-1 @10"}));
  EXPECT_EQ(dates(u"2024年1月1日至2024年12月31日"), (Strings{"2024-1-1 @0", "2024-12-31 @10"}));
}

TEST(FindDates, NumbersThatAreNone) {
  for (std::u16string_view text : {u"3月份", u"12345年", u"2024.13.5", u"192.168.2024.1.1", u"20245月", u"第二十条", u"2024"})
    EXPECT_EQ(dates(text), Strings{}) << to_utf8(text);
}

TEST(FindDates, LongRunsOfNumerals) {
  EXPECT_TRUE(find_dates(std::u16string(100'000, u'一')).empty());
  EXPECT_TRUE(find_dates(std::u16string(100'000, u'1')).empty());
}

TEST(IsCalendarDate, LeapYearsAndMonths) {
  EXPECT_TRUE(is_calendar_date({2024, 2, 29}));
  EXPECT_FALSE(is_calendar_date({2023, 2, 29}));
  EXPECT_TRUE(is_calendar_date({0, 2, 29}));
  EXPECT_FALSE(is_calendar_date({2024, 13, 1}));
  EXPECT_FALSE(is_calendar_date({2024, 0, 5}));
  EXPECT_TRUE(is_calendar_date({2024, 4, 0}));
}

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
