#include "output/comparison.h"

#include <gtest/gtest.h>

#include "base/unicode.h"
#include "check.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

using tests::base_of_year;
using tests::Edit;
using tests::EditKind;
using Json = nlohmann::json;

Json compared(const std::string& now, const std::string& then) {
  return Json::parse(check(now, parse_options(R"({"name": "a.txt"})").options, then))["comparison"];
}

std::string as_text(const std::string& now, const std::string& then) {
  Reading a, b;
  read_report(now, {}, a);
  read_report(then, {}, b);
  return to_utf8(comparison_text(a.report, b.report).zh);
}

TEST(Comparison, IsThereOnlyWithAReportOfLastYear) {
  const std::string now = base_of_year(2024, {});
  EXPECT_FALSE(Json::parse(check(now, {})).contains("comparison"));
  EXPECT_FALSE(Json::parse(check(now, {}, "今天天气很好。")).contains("comparison"));
  EXPECT_TRUE(Json::parse(check(now, {}, base_of_year(2023, {}))).contains("comparison"));
}

TEST(Comparison, HoldsCellAgainstCellAndTakesNoBlankForZero) {
  const Json out =
      compared(base_of_year(2024, {{EditKind::set_cell, "requests.disclosed.individuals", "9"},
                                   {EditKind::set_cell, "disclosure.normative_documents.issued", ""},
                                   {EditKind::set_cell, "disclosure.normative_documents.repealed", "/"}}),
               base_of_year(2023, {{EditKind::set_cell, "requests.disclosed.individuals", "12"},
                                   {EditKind::set_cell, "disclosure.normative_documents.issued", "0"}}));
  EXPECT_EQ(out["comparable"], true);
  EXPECT_EQ(out["previous"]["year"], 2023);
  EXPECT_EQ(out["previous"]["agency"], "青禾县水利局");
  EXPECT_EQ(out["cells"].size(), 200u);
  EXPECT_EQ(out["cells"]["requests.disclosed.individuals"],
            Json::parse(R"({"value": 12, "text": "12", "state": "number", "difference": -3})"));
  EXPECT_FALSE(out["cells"]["disclosure.normative_documents.issued"].contains("difference"));
  EXPECT_FALSE(out["cells"]["disclosure.normative_documents.repealed"].contains("difference"));
  EXPECT_EQ(out["cells"]["disclosure.regulations.issued"]["difference"], 0);
}

TEST(Comparison, TextWhoseYearAloneMovedOnIsUnchanged) {
  const Json out = compared(base_of_year(2024, {}), base_of_year(2023, {}));
  ASSERT_FALSE(out["sections"].empty());
  for (const Json& section : out["sections"]) {
    EXPECT_EQ(section["percent"], 100) << section["number"];
    EXPECT_EQ(section["unchanged"], section["characters"]);
    EXPECT_FALSE(section["ranges"].empty());
  }
}

TEST(Comparison, MeasuresTheShareOfSentencesThatStayed) {
  const std::string text =
      "青禾县水利局{0}年政府信息公开工作年度报告\n一、总体情况\n{1}年，收到申请{2}件。工作机制健全。\n"
      "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、因政府信息公开工作被申请行政复议、提"
      "起行政诉讼情况\n"
      "五、存在的主要问题及改进情况\n{3}\n六、其他需要报告的事项\n无其他需要报告的事项。\n";
  const auto filled = [&](std::vector<std::string> parts) {
    std::string out = text;
    for (std::size_t i = 0; i < parts.size(); ++i)
      out.replace(out.find("{" + std::to_string(i) + "}"), 3, parts[i]);
    return out;
  };
  const Json out =
      compared(filled({"2024", "2024", "8", "公开不够及时。"}), filled({"2023", "2023", "7", "人手不足。"}));
  ASSERT_EQ(out["sections"].size(), 3u);
  // Folded, with the report year as one sign: Y，收到申请8件 (8) and 工作机制健全 (6).
  EXPECT_EQ(
      out["sections"][0],
      Json::parse(
          R"({"number": 1, "characters": 14, "unchanged": 6, "percent": 42, "alike": 0, "ranges": [[44, 51]]})"));
  EXPECT_EQ(out["sections"][1]["percent"], 0);
  EXPECT_EQ(out["sections"][2]["percent"], 100);
}

TEST(Comparison, TheNoticeOfAnotherAgencyHasATitleOfItsOwn) {
  const std::string now = base_of_year(2024, {}),
                    other = base_of_year(2023, {{EditKind::replace_all, "青禾县水利局", "丹江市教育局"}});
  const Json findings = Json::parse(check(now, {}, other))["findings"];
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0]["rule"], "history/carry-over");
  EXPECT_EQ(findings[0]["title"], "上年年报是另一机关的，没有核对");
}

TEST(Comparison, OtherAgenciesAndYearsAreToldAndNothingIsHeldAgainstThem) {
  const std::string now = base_of_year(2024, {}),
                    other = base_of_year(2023, {{EditKind::replace_all, "青禾县水利局", "丹江市教育局"}});
  const Json out = compared(now, other);
  EXPECT_EQ(out["comparable"], false);
  EXPECT_EQ(out["reason"], "两份年报的机关不同（本年“青禾县水利局”，上年“丹江市教育局”）");
  EXPECT_EQ(as_text(now, other),
            "没有与上年对照：两份年报的机关不同（本年“青禾县水利局”，上年“丹江市教育局”）。\n");
  EXPECT_EQ(as_text(base_of_year(2023, {}), now),
            "没有与上年对照：提供的是2024年年报，不是2023年的上一年。\n");
}

TEST(Comparison, ShowsRowsThatChangedAtATerminal) {
  const std::string text =
      as_text(base_of_year(2024, {{EditKind::set_cell, "requests.disclosed.individuals", "9"},
                                  {EditKind::set_cell, "requests.disclosed.businesses", ""}}),
              base_of_year(2023, {{EditKind::set_cell, "requests.disclosed.individuals", "12"},
                                  {EditKind::set_cell, "requests.disclosed.businesses", "1"}}));
  EXPECT_NE(text.find("与上年（2023年）年报对照：\n  表二：10 格中 0 格有变化\n  表三："), std::string::npos)
      << text;
  EXPECT_NE(text.find("格中 2 格有变化\n    “（一）予以公开”：“自然人” 12→9（-3）、“商业企业” 1→空白\n"),
            std::string::npos)
      << text;
}

}  // namespace
}  // namespace nianbao
