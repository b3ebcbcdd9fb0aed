#include "output/to_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "check.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

using Json = nlohmann::json;

std::string with_sentence_in_part_five(const std::string& sentence) {
  std::string text = tests::base_with({});
  const std::string heading = "五、存在的主要问题及改进情况\n";
  const std::size_t at = text.find(heading);
  EXPECT_NE(at, std::string::npos);
  return text.insert(at + heading.size(), sentence + "\n");
}

TEST(ToJson, TheAccountSaysHowManyFiguresStandInWhichPartOfTheText) {
  Options options;
  options.with_ledger = true;
  const Json before = Json::parse(check(tests::base_with({}), options));
  const Json after = Json::parse(check(with_sentence_in_part_five("全年检查12次，培训300人次。"), options));
  const Json& prose = after["report"]["reading"]["prose"];
  EXPECT_EQ(prose["figures"], after["ledger"]["total"]);
  EXPECT_EQ(prose["figures"], before["report"]["reading"]["prose"]["figures"].get<int>() + 2);
  EXPECT_EQ(prose["parts"].back(), Json::parse(R"({"part": 5, "figures": 2})"));
  EXPECT_EQ(before["report"]["reading"]["prose"]["parts"].front()["part"], 1);
}

}  // namespace
}  // namespace nianbao
