// What every rule must have, and that the rules are those of the catalogue.
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "base/unicode.h"
#include "output/to_json.h"
#include "rules/rule.h"
#include "support/language.h"
#include "support/rule_case.h"

namespace nianbao::tests {
namespace {

constexpr std::size_t least_cases = 1150;  // of all rules together; raised as cases grow

// Id -> severity, from tests/rules/catalogue.txt: the ids and severities that users and their tools rely on.
std::map<std::string, std::string> catalogue() {
  std::map<std::string, std::string> out;
  std::istringstream lines(read_text_file(rules_folder() + "/catalogue.txt"));
  for (std::string id, severity; lines >> id >> severity;) out[id] = severity;
  return out;
}

void expect_both_languages(const Words& words, std::string_view id) {
  EXPECT_FALSE(words.zh.empty()) << id;
  EXPECT_FALSE(words.en.empty()) << id;
  EXPECT_FALSE(has_bare_chinese(words.en)) << id << ": " << to_utf8(words.en);
}

TEST(Registry, EveryRuleSaysWhatWhyAndWhatToDo) {
  for (const RegisteredRule& rule : all_rules()) {
    expect_both_languages(rule.rule.title, rule.id);
    expect_both_languages(rule.rule.basis, rule.id);
    expect_both_languages(rule.rule.advice, rule.id);
    EXPECT_TRUE(rule.rule.advice.zh.ends_with(u"。")) << rule.id << ": advice is a sentence";
    EXPECT_TRUE(rule.rule.advice.en.ends_with(u".")) << rule.id << ": advice is a sentence";
  }
}

TEST(Registry, EveryRuleHasTwoFailingAndThreePassingCases) {
  std::map<std::string, std::pair<int, int>> counts;
  std::size_t total = 0;
  for (const auto& [id, text] : case_files())
    for (const RuleCase& one : parse_cases(id, text).cases) {
      ++(one.violation ? counts[id].first : counts[id].second);
      ++total;
    }
  for (const RegisteredRule& rule : all_rules()) {
    const auto [failing, passing] = counts[std::string(rule.id)];
    EXPECT_GE(failing, 2) << rule.id;
    EXPECT_GE(passing, 3) << rule.id;
  }
  EXPECT_GE(total, least_cases);
}

TEST(Registry, RulesAndSeveritiesAreThoseOfTheCatalogue) {
  std::map<std::string, std::string> registered;
  for (const RegisteredRule& rule : all_rules())
    registered[std::string(rule.id)] = severity_name(rule.rule.severity);
  EXPECT_EQ(registered, catalogue());
}

}  // namespace
}  // namespace nianbao::tests
