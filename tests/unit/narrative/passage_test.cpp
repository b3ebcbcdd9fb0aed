#include "narrative/passage.h"

#include <gtest/gtest.h>

#include "../../unit/narrative/narrative_report.h"

namespace nianbao::testing {
namespace {

// Paragraphs as folded text, headings in brackets, a line each.
std::string show_passages(const NarrativeReport& made) {
  std::string out;
  for (const prose::Passage& passage : prose::passages(made.report)) {
    const std::string text = to_utf8(passage.text);
    out += (out.empty() ? "" : "\n") + (passage.heading ? "[" + text + "]" : text);
  }
  return out;
}
std::string show_passages(const char16_t* text) { return show_passages(NarrativeReport(text)); }

TEST(Passage, JoinsHardWrappedLines) {
  EXPECT_EQ(show_passages(u"2021 年，汉江县行政审批服务局持续推进政务服务标准化\n\n工作纵向延伸，全年共办理12345热线工单\n\n5218 件。\n下一段。"),
            "2021年,汉江县行政审批服务局持续推进政务服务标准化工作纵向延伸,全年共办理12345热线工单5218件。\n下一段。");
}

TEST(Passage, JoinsANumberThatWasWrapped) {
  EXPECT_EQ(show_passages(u"我局认真做好政府信息公开工作，全年共发布信息13\n15条。"), "我局认真做好政府信息公开工作,全年共发布信息1315条。");
  EXPECT_EQ(show_passages(u"收到 1 234 件，7×24 小时，编号 12 345。"), "收到1234件,7×24小时,编号12345。");
  EXPECT_EQ(show_passages(u"共 12 2023 年"), "共12 2023年");
}

TEST(Passage, KeepsHeadingsAndItemsApart) {
  EXPECT_EQ(show_passages(u"（一）主动公开情况\n全年公开信息20条。\n（二）依申请公开。全年没有申请\n一是加强领导\n1.加强学习"),
            "[(一)主动公开情况]\n全年公开信息20条。\n(二)依申请公开。全年没有申请\n一是加强领导\n[1.加强学习]");
}

TEST(Passage, DropsMarkdownAndCountsNoCircledNumber) {
  EXPECT_EQ(show_passages(u"**1. 充实功能。**①网站②热线共３件。"), "1.充实功能。;网站;热线共3件。");
}

TEST(Passage, LeavesTablesAndHeadingsOfSectionsOut) {
  NarrativeReport made(u"全年公开信息20条。\n规章\t0\t0\t0\n其他事项。");
  made.document.tables.push_back({.range = {10, 18}, .rows = 1, .columns = 4, .cells = {}});
  EXPECT_EQ(show_passages(made), "全年公开信息20条。\n其他事项。");
}

TEST(Passage, ReadsSentencesBetweenTheTables) {
  NarrativeReport made(u"主动公开情况\n行政许可\n另有规范性文件2件，已在网站公布。\n（本列数据的勾稽关系为：第一项加第二项之和。）");
  made.report.sections[0].how = Recognised::no;
  made.report.sections[1].how = Recognised::by_title;
  made.report.sections[1].body = made.report.sections[0].body;
  EXPECT_EQ(show_passages(made), "另有规范性文件2件,已在网站公布。");
}

TEST(Passage, EveryUnitKnowsItsPlace) {
  const NarrativeReport made(u"收到３５ 件，\n答复２ 件。");
  const auto all = prose::passages(made.report);
  ASSERT_EQ(all.size(), 1u);
  const auto at = all[0].text.find(u"2件");
  EXPECT_EQ(to_utf8(made.document.view(all[0].back(at, at + 2))), "２ 件");
}

}  // namespace
}  // namespace nianbao::testing
