// The user's choices of rules and severities.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/unicode.h"
#include "check.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

using Json = nlohmann::ordered_json;

Json checked(const std::string& options,
             std::vector<tests::Edit> edits = {
                 {tests::EditKind::set_cell, "disclosure.licences.decisions", "-1"}}) {
  tests::Recipe recipe;
  recipe.edits = std::move(edits);
  const auto composed = tests::compose(recipe, tests::rules_folder());
  return Json::parse(check(composed.bytes, parse_options(options).options));
}

TEST(RuleChoices, ARuleSwitchedOffIsSaidToBe) {
  const Json result = checked(R"({"disable": ["cells/negative"]})");
  EXPECT_EQ(result["findings"], Json::array());
  EXPECT_EQ(result["options"]["disable"], Json::array({"cells/negative"}));
  const Json skipped{{"rule", "cells/negative"}, {"reason", "已由使用者关闭"}, {"kind", "switched-off"}};
  EXPECT_NE(std::find(result["skipped"].begin(), result["skipped"].end(), skipped), result["skipped"].end());
}

TEST(RuleChoices, AWholeFamilyIsSwitchedOff) {
  EXPECT_EQ(checked(R"({"disable": ["cells/*"]})")["findings"], Json::array());
}

TEST(RuleChoices, ALoweredSeverityShowsItsOwn) {
  const Json result = checked(R"({"severity": {"cells/negative": "notice"}})");
  ASSERT_EQ(result["findings"].size(), 1u);
  EXPECT_EQ(result["findings"][0]["severity"], "notice");
  EXPECT_EQ(result["findings"][0]["ownSeverity"], "error");
  EXPECT_EQ(result["summary"]["notices"], 1);
  EXPECT_EQ(result["options"]["severity"]["cells/negative"], "notice");
}

TEST(RuleChoices, ARaisedSeverityCounts) {
  const Json result = checked(R"({"severity": {"cells/dash": "error"}})",
                              {{tests::EditKind::set_cell, "disclosure.regulations.issued", "/"}});
  ASSERT_EQ(result["findings"].size(), 1u);
  EXPECT_EQ(result["findings"][0]["severity"], "error");
  EXPECT_EQ(result["summary"]["errors"], 1);
}

TEST(RuleChoices, WithoutAnyTheResultHasNoOptions) { EXPECT_FALSE(checked("").contains("options")); }

TEST(RuleChoices, UnknownOnesAreNamed) {
  EXPECT_EQ(checked(R"({"disable": ["no/such"]})")["options"]["unknown"], Json::array({"no/such"}));
  const ParsedOptions parsed =
      parse_options(R"({"disable": ["cells/*", "no/such"], "severity": {"other/*": "notice"}})");
  EXPECT_EQ(unknown_rules(parsed.options.rules), (std::vector<std::string>{"no/such", "other/*"}));
}

}  // namespace
}  // namespace nianbao
