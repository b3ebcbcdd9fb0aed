#include <gtest/gtest.h>

#include "support/rule_case.h"
#include "support/shapes.h"

namespace nianbao::tests {
namespace {

Composed made(std::vector<Edit> edits, int year = 0) {
  Recipe recipe;
  recipe.edits = std::move(edits);
  recipe.year = year;
  return compose(recipe, rules_folder());
}

bool contains(const std::string& text, const std::string& piece) {
  return text.find(piece) != std::string::npos;
}

TEST(ParseCases, ReadsEveryKindOfLine) {
  const CaseFile file = parse_cases("requests/balance", R"(# requests/balance
## 违规：少报一件结转
底稿：2019
年份：2020
requests.carried_forward.total = 0
requests.*.individuals = 空
删行 requests.refused_state_secret
把“甲”改为“乙\n丙”
在“甲”后加“，“乙””
落款：
选项：{"today":"2026-02-05"}
上年 requests.carried_forward.total = 3
期望：requests/balance 在 requests.outcome_total.total、requests.carried_forward.total：“表三“总计”列：10 + 3 ≠ 12 + 0。”
英文：“Table 3”
等式：“10 + 3 ≠ 12 + 0”
牵连：requests/row-total、requests/outcome-total
另有：requests/row-total、cells/blank
## 合规：全部为零
requests.*.* = 0
期望：无
)");
  ASSERT_EQ(file.errors, std::vector<std::string>());
  ASSERT_EQ(file.cases.size(), 2u);
  const RuleCase& first = file.cases[0];
  EXPECT_TRUE(first.violation);
  EXPECT_EQ(first.name, "违规：少报一件结转");
  EXPECT_EQ(first.recipe.base, "2019");
  EXPECT_EQ(first.recipe.year, 2020);
  ASSERT_EQ(first.recipe.edits.size(), 6u);
  EXPECT_EQ(first.recipe.edits[1].with, "");
  EXPECT_EQ(first.recipe.edits[3].with, "乙\n丙");
  EXPECT_EQ(first.recipe.edits[4].what, "甲");
  EXPECT_EQ(first.recipe.edits[4].with, "，“乙”");
  ASSERT_TRUE(first.last_year.has_value());
  EXPECT_EQ(first.last_year->edits.size(), 1u);
  ASSERT_EQ(first.expected.size(), 1u);
  EXPECT_EQ(first.expected[0].cells,
            (std::vector<std::string>{"requests.outcome_total.total", "requests.carried_forward.total"}));
  EXPECT_EQ(first.expected[0].message, "表三“总计”列：10 + 3 ≠ 12 + 0。");
  EXPECT_EQ(first.expected[0].english, "Table 3");
  EXPECT_EQ(first.expected[0].equation, "10 + 3 ≠ 12 + 0");
  EXPECT_EQ(first.expected[0].violates.size(), 2u);
  EXPECT_EQ(first.others.size(), 2u);
  EXPECT_FALSE(file.cases[1].violation);
}

TEST(ParseCases, ReadsAQuotedPlaceAndAWholeText) {
  const CaseFile file = parse_cases("wording/until", R"(## 违规：截止
全文：
```
## 这一行不是标题
截止2023年12月31日
```
期望：wording/until 在 “截止2023年”：“应为“截至”。”
)");
  ASSERT_EQ(file.errors, std::vector<std::string>());
  EXPECT_EQ(file.cases[0].recipe.whole_text, "## 这一行不是标题\n截止2023年12月31日\n");
  EXPECT_EQ(file.cases[0].expected[0].quoted, "截止2023年");
  EXPECT_EQ(file.cases[0].expected[0].message, "应为“截至”。");
}

TEST(ParseCases, NamesTheLineThatIsWrong) {
  const CaseFile file =
      parse_cases("a/b", "## 违规：甲\n期望：a/c：“乙”\n改一改\n## 合规：甲\n## 别的\n期望：a/b：“丙”\n");
  EXPECT_EQ(file.errors,
            (std::vector<std::string>{"2: not understood: 期望：a/c：“乙”", "3: not understood: 改一改",
                                      "5: a heading is “## 违规：…” or “## 合规：…”", "1: 违规 without 期望",
                                      "5: 合规 with a finding expected"}));
}

TEST(Compose, PatchesCells) {
  const std::string text = made({{EditKind::set_cell, "requests.refused_third_party_rights.*", "7"},
                                 {EditKind::set_cell, "disclosure.fees.amount", ""},
                                 {EditKind::set_cell, "proceedings.direct_suits.other", "/"}})
                               .bytes;
  EXPECT_TRUE(contains(text, "\t\t4.保护第三方合法权益\t7\t7\t7\t7\t7\t7\t7\n"));
  EXPECT_TRUE(contains(text, "行政事业性收费\t\n"));
  EXPECT_TRUE(contains(text, "\n2\t1\t1\t1\t5\t0\t0\t/\t0\t1\t1\t0\t0\t1\t2\n"));
}

TEST(Compose, MovesAMergedLabelToTheNextRowWhenItsRowGoes) {
  const std::string text = made({{EditKind::remove_row, "requests.refused_state_secret", ""}}).bytes;
  EXPECT_FALSE(contains(text, "属于国家秘密"));
  EXPECT_TRUE(contains(text, "\t（三）不予公开\t2.其他法律行政法规禁止公开\t0"));
}

TEST(Compose, RemovesColumnsOfEachTable) {
  const std::string text = made({{EditKind::remove_column, "requests.businesses", ""},
                                 {EditKind::remove_column, "disclosure.repealed", ""},
                                 {EditKind::remove_column, "proceedings.pending", ""}})
                               .bytes;
  EXPECT_TRUE(contains(text, "\t\t\t自然人\t法人或其他组织\t\t\t\t总计\n\t\t\t\t科研机构\t"));
  EXPECT_TRUE(contains(text, "\t\t\t21\t1\t1\t2\t0\t31\n"));
  EXPECT_TRUE(contains(text, "信息内容\t本年制发件数\t现行有效件数\n规章\t0\t0\n行政规范性文件\t3\t12\n"));
  EXPECT_TRUE(contains(text, "\n2\t1\t1\t5\t0\t0\t1\t1\t1\t0\t0\t2\n"));
}

TEST(Compose, RemovesEmptiesAndSwapsSections) {
  const std::string removed =
      made({{EditKind::remove_section, "6", ""}, {EditKind::remove_section, "3", ""}}).bytes;
  EXPECT_TRUE(contains(removed, "及时性已有改善。\n\n青禾县水利局\n2025年1月20日\n"));
  EXPECT_FALSE(contains(removed, "本年新收"));
  EXPECT_TRUE(
      contains(made({{EditKind::empty_section, "6", ""}}).bytes, "六、其他需要报告的事项\n\n青禾县水利局\n"));
  const std::string swapped = made({{EditKind::swap_sections, "2", "5"}}).bytes;
  EXPECT_LT(swapped.find("五、存在的主要问题"), swapped.find("三、收到和处理"));
  EXPECT_LT(swapped.find("四、政府信息公开"), swapped.find("二、主动公开政府信息情况\n"));
}

TEST(Compose, MovesYearsButNotDocumentNumbers) {
  const std::string text = made({}, 2022).bytes;
  EXPECT_TRUE(contains(text, "青禾县水利局2022年政府信息公开工作年度报告"));
  EXPECT_TRUE(contains(text, "2023年1月20日"));
  EXPECT_TRUE(contains(text, "〔2021〕30号"));
}

TEST(Compose, RefusesWhatTheBaseDoesNotHave) {
  EXPECT_EQ(made({{EditKind::replace, "天外来客", "甲"}}).error, "not in the base: 天外来客");
  EXPECT_EQ(made({{EditKind::replace, "青禾县水利局", "甲"}}).error, "4 times in the base: 青禾县水利局");
  EXPECT_EQ(made({{EditKind::set_cell, "requests.nothing.total", "1"}}).error,
            "the base has no requests.nothing.total");
}

TEST(Compose, DropsTheSignature) {
  const std::string text = made({{EditKind::signature, "", ""}}).bytes;
  EXPECT_FALSE(contains(text, "2025年1月20日"));
  EXPECT_TRUE(contains(text, "没有其他需要报告的事项。\n"));
}

TEST(Shapes, HtmlJoinsMergedCells) {
  const std::string html = as_html(made({}).bytes);
  EXPECT_TRUE(contains(
      html,
      "<td rowspan=\"3\" colspan=\"3\">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
      "</td><td colspan=\"7\">申请人情况</td>"));
  EXPECT_TRUE(contains(
      html, "<td rowspan=\"2\">自然人</td><td colspan=\"5\">法人或其他组织</td><td rowspan=\"2\">总计</td>"));
  EXPECT_TRUE(contains(
      html, "<td rowspan=\"22\">三、本年度办理结果</td><td colspan=\"2\">（一）予以公开</td><td>9</td>"));
  EXPECT_TRUE(contains(html, "<td rowspan=\"8\">（三）不予公开</td><td>1.属于国家秘密</td>"));
  EXPECT_TRUE(
      contains(html, "<td rowspan=\"2\" colspan=\"5\">行政复议</td><td colspan=\"10\">行政诉讼</td>"));
}

TEST(Shapes, MarkdownHasPipeTables) {
  const std::string markdown = as_markdown(made({}).bytes);
  EXPECT_TRUE(contains(markdown, "# 青禾县水利局2024年政府信息公开工作年度报告\n"));
  EXPECT_TRUE(contains(markdown, "## 一、总体情况\n"));
  EXPECT_TRUE(contains(markdown, "| 规章 | 0 | 0 | 0 |\n"));
}

}  // namespace
}  // namespace nianbao::tests
