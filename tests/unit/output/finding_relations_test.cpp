// The broken sums of a finding as data: which cells take part, with which sign, and what both sides come to.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "check.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

using Json = nlohmann::json;

Json findings(std::vector<tests::Edit> edits) {
  tests::Recipe recipe;
  recipe.edits = std::move(edits);
  return Json::parse(check(tests::compose(recipe, tests::rules_folder()).bytes, {}))["findings"];
}

Json finding(const Json& all, std::string_view rule) {
  for (const Json& one : all)
    if (one["rule"] == rule) return one;
  return {};
}

// "rule: +a +b -c (left, right)" with the ids cut to what differs.
std::string line(const Json& relation) {
  std::string out = relation["rule"].get<std::string>() + ":";
  for (const Json& cell : relation["cells"]) {
    const auto id = cell["id"].get<std::string>();
    out += std::string(cell["sign"] == 1 ? " +" : " -") + id.substr(id.find('.') + 1);
  }
  return out + " (" + relation["left"].dump() + ", " + relation["right"].dump() + ")";
}

std::vector<std::string> lines(const Json& one) {
  std::vector<std::string> out;
  for (const Json& relation : one.value("relations", Json::array())) out.push_back(line(relation));
  return out;
}

TEST(FindingRelations, AGuiltyCellBringsTheSumsThroughIt) {
  const Json all = findings({{tests::EditKind::set_cell, "proceedings.review.upheld", "3"}});
  EXPECT_EQ(lines(finding(all, "proceedings/total")),
            (std::vector<std::string>{"proceedings/total: +review.upheld +review.corrected +review.other "
                                      "+review.pending -review.total (6, 5)"}));
}

TEST(FindingRelations, BothDirectionsOfTheTable) {
  const Json all = findings({{tests::EditKind::set_cell, "requests.carried_forward.individuals", "4"}});
  const auto found = lines(finding(all, "requests/misstated-cell"));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0],
            "requests/row-total: +carried_forward.individuals +carried_forward.businesses "
            "+carried_forward.research_institutions "
            "+carried_forward.public_interest_organisations +carried_forward.legal_service_providers "
            "+carried_forward.other_organisations "
            "-carried_forward.total (5, 2)");
  EXPECT_EQ(
      found[1],
      "requests/balance: +new_requests.individuals +carried_over.individuals -outcome_total.individuals "
      "-carried_forward.individuals (23, 26)");
}

TEST(FindingRelations, EveryRelationThatIsSaidToBeViolatedIsThere) {
  const Json all = findings({{tests::EditKind::set_cell, "requests.outcome_total.total", "23"}});
  const Json one = finding(all, "requests/misstated-cell");
  std::vector<std::string> rules;
  for (const Json& relation : one["relations"]) rules.push_back(relation["rule"]);
  std::sort(rules.begin(), rules.end());
  std::vector<std::string> violated = one["violates"];
  violated.erase(std::remove_if(violated.begin(), violated.end(),
                                [](const std::string& id) { return id.rfind("requests/", 0) != 0; }),
                 violated.end());
  std::sort(violated.begin(), violated.end());
  EXPECT_EQ(rules, violated);
}

TEST(FindingRelations, OtherFindingsHaveNone) {
  for (const Json& one : findings({{tests::EditKind::set_cell, "disclosure.licences.decisions", "-3"}}))
    EXPECT_FALSE(one.contains("relations"));
}

}  // namespace
}  // namespace nianbao
