// Strings that are markup, formulas or commands to somebody, in every field of a report that is shown or
// exported: they arrive as the characters they are.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "base/unicode.h"
#include "output/csv.h"
#include "output/to_junit.h"
#include "output/to_sarif.h"
#include "output/to_text.h"
#include "support/promises.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

using Json = nlohmann::json;

constexpr std::string_view injections[] = {"<img src=x onerror=alert(1)>",
                                           "</script><script>alert(1)</script>",
                                           "<svg/onload=alert(1)>",
                                           "javascript:alert(1)",
                                           "\"'><b>",
                                           "&lt;b&gt;",
                                           "]]>",
                                           "${7*7}",
                                           "{{7*7}}",
                                           "=cmd|' /C calc'!A0",
                                           "+1+1",
                                           "-1+1",
                                           "@SUM(A1)",
                                           "\xE2\x80\xAE"
                                           "abc",
                                           "\x1B[31mred",
                                           "\xC2\x9B"
                                           "31m",
                                           "\x07",
                                           "%s%n",
                                           "'; DROP TABLE x; --",
                                           "\xEF\xBF\xBE",
                                           "\xF0\x9F\x98\x80"};

std::string base() { return tests::read_text_file(tests::rules_folder() + "/base_2021.txt"); }

// The base with the string in a cell, a heading, the title, a label, the prose and the signature.
std::vector<std::string> reports_with(std::string_view string) {
  std::vector<std::string> out;
  for (std::string_view place :
       {"\t21\t6\t1", "一、总体情况", "2024年政府信息公开工作年度报告", "行政规范性文件\t",
        "公开政府信息420条", "2025年1月20日", "青禾县水利局\n2025"}) {
    std::string text = base();
    const std::size_t at = text.find(place);
    EXPECT_NE(at, std::string::npos) << place;
    out.push_back(text.substr(0, at + 1) + std::string(string) + text.substr(at + 1));
  }
  return out;
}

struct Exports {
  std::string json, csv, cells, sarif, junit, text;
};

Exports exports_of(const std::string& report, const Options& options) {
  CheckedReading all;
  read_and_check(report, options, std::nullopt, all);
  return {check(report, options),
          findings_csv(all, options),
          cells_csv(all.reading, options),
          sarif_log({sarif_part(all, options)}, options.language),
          junit_begin() + junit_suite(all, options) + junit_end(),
          to_text(all, options)};
}

TEST(Injection, EveryExportStaysWhatItIs) {
  for (std::string_view string : injections)
    for (const std::string& report : reports_with(string))
      for (Language language : {Language::chinese, Language::english}) {
        Options options;
        options.name = std::string(string) + ".txt";
        options.language = language;
        options.with_text = options.with_ledger = true;
        EXPECT_EQ(testing::broken_in_check(report, options), "") << string;
      }
}

// In a name of a file: it stands in every export.
TEST(Injection, FileNamesArriveAsTheyAre) {
  for (std::string_view string : injections) {
    Options options;
    options.name = string;
    const Exports all = exports_of(base(), options);
    EXPECT_EQ(Json::parse(all.json)["source"]["name"], std::string(string));
    pugi::xml_document xml;
    ASSERT_TRUE(xml.load_buffer(all.junit.data(), all.junit.size())) << string;
    const auto named = [&xml](std::string_view name) {
      return !xml.find_node([name](pugi::xml_node node) { return node.name() == name; }).empty();
    };
    EXPECT_TRUE(named("testcase"));
    for (const char* injected : {"img", "script", "svg", "b"}) EXPECT_FALSE(named(injected)) << string;
  }
}

TEST(Injection, SpreadsheetsCalculateNothing) {
  for (const char* formula : {"=1+1", "+1+1", "-1+1", "@A1", "\t=1", "\r=1"}) {
    const std::string field = csv_field(formula);
    const char first = field[0] == '"' ? field[1] : field[0];
    EXPECT_EQ(first, '\'') << formula;
  }
  EXPECT_EQ(csv_field("-12.5"), "-12.5");
}

TEST(Injection, TerminalsGetNoCommands) {
  Options options;
  options.name =
      "a\x1B[2J\xC2\x9B"
      "2J.txt";
  const std::string text = exports_of(base(), options).text;
  EXPECT_EQ(text.find('\x1B'), std::string::npos);
  EXPECT_EQ(text.find("\xC2\x9B"), std::string::npos);
}

// A field's code or a hidden remark of a page is told as text; nothing of it is looked up.
TEST(Injection, MarkupOfAPageIsText) {
  const std::string page =
      "<h1>青禾县水利局2024年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>&lt;img src=x "
      "onerror=alert(1)&gt;</p><script>alert(2)</script>"
      "<img src=\"http://127.0.0.1:9/x\" onerror=alert(3)><iframe "
      "srcdoc=\"<script>alert(4)</script>\"></iframe><p onclick=alert(5)>公开</p>";
  Options options;
  options.with_text = true;
  const Json json = Json::parse(check(page, options));
  const std::string text = json["text"];
  EXPECT_NE(text.find("<img src=x onerror=alert(1)>"), std::string::npos);
  for (const char* code : {"alert(2)", "alert(3)", "alert(4)", "alert(5)"})
    EXPECT_EQ(text.find(code), std::string::npos) << code;
}

}  // namespace
}  // namespace nianbao
