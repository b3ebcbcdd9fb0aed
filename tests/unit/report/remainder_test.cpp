// What was not read is said to be not read, and nothing there is called missing.
#include "report/remainder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/unicode.h"
#include "check.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

using tests::base_with;
using tests::EditKind;
using Json = nlohmann::json;

Json checked(const std::string& bytes, const char* language = "zh") {
  return Json::parse(
      check(bytes, parse_options(std::string(R"({"language": ")") + language + "\"}").options));
}

std::vector<std::string> rules(const Json& result) {
  std::vector<std::string> out;
  for (const Json& finding : result["findings"]) out.push_back(finding["rule"]);
  return out;
}

std::string up_to(std::string_view words) {
  const std::string all = base_with({});
  return all.substr(0, all.find(words));
}

TEST(CutText, InsideATableIsToldOnce) {
  const Json result = checked(up_to("\t1\t0\t0\t0\t0\t0\t1\n\t\t6.属于四类") + "\t1\t0");
  EXPECT_EQ(result["outcome"], "partial");
  ASSERT_EQ(result["problems"].size(), 1u) << result["problems"];
  EXPECT_EQ(result["problems"][0]["code"], "cut-short");
  EXPECT_EQ(result["problems"][0]["title"], "内容可能不完整");
  EXPECT_EQ(result["problems"][0]["message"],
            "文字到“5.属于三类内部事务信息 1 "
            "0”为止，后面没有了，可能没有复制全。只核对了已有的部分，请补全后再查。");
  EXPECT_EQ(rules(result), std::vector<std::string>{});
  EXPECT_EQ(result["report"]["cells"]["requests.refused_third_party_rights.total"]["value"], 1);
  EXPECT_EQ(result["report"]["cells"]["requests.refused_internal_affairs.individuals"]["state"], "unread");
}

TEST(CutText, BehindATableOrInASentenceIsToldOnce) {
  for (const char* end : {"四、政府信息公开行政复议", "五、存在的主要问题", "平台建设情况\n"}) {
    const Json result = checked(up_to(end), "en");
    EXPECT_EQ(result["outcome"], "partial");
    ASSERT_EQ(result["problems"].size(), 1u) << end << result["problems"];
    EXPECT_EQ(result["problems"][0]["code"], "cut-short");
    EXPECT_EQ(result["verdict"]["kind"], "partial") << end;
    EXPECT_EQ(rules(result), std::vector<std::string>{}) << end;
  }
}

TEST(CutText, AReportThatLacksASectionIsNotCut) {
  const Json result = checked(base_with({{EditKind::remove_section, "6", ""}}));
  EXPECT_EQ(result["problems"].size(), 0u);
  EXPECT_NE(std::string(result["findings"].dump()).find("structure/section-missing"), std::string::npos);
}

TEST(TablesOnly, AreCheckedAndItIsSaid) {
  const std::string all = base_with({{EditKind::set_cell, "requests.carried_forward.individuals", "7"}});
  std::string tables = all.substr(all.find("第二十条第（一）项"),
                                  all.find("五、存在的主要问题") - all.find("第二十条第（一）项"));
  for (const char* heading :
       {"三、收到和处理政府信息公开申请情况\n", "四、政府信息公开行政复议、行政诉讼情况\n"})
    if (const auto at = tables.find(heading); at != std::string::npos)
      tables.erase(at, std::string(heading).size());
  const Json result = checked(tables);
  EXPECT_EQ(result["outcome"], "partial");
  ASSERT_EQ(result["problems"].size(), 1u) << result["problems"];
  EXPECT_EQ(result["problems"][0]["message"],
            "只有表格，没有标题和六个部分的文字。表格已核对，文字没有核对；要查全文，请粘贴整份年报。");
  EXPECT_EQ(rules(result), std::vector<std::string>{"requests/misstated-cell"});
}

TEST(HeadingsOnly, AreNotSaidToBeMissing) {
  const Json result = checked("一、总体情况\n全年公开。\n五、存在的主要问题及改进情况\n不足不少。\n");
  EXPECT_EQ(result["outcome"], "unreadable");
  EXPECT_EQ(result["problems"][0]["code"], "headings-only");
  EXPECT_EQ(result["problems"][0]["message"],
            "文中有“一、总体情况”一类年报的部分标题，但没有读到三张表，也没有年报的标题，认不出是政府信息公开"
            "年报。请确认内容是否复制全了，"
            "或从 Word、网页复制全文。");
}

// Rows whose numbers run together: they cannot be told apart, and nothing is called missing.
TEST(LostTables, AreToldAsNotReadAndNotAsMissing) {
  std::string bytes = base_with({});
  const std::size_t begin = bytes.find("一、本年新收政府信息公开申请数量"),
                    end = bytes.find("四、政府信息公开行政复议");
  std::string rows = bytes.substr(begin, end - begin);
  rows.erase(std::remove(rows.begin(), rows.end(), '\t'), rows.end());
  bytes.replace(begin, end - begin, rows);
  const Json result = checked(bytes);
  EXPECT_EQ(result["outcome"], "partial");
  EXPECT_NE(result["verdict"]["kind"], "clean");
  for (const std::string& rule : rules(result)) EXPECT_NE(rule.substr(0, 10), "structure/") << rule;
  ASSERT_GE(result["problems"].size(), 1u);
  EXPECT_NE(result["problems"][0]["message"].get<std::string>().find("请从 Word 或网页复制表格再查。"),
            std::string::npos);
}

}  // namespace
}  // namespace nianbao
