#include "output/to_text.h"

#include <gtest/gtest.h>

#include "check.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

std::string shown(const std::string& bytes, const std::string& options) {
  const Options chosen = parse_options(options).options;
  CheckedReading all;
  read_and_check(bytes, chosen, std::nullopt, all);
  return to_text(all, chosen);
}

using tests::base_with;

std::string head(const std::string& text) {
  return text.substr(0, text.find("\n\n", text.find("规则：") != std::string::npos ? text.find("规则：")
                                                                                   : text.find("rule: ")));
}

TEST(ToText, ShowsVerdictPlaceBasisAndCure) {
  const std::string bytes = base_with({{tests::EditKind::set_cell, "disclosure.licences.decisions", "-3"}});
  EXPECT_EQ(head(shown(bytes, R"({"name": "年报.txt"})")),
            "年报.txt：青禾县水利局2024年政府信息公开工作年度报告\n"
            "  2024年度，2021年格式\n"
            "结论：有1处错误须改正（错误1处，疑似0处，提示0处）。\n"
            "  按问题清单逐条改正原文件，改好后再查一遍。\n"
            "\n"
            "1. 错误：表二“行政许可”行“本年处理决定数量”列填的是-3，件数和金额不会是负数。\n"
            "    位置：第37行，“二、主动公开政府信息情况”，“行政许可”行（本年处理决定数量）\n"
            "    依据：年度报告格式：各栏填报件数或金额，不会小于0\n"
            "    建议：核对原始台账后改填实际数；多半是多打了“-”或把增减数填了进来。\n"
            "    规则：cells/negative");
}

TEST(ToText, SpeaksEnglishAndTellsOfChoices) {
  const std::string bytes = base_with({{tests::EditKind::set_cell, "disclosure.licences.decisions", "-3"}});
  EXPECT_EQ(
      head(shown(bytes, R"({"name": "a.txt", "language": "en", "severity": {"cells/negative": "notice"}})")),
      "a.txt: 青禾县水利局2024年政府信息公开工作年度报告\n"
      "  report year 2024, form of 2021\n"
      "Verdict: Nothing found in what was checked, but not everything was (errors 0, to verify 0, notices "
      "1).\n"
      "  Rules are switched off or rated otherwise; switch all on again and see.\n"
      "\n"
      "1. notice: Table 2, row \"administrative licensing\", column \"decisions this year\": -3; a count or "
      "an amount is never negative.\n"
      "    place: line 37, \"二、主动公开政府信息情况\", row \"administrative licensing\" (decisions this "
      "year)\n"
      "    basis: The official form: counts and amounts are never below 0\n"
      "    advice: Enter the actual number from the records; mostly a stray minus sign or a change in place "
      "of a count.\n"
      "    rule: cells/negative (rated error unless chosen otherwise)");
}

TEST(ToText, PartsEquationsAsTheLanguageDoes) {
  const std::string bytes =
      base_with({{tests::EditKind::set_cell, "requests.refused_process_information.businesses", "2"}});
  const auto figures = [&](const std::string& options, const std::string& word) {
    const std::string text = shown(bytes, options);
    const auto begin = text.find("    " + word);
    return text.substr(begin, text.find('\n', begin) - begin);
  };
  EXPECT_EQ(figures(R"({"name": "a.txt"})", "算式"),
            "    算式：1 + 2 + 0 + 0 + 0 + 0 ≠ 2；3 + 1 + 2 + 1 ≠ 6");
  EXPECT_EQ(figures(R"({"name": "a.txt", "language": "en"})", "figures"),
            "    figures: 1 + 2 + 0 + 0 + 0 + 0 ≠ 2; 3 + 1 + 2 + 1 ≠ 6");
}

TEST(ToText, ACleanReportSaysSo) {
  const std::string text = shown(base_with({}), R"({"name": "a.txt", "disable": ["cells/dash"]})");
  EXPECT_NE(text.find("结论：查过的项目未发现问题，但没有全查（错误0处，疑似0处，提示0处）。\n"),
            std::string::npos);
  EXPECT_NE(text.find("没有检查：cells/dash（已由使用者关闭）\n"), std::string::npos);
}

TEST(ToText, WhatIsNoReportIsNotCalledClean) {
  EXPECT_EQ(shown("今天天气很好。", R"({"name": "a.txt"})"),
            "a.txt\n  "
            "没有读全：没有找到政府信息公开工作年度报告：既没有规定的六个部分，也没有三张表。请确认选对了文件"
            "，或粘贴年报全文。\n"
            "结论：没有认出政府信息公开年报，没有检查。\n");
}

TEST(ToText, FormsListEveryRow) {
  const std::string text = forms_text(Language::chinese);
  EXPECT_NE(text.find("2021 国办公开办函〔2021〕30号\n  一、总体情况\n"), std::string::npos);
  EXPECT_NE(text.find("    规章：本年制发件数、本年废止件数、现行有效件数\n"), std::string::npos);
  EXPECT_NE(forms_text(Language::english).find("    rules: issued this year, repealed this year, in force\n"),
            std::string::npos);
}

TEST(ToText, RulesListOneALine) {
  EXPECT_NE(rules_text(Language::chinese)
                .find("cells/negative\t错误\t数值为负\t年度报告格式：各栏填报件数或金额，不会小于0\n"),
            std::string::npos);
  EXPECT_NE(rules_text(Language::english).find("cells/negative\terror\tA negative number\t"),
            std::string::npos);
}

}  // namespace
}  // namespace nianbao
