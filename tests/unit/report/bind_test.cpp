#include "report/bind.h"

#include <gtest/gtest.h>

#include "base/unicode.h"
#include "input/document_builder.h"
#include "support/sketch.h"

namespace nianbao {
namespace {

using testing::sketch;

// "report" or "none", then the problems: code number and detail.
std::string verdict(std::string_view text) {
  const Document document = sketch(text, Format::txt);
  const Report report = bind(document);
  std::string out = is_report(report) ? "report" : "none";
  for (const Error& e : report.problems) {
    const std::string_view name = e.code == ErrorCode::other_report     ? " other "
                                  : e.code == ErrorCode::table_is_image ? " image "
                                  : e.code == ErrorCode::table_unread   ? " unread "
                                                                        : " ? ";
    out += std::string(name) + to_utf8(e.detail);
  }
  return out;
}

TEST(IsReport, OtherPapersAreNot) {
  EXPECT_EQ(verdict(""), "none");
  EXPECT_EQ(verdict("欢迎访问青州县人民政府门户网站\n政府信息公开年报\n2023年政府信息公开工作年度报告\n"),
            "none");
  EXPECT_EQ(verdict("青州县教育局2023年工作总结\n一、总体情况\n全年完成任务。\n二、存在的主要问题及改进情况\n"
                    "不足不少。\n"),
            "none other 青州县教育局2023年工作总结");
  EXPECT_EQ(
      verdict(
          "青州县教育局2023年部门预算信息公开报告\n一、总体情况\n预算如下。\n六、其他需要报告的事项\n无。\n"),
      "none other 青州县教育局2023年部门预算信息公开报告");
  EXPECT_EQ(verdict("青州县教育局政府信息公开指南\n一、总体情况\n依据条例编制。\n二、公开的内容\n如下。\n"),
            "none other 青州县教育局政府信息公开指南");
  EXPECT_EQ(verdict("| 事项 | 数量 |\n| 行政许可 | 4 |\n| 总计 | 5 |\n"), "none");
}

TEST(IsReport, HalvesAre) {
  EXPECT_EQ(verdict("青州县教育局2023年政府信息公开工作年度报告\n一、总体情况\n全年公开。\n"), "report");
  EXPECT_EQ(verdict("二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"), "report");
  EXPECT_EQ(verdict("| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 0 |\n"),
            "report");
}

TEST(Bind, APictureInPlaceOfATable) {
  DocumentBuilder build(Format::docx);
  for (std::u16string_view line :
       {u"二、主动公开政府信息情况", u"", u"三、收到和处理政府信息公开申请情况", u"无。"}) {
    build.begin_paragraph();
    build.text(line);
    if (line.empty()) build.mark_here(MarkKind::image);
    build.end_paragraph();
  }
  const Document document = build.finish();
  const Report report = bind(document);
  EXPECT_TRUE(report.table(TableId::disclosure).image_instead);
  EXPECT_FALSE(report.table(TableId::requests).image_instead);
  ASSERT_EQ(report.problems.size(), 1u);
  EXPECT_EQ(report.problems[0].code, ErrorCode::table_is_image);
  EXPECT_EQ(report.problems[0].detail, u"表二");
  EXPECT_EQ(
      verdict("二、主动公开政府信息情况\n![](media/image1.png)\n三、收到和处理政府信息公开申请情况\n无。\n"),
      "report image 表二");
}

TEST(Bind, ATableOfUnreadRowsIsOneProblem) {
  const Document document = sketch(R"([ragged]
| 项目 | 自然人 | 商业企业 | 科研机构 | 总计 |
| 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 4 | 5 | 6 |
| 二、上年结转政府信息公开申请数量 | 1 | 2 | 3 | 4 | 5 | 6 |
| 四、结转下年度继续办理 | 1 | 2 | 3 | 4 | 5 | 6 |
)");
  const Report report = bind(document);
  EXPECT_TRUE(report.table(TableId::requests).unread);
  ASSERT_EQ(report.problems.size(), 1u);
  EXPECT_EQ(report.problems[0].code, ErrorCode::table_unread);
  EXPECT_EQ(report.problems[0].detail, u"表三");
}

// A grid of nearly all cells that the budget allows, spans from top to bottom, and a heading-like line fifty
// thousand times.
TEST(Bind, LargeInputTakesLinearTime) {
  DocumentBuilder build(Format::html);
  build.begin_table();
  for (int row = 0; row < 490; ++row) {
    build.begin_row();
    for (int column = 0; column < 400; ++column) {
      build.begin_cell(row == 0 && column % 2 == 0 ? 490 : 1);
      build.text(column == 0 ? u"一、本年新收政府信息公开申请数量" : column < 30 ? u"自然人" : u"1");
      build.end_cell();
    }
  }
  build.end_table();
  for (int i = 0; i < 50'000; ++i) {
    build.begin_paragraph();
    build.text(u"一、总体情况");
    build.end_paragraph();
  }
  const Document document = build.finish();
  const Report report = bind(document);
  EXPECT_TRUE(report.section(1).present());
  EXPECT_LT(report.problems.size(), 100u);
}

}  // namespace
}  // namespace nianbao
