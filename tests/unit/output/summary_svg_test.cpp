#include "output/summary_svg.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

TEST(SummarySvg, ShowsErrorsFirstAndWhatSpokeMost) {
  const std::string svg = summary_svg({{"cells/dash", {90, 30}},
                                       {"requests/row-total", {2, 2}},
                                       {"requests/balance", {5, 3}},
                                       {"no/such", {7, 7}}},
                                      40, Language::chinese);
  const auto at = [&](const char* text) { return svg.find(text); };
  EXPECT_LT(at(">共检查 40 份年报；错误 7 处；"), at("5 处，3 份"));
  EXPECT_LT(at(">5 处，3 份<"), at(">2 处，2 份<"));
  EXPECT_LT(at(">2 处，2 份<"), at(">90 处，30 份<"));
  EXPECT_EQ(at("no/such"), std::string::npos);
  EXPECT_EQ(svg.substr(svg.size() - 7), "</svg>\n");
  for (const char* foreign : {"<script", "href", "url(", "@import"})
    EXPECT_EQ(at(foreign), std::string::npos) << foreign;
}

TEST(SummarySvg, SaysSoWhenNothingWasFound) {
  EXPECT_NE(summary_svg({}, 3, Language::english).find(">No problem found.<"), std::string::npos);
  EXPECT_NE(summary_svg({}, 3, Language::chinese).find(">共检查 3 份年报；错误 0 处；疑似 0 处；提示 0 处<"),
            std::string::npos);
}

TEST(SummarySvg, IsMadeFromThePagesCounts) {
  EXPECT_EQ(
      summary_svg_from_json(R"({"checked": 2, "rules": {"requests/balance": [3, 1]}})", Language::english),
      summary_svg({{"requests/balance", {3, 1}}}, 2, Language::english));
  EXPECT_EQ(summary_svg_from_json("[]", Language::english), "");
}

}  // namespace
}  // namespace nianbao
