// Every product tells of the same result: of a report among others, with dismissals, with last year's file.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "annotate/annotate.h"
#include "base/encode.h"
#include "base/unicode.h"
#include "check.h"
#include "note/products.h"
#include "output/conclusion.h"
#include "output/csv.h"
#include "output/to_text.h"
#include "support/encode.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

using tests::base_of_year;
using tests::base_with;
using tests::EditKind;
using Json = nlohmann::json;

std::string of_body(const char* name) { return base_with({{EditKind::replace_all, "青禾县水利局", name}}); }

Unit unit(const std::string& bytes, const char* name) {
  Reading reading;
  read_report(bytes, {}, reading);
  return unit_of(reading.report, name);
}

// The base report beside a copy of it by another body.
Options among_others() {
  Options options = parse_options(R"({"name": "年报.txt", "today": "2025-01-20"})").options;
  options.together = {unit(base_with({}), "年报.txt"), unit(of_body("青禾县交通运输局"), "甲")};
  return options;
}

struct Told {
  std::string json, text, csv, note, copy;
};

Told told(const std::string& bytes, const Options& options,
          std::optional<std::string_view> previous = std::nullopt) {
  CheckedReading all;
  read_and_check(bytes, options, previous, all);
  const auto product = [&](const char* kind) { return make_product({kind}, bytes, options, previous).bytes; };
  return {check(bytes, options, previous), to_text(all, options), findings_csv(all, options),
          product("note.html"), product("annotated")};
}

constexpr const char* alike = "正文去掉数字和机关名称后与“青禾县交通运输局”（“甲”，100% 相同）的年报雷同。";

TEST(OneDoor, WhatIsFoundAmongReportsStandsInEveryProduct) {
  const Told all = told(base_with({}), among_others());
  const Json result = Json::parse(all.json);
  ASSERT_EQ(result["findings"].size(), 1u);
  EXPECT_EQ(result["findings"][0]["rule"], "rollup/duplicate-units");
  EXPECT_EQ(result["verdict"]["kind"], "warnings");
  for (const std::string* product : {&all.text, &all.csv, &all.note, &all.copy})
    EXPECT_NE(product->find(alike), std::string::npos) << *product;
  EXPECT_NE(all.note.find("未发现错误，有1处疑似待核实（错误0处，疑似1处，提示0处）。"), std::string::npos);
}

TEST(OneDoor, WhatWasSetAsideIsSoInEveryProduct) {
  Options options = among_others();
  CheckedReading before;
  read_and_check(base_with({}), options, std::nullopt, before);
  const std::string key = before.checked->rules.findings.front().key;
  options.dismissals[key] = u"两局合署办公";
  const Told all = told(base_with({}), options);
  const Json result = Json::parse(all.json);
  EXPECT_EQ(result["findings"][0]["key"], key);
  EXPECT_EQ(result["findings"][0]["dismissed"]["reason"], "两局合署办公");
  EXPECT_FALSE(result["findings"][0].contains("number"));
  EXPECT_EQ(result["summary"], Json::parse(R"({"errors": 0, "warnings": 0, "notices": 0,
                                               "dismissed": {"errors": 0, "warnings": 1, "notices": 0}})"));
  EXPECT_EQ(result["verdict"]["kind"], "clean");
  EXPECT_EQ(all.csv, "");
  EXPECT_EQ(all.copy, base_with({}));
  for (const std::string* product : {&all.text, &all.note}) {
    EXPECT_NE(product->find("理由：两局合署办公"), std::string::npos);
    EXPECT_NE(product->find("未发现问题（错误0处，疑似0处，提示0处；已标为不是问题1处）。"),
              std::string::npos);
  }
}

TEST(OneDoor, FindingsHaveOneNumberInPageOrder) {
  const std::string bytes = base_with({{EditKind::set_cell, "requests.carried_forward.total", "9"},
                                       {EditKind::set_cell, "disclosure.licences.decisions", "-3"},
                                       {EditKind::set_cell, "disclosure.fees.amount", ""}});
  const Told all = told(bytes, parse_options(R"({"name": "a.txt"})").options);
  const Json findings = Json::parse(all.json)["findings"];
  ASSERT_GE(findings.size(), 3u);
  constexpr std::array<const char*, 3> severities{"error", "warning", "notice"};
  std::size_t at = 0;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    EXPECT_EQ(findings[i]["number"], static_cast<int>(i) + 1);
    while (findings[i]["severity"] != severities.at(at)) ++at;  // only ever on
    constexpr std::array<const char*, 3> words{"错误", "疑似", "提示"};
    const std::string line =
        std::to_string(i + 1) + ". " + words.at(at) + "：" + findings[i]["message"].get<std::string>();
    EXPECT_NE(all.text.find(line), std::string::npos) << line;
    EXPECT_NE(all.copy.find(line), std::string::npos) << line;
    EXPECT_NE(all.note.find(words.at(at)), std::string::npos);
    EXPECT_NE(all.csv.find("a.txt,青禾县水利局,2024," + std::to_string(i + 1) + ","), std::string::npos);
  }
}

// --- last year's file --------------------------------------------------------------------------------------

Json last_year(const std::string& previous, const char* language = "zh") {
  const Options options =
      parse_options(std::string(R"({"name": "a.txt", "language": ")") + language + "\"}").options;
  return Json::parse(check(base_of_year(2024, {}), options, previous))["lastYear"];
}

TEST(LastYear, SaysWhatBecameOfTheFile) {
  EXPECT_FALSE(Json::parse(check(base_of_year(2024, {}), {})).contains("lastYear"));
  const Json compared = last_year(base_of_year(2023, {}));
  EXPECT_EQ(compared,
            Json::parse(
                R"({"state": "compared", "message": "已与上年（2023年）年报对照。", "agency": "青禾县水利局",
    "year": 2023, "form": "2021", "title": "青禾县水利局2023年政府信息公开工作年度报告", "partial": false})"));
  EXPECT_EQ(last_year(base_of_year(2025, {}))["message"], "上年文件是2025年度的，不是上一年度，没有对照。");
  EXPECT_EQ(last_year(base_of_year(2025, {}))["state"], "other-year");
  EXPECT_EQ(last_year(base_of_year(2025, {}), "en")["message"],
            "Last year's file is of 2025, not of the year before; nothing was compared.");
  const Json other = last_year(base_of_year(2023, {{EditKind::replace_all, "青禾县水利局", "丹江市民政局"}}));
  EXPECT_EQ(other["state"], "other-agency");
  EXPECT_EQ(other["message"], "上年文件是“丹江市民政局”的年报，不是本机关的，没有对照。");
  const Json weather = last_year("今天天气很好。");
  EXPECT_EQ(weather["state"], "no-report");
  EXPECT_EQ(weather["message"], "上年文件不是年报，没有对照。");
  EXPECT_EQ(weather["problem"]["code"], "no-report");
  const Json photo = last_year("\xFF\xD8\xFF\xE0 a photo");
  EXPECT_EQ(photo["state"], "unreadable");
  EXPECT_EQ(photo["message"], "上年文件是图片，没有文字可读，没有对照。");
  EXPECT_EQ(photo["problem"]["code"], "image");
}

TEST(LastYear, NothingIsComparedWithWhatIsNotLastYears) {
  for (const std::string& previous :
       {std::string("今天天气很好。"), base_of_year(2025, {}), std::string("\xFF\xD8\xFF\xE0")}) {
    const Json result = Json::parse(check(base_of_year(2024, {}), {}, previous));
    for (const Json& passed : result["passed"])
      for (const char* rule :
           {"history/carry-over", "history/in-force", "history/tables-copied", "history/narrative-copied"})
        EXPECT_NE(passed["rule"], rule);
    for (const Json& skipped : result["skipped"])
      if (skipped["rule"] == "history/carry-over") {
        EXPECT_NE(skipped["reason"], "没有提供上年年报");
      }
  }
  const Told all = told(base_of_year(2024, {}), {}, base_of_year(2025, {}));
  EXPECT_NE(all.text.find("  上年文件是2025年度的，不是上一年度，没有对照。\n"), std::string::npos);
  EXPECT_NE(all.note.find("上年文件是2025年度的，不是上一年度，没有对照。"), std::string::npos);
  EXPECT_EQ(all.text.find("与上年逐字相同"), std::string::npos);
}

TEST(LastYear, IsReadWithTheEncodingChosenForThisYear) {
  const auto gbk = [](int year) { return testing::encode(from_utf8(base_of_year(year, {})), "GB18030"); };
  Options options;
  options.encoding = "GB18030";
  CheckedReading all;
  read_and_check(gbk(2024), options, gbk(2023), all);
  EXPECT_EQ(last_year_of(all), LastYear::compared);
  EXPECT_EQ(all.own_last_year.document.encoding, "GB18030");
  // A choice that does not fit last year's file is not insisted on.
  CheckedReading utf8;
  read_and_check(gbk(2024), options, base_of_year(2023, {}), utf8);
  EXPECT_EQ(last_year_of(utf8), LastYear::compared);
}

// --- requests and options ----------------------------------------------------------------------------------

TEST(Requests, UnknownNamesAreRefused) {
  EXPECT_TRUE(parse_request(R"({"kind": "annotated", "sha256": "a", "previousSha256": "b"})").has_value());
  EXPECT_FALSE(parse_request(R"({"kind": "annotated", "dismissals": ""})").has_value());
  EXPECT_FALSE(parse_request(R"({"kind": 3})").has_value());
  EXPECT_FALSE(parse_request("annotated").has_value());
  const auto error = [](std::string_view json) { return parse_options(json).error; };
  EXPECT_EQ(error(R"({"colour": "red"})"), R"(option "colour" is unknown)");
  EXPECT_EQ(error(R"({"name": "a.txt", "withtext": true})"),
            R"(option "withtext" is unknown; the nearest is "withText")");
  EXPECT_EQ(error(R"({"dismissals": {}})"), R"(option "dismissals" has a wrong value)");
  EXPECT_EQ(error(R"({"year": 1024})"), R"(option "year" has a wrong value)");
  EXPECT_EQ(error(R"({"disable": ["cells/blank", 3]})"), R"(option "disable" has a wrong value)");
  EXPECT_EQ(error("[]"), "options are not a JSON object");
  const Options options =
      parse_options(
          R"({"dismissals": {"schema": "nianbao-dismissals-1", "dismissals": {"k": {"reason": "r"}}}})")
          .options;
  EXPECT_EQ(options.dismissals.at("k"), u"r");
}

}  // namespace
}  // namespace nianbao
