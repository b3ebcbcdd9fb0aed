#include "output/conclusion.h"

#include <gtest/gtest.h>

#include "base/unicode.h"
#include "check.h"
#include "output/to_json.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

using tests::base_with;
using tests::EditKind;

struct Told {
  std::string kind, title, next, english;
};

Told told(const std::string& bytes, const Options& options = {}) {
  CheckedReading all;
  read_and_check(bytes, options, std::nullopt, all);
  const Conclusion conclusion = conclude(all, options);
  return {std::string(conclusion_name(conclusion.kind)), to_utf8(conclusion.title.zh),
          to_utf8(conclusion.next.zh), to_utf8(conclusion.title.en)};
}

std::string slip() { return base_with({{EditKind::set_cell, "disclosure.licences.decisions", "-3"}}); }

TEST(Conclusion, GreenSaysWhatWasFoundAndNotWhatToDo) {
  const Told clean = told(base_with({}));
  EXPECT_EQ(clean.kind, "clean");
  EXPECT_EQ(clean.title, "未发现问题");
  EXPECT_EQ(clean.next, "内容全部读到并核对。");
  EXPECT_EQ(clean.english, "No problem found");
}

TEST(Conclusion, ErrorsFirst) {
  const Told errors = told(slip());
  EXPECT_EQ(errors.kind, "errors");
  EXPECT_EQ(errors.title, "有1处错误须改正");
  EXPECT_EQ(errors.next, "按问题清单逐条改正原文件，改好后再查一遍。");
  EXPECT_EQ(errors.english, "Errors to correct: 1");
}

TEST(Conclusion, WarningsAndNotices) {
  const Told warnings = told(base_with({{EditKind::set_cell, "disclosure.fees.amount", ""}}));
  EXPECT_EQ(warnings.kind, "warnings");
  EXPECT_EQ(warnings.title, "未发现错误，有1处疑似待核实");
  Options lowered;
  lowered.rules.push_back({"cells/blank", Severity::notice});
  EXPECT_EQ(told(base_with({{EditKind::set_cell, "disclosure.fees.amount", ""}}), lowered).kind, "limited");
}

TEST(Conclusion, NeverGreenWhereErrorsAreOnlySetAside) {
  CheckedReading all;
  read_and_check(slip(), {}, std::nullopt, all);
  Options options;
  options.dismissals[all.checked->rules.findings.front().key] = u"";
  const Told dismissed = told(slip(), options);
  EXPECT_EQ(dismissed.kind, "dismissed");
  EXPECT_EQ(dismissed.title, "1处已标为不是问题（其中错误1处），请复核理由");
  EXPECT_EQ(dismissed.next, "没有其他错误和疑似。标为不是问题的各处，请连同理由再看一遍。");
}

TEST(Conclusion, NeverGreenWhereRulesWereSwitchedOff) {
  Options options;
  options.rules.push_back({"wording/*", std::nullopt});
  const Told limited = told(base_with({}), options);
  EXPECT_EQ(limited.kind, "limited");
  EXPECT_EQ(limited.title, "查过的项目未发现问题，但没有全查");
}

TEST(Conclusion, NeverGreenWhereLastYearsFileWasOfNoUse) {
  CheckedReading all;
  read_and_check(base_with({}), {}, base_with({}), all);
  const Conclusion same_year = conclude(all, {});
  EXPECT_EQ(conclusion_name(same_year.kind), "limited");
  EXPECT_EQ(to_utf8(same_year.title.zh), "查过的项目未发现问题，但没有全查");
  EXPECT_EQ(to_utf8(same_year.next.zh),
            "上年文件是2024年度的，不是上一年度，没有对照。请换成本机关上一年度的年报，或者去掉上年文件，再看"
            "结论。");
  EXPECT_EQ(to_utf8(same_year.next.en),
            "Last year's file is of 2024, not of the year before; nothing was compared. Give this body's "
            "report of the year "
            "before instead, or none, and see.");
}

TEST(Conclusion, NeverGreenWhereSomethingWasNotRead) {
  const std::string cut = base_with({});
  const Told partial = told(cut.substr(0, cut.find("3.危及")));
  EXPECT_EQ(partial.kind, "partial");
  EXPECT_EQ(partial.title, "只读到一部分");
}

TEST(Conclusion, WhatCannotBeReadHasItsOwnHeading) {
  const std::pair<std::string, const char*> files[] = {
      {"", "文件是空的"},
      {"\xFF\xD8\xFF\xE0 a photo", "是图片，没有文字可读"},
      {std::string("\x01\x02\x03\x04\x05\x06\x07\x08", 8), "不是文档"},
      {"今天天气很好。", "没有认出政府信息公开年报"},
      {"青州县教育局2023年工作总结\n一、总体情况\n全年完成任务。\n", "是另一种报告"},
  };
  for (const auto& [bytes, title] : files) {
    const Told unreadable = told(bytes);
    EXPECT_EQ(unreadable.kind, "unreadable");
    EXPECT_EQ(unreadable.title, title);
    EXPECT_EQ(unreadable.next.substr(unreadable.next.size() - 3), "。");
  }
}

TEST(ProblemTitle, EveryCodeHasAHeadingInBothLanguages) {
  for (int i = 0; i <= static_cast<int>(ErrorCode::edits); ++i) {
    const Text title = problem_title(static_cast<ErrorCode>(i));
    EXPECT_FALSE(title.zh.empty() || title.en.empty()) << i;
    EXPECT_NE(title.zh.back(), u'。');
  }
}

// An error is certain: its name does not say 疑似, which is the next level's.
TEST(RuleTitles, OnlyWarningsAreCalledDoubtful) {
  for (const RegisteredRule& rule : all_rules()) {
    if (rule.rule.severity == Severity::warning) continue;
    EXPECT_EQ(rule.rule.title.zh.find(u"疑似"), std::u16string_view::npos) << rule.id;
  }
}

}  // namespace
}  // namespace nianbao
