// What the reader of figures is given: paragraphs of the report.
#include <gtest/gtest.h>

#include "../../unit/narrative/narrative_report.h"

namespace nianbao::testing {
namespace {

// Paragraphs as folded text, headings in brackets, a line each.
std::string show_paragraphs(const Report& report) {
  std::string out;
  for (const Paragraph& paragraph : report.prose.paragraphs) {
    const std::string text = to_utf8(paragraph.without_marks().text);
    out += (out.empty() ? "" : "\n") + (paragraph.heading ? "[" + text + "]" : text);
  }
  return out;
}
std::string show_paragraphs(const char16_t* text) { return show_paragraphs(NarrativeReport(text).report); }

TEST(NarrativeText, JoinsHardWrappedLines) {
  EXPECT_EQ(show_paragraphs(u"2021 "
                            u"年，汉江县行政审批服务局持续推进政务服务标准化\n\n工作纵向延伸，全年共办理12345"
                            u"热线工单\n\n5218 件。\n下一段。"),
            "2021年,汉江县行政审批服务局持续推进政务服务标准化工作纵向延伸,"
            "全年共办理12345热线工单5218件。\n下一段。");
}

TEST(NarrativeText, JoinsANumberThatWasWrapped) {
  EXPECT_EQ(show_paragraphs(u"我局认真做好政府信息公开工作，全年共发布信息13\n15条。"),
            "我局认真做好政府信息公开工作,全年共发布信息1315条。");
  EXPECT_EQ(show_paragraphs(u"收到 1 234 件，7×24 小时，编号 12 345。"), "收到1234件,7×24小时,编号12345。");
  EXPECT_EQ(show_paragraphs(u"共 12 2023 年"), "共12 2023年");
}

TEST(NarrativeText, KeepsHeadingsAndItemsApart) {
  EXPECT_EQ(
      show_paragraphs(u"（一）主动公开情况\n全年公开信息20条。\n（二）依申请公开。全年没有申请\n一是加强领导"
                      u"\n1.加强学习"),
      "[(一)主动公开情况]\n全年公开信息20条。\n(二)依申请公开。全年没有申请\n一是加强领导\n[1.加强学习]");
}

TEST(NarrativeText, DropsMarkdownAndCountsNoCircledNumber) {
  EXPECT_EQ(show_paragraphs(u"**1. 充实功能。**①网站②热线共３件。"), "1.充实功能。①网站②热线共3件。");
}

TEST(NarrativeText, LeavesTablesOut) {
  NarrativeReport made(u"全年公开信息20条。\n规章\t0\t0\t0\n其他事项。");
  made.document.tables.push_back({.range = {11, 19}, .rows = 1, .columns = 4, .cells = {}});
  made.report.tables[0].document_tables = {0};
  made.report.prose = read_prose(made.report);
  EXPECT_EQ(show_paragraphs(made.report), "全年公开信息20条。\n其他事项。");
}

TEST(NarrativeText, ReadsSentencesBetweenTheTables) {
  NarrativeReport made(
      u"主动公开情况5件\n行政许可\n另有规范性文件2件，已在网站公布。\n（本列数据的勾稽关系为：第1件加第2件之"
      u"和。）");
  made.report.sections[0].how = Recognised::no;
  made.report.sections[1].how = Recognised::by_title;
  made.report.sections[1].body = made.report.sections[0].body;
  made.report.prose = read_prose(made.report);
  const Ledger ledger = read_figures(made.report);
  ASSERT_EQ(ledger.figures.size(), 1u);
  EXPECT_EQ(to_utf8(made.document.view(ledger.figures[0].range)), "2件");
}

TEST(NarrativeText, EveryUnitKnowsItsPlace) {
  const NarrativeReport made(u"收到３５ 件，\n答复２ 件。");
  ASSERT_EQ(made.report.prose.paragraphs.size(), 1u);
  const Paragraph& paragraph = made.report.prose.paragraphs[0];
  const auto at = paragraph.text.find(u"2件");
  EXPECT_EQ(to_utf8(made.document.view(paragraph.back(at, at + 2))), "２ 件");
}

}  // namespace
}  // namespace nianbao::testing
