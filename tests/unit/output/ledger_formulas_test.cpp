// What figures of the text were held against, as formulas.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "check.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

using Json = nlohmann::json;

constexpr const char* fact =
    "全年通过县政府门户网站主动公开政府信息420条，其中政策文件36条、工作动态294条、公示公告90条，工作动态占公"
    "开总数的70%。公开总数比上年的400条增长5%。";
constexpr const char* requests =
    "全年新收政府信息公开申请31件，上年结转3件，办结32件，结转下年度继续办理2件。";

Json ledger(std::vector<tests::Edit> edits) {
  tests::Recipe recipe;
  recipe.edits = std::move(edits);
  Options options;
  options.with_ledger = true;
  return Json::parse(
      check(tests::compose(recipe, tests::rules_folder()).bytes, options))["ledger"]["figures"];
}

// "text: formula" of the first figures, those without one left out.
std::vector<std::string> formulas(const Json& figures, std::size_t most) {
  std::vector<std::string> out;
  for (const Json& figure : figures)
    if (figure.contains("equation") && out.size() < most)
      out.push_back(figure["text"].get<std::string>() + ": " + figure["equation"].get<std::string>());
  return out;
}

std::vector<std::string> formulas_of(const char* old_words, const std::string& words, std::size_t most) {
  return formulas(ledger({{tests::EditKind::replace, old_words, words}}), most);
}

using Lines = std::vector<std::string>;

TEST(LedgerFormulas, SumsSharesAndGrowth) {
  EXPECT_EQ(formulas(ledger({}), 6),
            (Lines{"420条: 36 + 294 + 90 = 420", "36条: 36 + 294 + 90 = 420", "294条: 36 + 294 + 90 = 420",
                   "90条: 36 + 294 + 90 = 420", "70%: 294 ÷ 420 = 70%", "5%: (420 − 400) ÷ 400 = 5%"}));
}

TEST(LedgerFormulas, WhatIsWrongSaysSo) {
  const Lines found = formulas_of(fact,
                                  "全年通过县政府门户网站主动公开政府信息420条，其中政策文件36条、工作动态394"
                                  "条，占公开总数的60%。公开总数比上年的400条增长8%。",
                                  5);
  EXPECT_EQ(found[0], "420条: 36 + 394 > 420");
  EXPECT_EQ(found[3], "60%: 394 ÷ 420 ≠ 60%");
  EXPECT_EQ(found[4], "8%: (420 − 400) ÷ 400 ≠ 8%");
}

TEST(LedgerFormulas, WhatIsRoundedIsNotCalledEqual) {
  const Lines found = formulas_of(
      fact,
      "全年主动公开政府信息420条，其中政策文件36条，占公开总数的8.57%。公开总数比上年的403条增长4.22%。", 4);
  EXPECT_EQ(found, (Lines{"420条: 36 < 420", "36条: 36 < 420", "8.57%: 36 ÷ 420 ≈ 8.57%",
                          "4.22%: (420 − 403) ÷ 403 ≈ 4.22%"}));
}

TEST(LedgerFormulas, AFallIsTakenFromWhatItWas) {
  const Lines found = formulas_of(fact, "全年主动公开政府信息380条，比上年的400条下降5%。", 1);
  EXPECT_EQ(found, (Lines{"5%: (400 − 380) ÷ 400 = 5%"}));
}

TEST(LedgerFormulas, AgainstCells) {
  const Lines found = formulas_of(
      requests, "全年新收政府信息公开申请33件，上年结转3件，办结32件，结转下年度继续办理2件。", 20);
  EXPECT_NE(std::find(found.begin(), found.end(), "33件: 33 ≠ 31"), found.end());
  EXPECT_NE(std::find(found.begin(), found.end(), "32件: 32 = 32"), found.end());
}

TEST(LedgerFormulas, SubtractedCellsHaveASign) {
  const Json figures =
      ledger({{tests::EditKind::replace, requests, "全年新收政府信息公开申请31件，上年结转3件，办结29件。"}});
  const auto found = std::find_if(figures.begin(), figures.end(),
                                  [](const Json& figure) { return figure["text"] == "29件"; });
  ASSERT_NE(found, figures.end());
  EXPECT_EQ((*found)["class"], "matches");
  EXPECT_EQ((*found)["cells"], (Json{"requests.outcome_total.total", "requests.carried_over.total"}));
  EXPECT_EQ((*found)["signs"], (Json{1, -1}));
  for (const Json& figure : figures) EXPECT_EQ(figure.contains("signs"), figure["text"] == "29件");
}

}  // namespace
}  // namespace nianbao
