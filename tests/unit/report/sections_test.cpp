#include <gtest/gtest.h>

#include "base/unicode.h"
#include "report/bind.h"
#include "support/sketch.h"

namespace nianbao {
namespace {

using testing::dump_sections;
using testing::sketch;

std::string sections(std::string_view text) {
  const Document document = sketch(text, Format::txt);
  return dump_sections(bind(document));
}

constexpr std::string_view six_titles[] = {"总体情况",
                                           "主动公开政府信息情况",
                                           "收到和处理政府信息公开申请情况",
                                           "政府信息公开行政复议、行政诉讼情况",
                                           "存在的主要问题及改进情况",
                                           "其他需要报告的事项"};

// The six titles with `numbers` before and `decoration` behind them, a paragraph under each.
std::string report_with(std::initializer_list<std::string_view> numbers, std::string_view decoration = "") {
  std::string text;
  std::size_t i = 0;
  for (std::string_view number : numbers)
    text += std::string(number) + std::string(six_titles[i++]) + std::string(decoration) +
            "\n这一部分的正文，写得像一句话。\n";
  return text;
}

std::string all_found(std::initializer_list<std::string_view> numbers, std::string_view decoration = "") {
  std::string out;
  int i = 0;
  for (std::string_view number : numbers) {
    out += std::to_string(i + 1) + " title " + std::string(number) + std::string(six_titles[i]) +
           std::string(decoration) + "\n";
    ++i;
  }
  return out;
}

TEST(Sections, AnyUsualNumbering) {
  const std::initializer_list<std::string_view> ways[] = {
      {"一、", "二、", "三、", "四、", "五、", "六、"},
      {"一.", "二.", "三.", "四.", "五.", "六."},
      {"一 、", "二 、", "三 、", "四 、", "五 、", "六 、"},
      {"1、", "2、", "3、", "4、", "5、", "6、"},
      {"1. ", "2. ", "3. ", "4. ", "5. ", "6. "},
      {"（一）", "（二）", "（三）", "（四）", "（五）", "（六）"},
      {"第一部分 ", "第二部分 ", "第三部分 ", "第四部分 ", "第五部分 ", "第六部分 "},
      {"I. ", "II. ", "III. ", "IV. ", "V. ", "VI. "},
      {"Ⅰ、", "Ⅱ、", "Ⅲ、", "Ⅳ、", "Ⅴ、", "Ⅵ、"},
      {"", "", "", "", "", ""},
      {"## 一、", "### 二、", "# 三、", "## 四、", "## 五、", "## 六、"}};
  for (const auto& way : ways) {
    std::string expected = all_found(way);
    for (std::size_t at; (at = expected.find("title # ")) != std::string::npos;)
      expected.erase(at + 6, 2);  // the sketch's own mark
    EXPECT_EQ(sections(report_with(way)), expected) << *way.begin();
  }
}

TEST(Sections, DecorationsBehindTheTitle) {
  for (std::string_view decoration :
       {"(数据填报)", "（数据填报）", "：", ":", "。", "**", " ", "（一）（二）"}) {
    const std::string text = report_with({"一、", "二、", "三、", "四、", "五、", "六、"}, decoration);
    EXPECT_EQ(sections(text), all_found({"一、", "二、", "三、", "四、", "五、", "六、"},
                                        decoration == " " ? "" : decoration))
        << decoration;
  }
}

TEST(Sections, AutomaticNumbersThatLeaked) {
  EXPECT_EQ(sections(report_with({"一、", "2、 ", "3、 ", "四、", "五、", "六、"})),
            all_found({"一、", "2、 ", "3、 ", "四、", "五、", "六、"}));
}

TEST(Sections, VariantsAndWrongTitles) {
  EXPECT_EQ(
      sections("一、概述\n甲。\n二、行政机关主动公开政府信息情况\n乙。\n三、依申请公开政府信息情况\n丙。\n"
               "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n丁。\n五、存在问题及改进措施\n戊。\n"
               "六、其它需要报告的事项\n己。\n"),
      "1 wrong 一、概述\n2 variant 二、行政机关主动公开政府信息情况\n3 wrong 三、依申请公开政府信息情况\n"
      "4 variant 四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n5 wrong 五、存在问题及改进措施\n6 "
      "variant 六、其它需要报告的事项\n");
}

TEST(Sections, SlipsOfTheKeyboard) {
  EXPECT_EQ(
      sections(
          "一、总体情况\n甲。\n二、主动公开政府信息清况\n乙。\n三、收到和处理政府信息公开申情况\n丙。\n"),
      "1 title 一、总体情况\n2 variant 二、主动公开政府信息清况\n3 variant "
      "三、收到和处理政府信息公开申情况\n");
}

TEST(Sections, TitlesBrokenOverTwoLines) {
  EXPECT_EQ(sections("一、总体情况\n甲。\n四、政府信息公开行政复议、行政\n诉讼情况\n乙。\n五、存在的主要问题"
                     "及改进\n情况\n丙。\n"),
            "1 title 一、总体情况\n4 title 四、政府信息公开行政复议、行政\n诉讼情况\n5 title "
            "五、存在的主要问题及改进\n情况\n");
}

TEST(Sections, HeadingAndTextOnOneLine) {
  const Document document = sketch(
      "一、总体情况 "
      "2021年，我局公开信息。\n二、主动公开政府信息情况。\n三、收到和处理政府信息公开申请情况：见下表\n五、存"
      "在的主要问题及改进情况2021年还有不足。\n",
      Format::txt);
  const Report report = bind(document);
  EXPECT_EQ(dump_sections(report),
            "1 title 一、总体情况\n2 title 二、主动公开政府信息情况。\n3 title "
            "三、收到和处理政府信息公开申请情况\n5 title 五、存在的主要问题及改进情况\n");
  EXPECT_EQ(to_utf8(trim(document.view(report.section(1).body))), "2021年，我局公开信息。");
}

TEST(Sections, SubheadingsAndRowLabelsAreNoSections) {
  EXPECT_EQ(
      sections("一、总体情况\n（一）主动公开政府信息情况。全年公开。\n（二）依申请公开情况。没有。\n（四）政"
               "府信息公开行政复议、行政诉讼情况\n没有。\n"
               "1.主动公开政府信息情况\n甲。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
               "一、本年新收政府信息公开申请数量\n0\n二、上年结转政府信息公开申请数量\n0\n三、本年度办理结果"
               "\n四、结转下年度继续办理\n0\n"),
      "1 title 一、总体情况\n2 title 二、主动公开政府信息情况\n3 title 三、收到和处理政府信息公开申请情况\n");
}

TEST(Sections, ListsOfTheSectionsAreNoHeadings) {
  EXPECT_EQ(sections("全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况六部分组成。\n"
                     "目录\n一、总体情况......1\n二、主动公开政府信息情况......"
                     "2\n三、收到和处理政府信息公开申请情况 …… 3\n" +
                     report_with({"一、", "二、", "三、", "四、", "五、", "六、"})),
            all_found({"一、", "二、", "三、", "四、", "五、", "六、"}));
  EXPECT_EQ(sections("一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信"
                     "息公开行政复议、行政诉讼情况\n"
                     "五、存在的主要问题及改进情况\n六、其他需要报告的事项\n前言，写得像一句话。\n" +
                     report_with({"一、", "二、", "三、", "四、", "五、", "六、"})),
            all_found({"一、", "二、", "三、", "四、", "五、", "六、"}));
}

TEST(Sections, EnumerationsInTheTextAreNoHeadings) {
  EXPECT_EQ(sections("一、总体情况\n重点抓好以下工作：一、抓学习；二、抓\n落实；三、抓督查。\n二、抓落实；\n"
                     "二、主动公开政府信息情况\n甲。\n五、存在的主要问题及改进情况\n"
                     "一、意识不强。\n二、力量不足。\n六、其他需要报告的事项\n无。\n"),
            "1 title 一、总体情况\n2 title 二、主动公开政府信息情况\n5 title 五、存在的主要问题及改进情况\n6 "
            "title 六、其他需要报告的事项\n");
}

TEST(Sections, OrderNumbersAndGapsAreKept) {
  EXPECT_EQ(sections("一、总体情况\n甲。\n二、收到和处理政府信息公开申请情况\n乙。\n三、主动公开政府信息情况"
                     "\n丙。\n六、其他需要报告的事项\n无。\n"),
            "1 title 一、总体情况\n3 title 二、收到和处理政府信息公开申请情况\n2 title "
            "三、主动公开政府信息情况\n6 title 六、其他需要报告的事项\n");
}

TEST(Sections, ByPosition) {
  EXPECT_EQ(
      sections("一、总体情况\n甲。\n二、主动公开政府信息情况\n乙。\n三、收到和处理政府信息公开申请情况\n丙。"
               "\n四、政府信息公开行政复议、行政诉讼情况\n丁。\n"
               "五、短板与努力方向\n戊。\n六、其他需要报告的事项\n无。\n"),
      "1 title 一、总体情况\n2 title 二、主动公开政府信息情况\n3 title 三、收到和处理政府信息公开申请情况\n"
      "4 title 四、政府信息公开行政复议、行政诉讼情况\n5 position 五、短板与努力方向\n6 title "
      "六、其他需要报告的事项\n");
}

TEST(Sections, RepeatedAndExtra) {
  EXPECT_EQ(sections(report_with({"一、", "二、", "三、", "四、", "五、", "六、"}) +
                     "六、其他需要报告的事项\n再说一遍。\n七、下一步工作安排\n庚。\n"),
            all_found({"一、", "二、", "三、", "四、", "五、", "六、"}) +
                "again 6 六、其他需要报告的事项\nextra 七、下一步工作安排\n");
}

TEST(Sections, BodiesEndAtTheNextHeading) {
  const Document document =
      sketch(report_with({"一、", "二、", "三、", "四、", "五、", "六、"}) + "2022年1月5日\n【打印本页】\n",
             Format::txt);
  const Report report = bind(document);
  for (int n = 1; n <= 5; ++n)
    EXPECT_EQ(to_utf8(trim(document.view(report.section(n).body))), "这一部分的正文，写得像一句话。") << n;
  EXPECT_EQ(to_utf8(trim(document.view(report.section(6).body))),
            "这一部分的正文，写得像一句话。\n2022年1月5日");
}

TEST(Sections, PrintedNumbers) {
  const Document document = sketch(
      "一、总体情况\n甲。\n2、主动公开政府信息情况\n乙。\n收到和处理政府信息公开申请情况\n丙。\n四、政府信息"
      "公开行政复议、行政诉讼情况\n",
      Format::txt);
  const Report report = bind(document);
  EXPECT_EQ(to_utf8(document.view(report.section(1).printed_number)), "一、");
  EXPECT_EQ(to_utf8(document.view(report.section(2).printed_number)), "2、");
  EXPECT_TRUE(report.section(3).printed_number.empty());
  EXPECT_EQ(to_utf8(document.view(report.section(3).title)), "收到和处理政府信息公开申请情况");
}

TEST(Sections, ByItsTable) {
  const Document document = sketch(
      "二、主动公开政府信息情况\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | "
      "0 |\n甲乙丙丁。\n"
      "| 项目 | 自然人 | 商业企业 | 总计 |\n| 一、本年新收政府信息公开申请数量 | 1 | 0 | 1 "
      "|\n\n五、存在的主要问题及改进情况\n丁。\n");
  const Report report = bind(document);
  EXPECT_EQ(dump_sections(report),
            "2 title 二、主动公开政府信息情况\n3 table \n5 title 五、存在的主要问题及改进情况\n");
  EXPECT_EQ(report.section(2).body.end, report.section(3).body.begin);
}

TEST(Sections, ASecondReportIsLeftOut) {
  const std::string one = "甲县教育局2023年政府信息公开工作年度报告\n" +
                          report_with({"一、", "二、", "三、", "四、", "五、", "六、"}) +
                          "甲县教育局\n2024年1月5日\n";
  const std::string two = "乙县水利局2023年政府信息公开工作年度报告\n" +
                          report_with({"一、", "二、", "三、", "四、", "五、", "六、"}) + "2024年1月9日\n";
  const Document document = sketch(one + two, Format::txt);
  const Report report = bind(document);
  EXPECT_EQ(dump_sections(report), all_found({"一、", "二、", "三、", "四、", "五、", "六、"}));
  EXPECT_EQ(to_utf8(report.agency), "甲县教育局");
  ASSERT_TRUE(report.signature);
  EXPECT_EQ(report.signature->date.day, 5);
  ASSERT_EQ(report.problems.size(), 1u);
  EXPECT_EQ(report.problems[0].code, ErrorCode::several_reports);
}

}  // namespace
}  // namespace nianbao
