#include "prose/date.h"

#include <gtest/gtest.h>

#include "base/unicode.h"

namespace nianbao {
namespace {

// "2024-2-30 @3" for 2024年2月30日 at offset 3; a part not given is 0.
std::vector<std::string> dates(std::u16string_view text) {
  std::vector<std::string> out;
  for (const WrittenDate& written : find_dates(text)) {
    const Date d = written.date;
    out.push_back(std::to_string(d.year) + "-" + std::to_string(d.month) + "-" + std::to_string(d.day) +
                  " @" + std::to_string(written.span.begin));
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
  for (std::u16string_view text :
       {u"3月份", u"12345年", u"2024.13.5", u"192.168.2024.1.1", u"20245月", u"第二十条", u"2024"})
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

TEST(FindWholeDate, NoneInOtherNumbers) {
  for (std::u16string_view text : {u"12345678901", u"20240101", u"2024年", u"1月5日", u"3024年1月5日",
                                   u"2024年1季度", u"2024-01-051", u"12024年1月1日"})
    EXPECT_FALSE(find_whole_date(text)) << to_utf8(text);
  EXPECT_EQ(find_whole_date(u"发布时间:2024-01-1210:21来源")->date.day, 12);
}

// "2024-1-1 2024-12-31 “自2024年…止”", or "none".
std::string period(std::u16string_view written) {
  const std::u16string text = folded(written);
  const auto found = find_period(text);
  if (!found) return "none";
  const auto show = [](Date d) {
    return std::to_string(d.year) + "-" + std::to_string(d.month) + "-" + std::to_string(d.day);
  };
  return show(found->first) + " " + show(found->last) + " “" +
         to_utf8(text.substr(found->span.begin, found->span.end - found->span.begin)) + "”";
}

TEST(FindPeriod, AllWaysOfWriting) {
  for (std::u16string_view text :
       {u"统计期限为2024年1月1日至2024年12月31日。", u"自2024年1月1日起，至12月31日止",
        u"2024年1月1日—12月31日", u"自2024年1月1日起，截止12月31日", u"2024年1月1日起至2024年12月31日止",
        u"2024.1.1-2024.12.31", u"2024年1月1日零时至2024年12月31日24时",
        u"二〇二四年一月一日至十二月三十一日", u"2024年度（1月1日至12月31日）",
        u"从2024年1月1日到同年12月31日", u"2024年1月1日——2024年12月31日",
        u"自2024年1月1日起，截至2024年12月31日止"})
    EXPECT_EQ(period(text).substr(0, 19), "2024-1-1 2024-12-31") << to_utf8(text);
  EXPECT_EQ(period(u"数据自2024年1月1日起至12月31日止，"),
            "2024-1-1 2024-12-31 “自2024年1月1日起至12月31日止”");
  EXPECT_EQ(period(u"统计期为2024年1月至12月"), "2024-1-0 2024-12-0 “2024年1月至12月”");
  EXPECT_EQ(period(u"2024年1-12月"), "2024-1-0 2024-12-0 “1-12月”");
}

TEST(FindPeriod, WithoutItsYear) {
  EXPECT_EQ(period(u"自年1月1日起至12月31日止"), "0-1-1 0-12-31 “1月1日起至12月31日止”");
}

TEST(FindPeriod, WhatIsNone) {
  for (std::u16string_view text : {u"2024年1月1日施行", u"截至2024年12月31日", u"3-5个工作日",
                                   u"电话0870-2000017", u"2023年至2024年", u""})
    EXPECT_EQ(period(text), "none") << to_utf8(text);
}

}  // namespace
}  // namespace nianbao
