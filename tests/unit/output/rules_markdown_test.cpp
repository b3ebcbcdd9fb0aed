#include <gtest/gtest.h>

#include "output/to_text.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

TEST(RulesMarkdown, HasALineForEachRule) {
  const std::string page = rules_markdown();
  for (const RegisteredRule& rule : all_rules()) EXPECT_NE(page.find("\n| " + std::string(rule.id) + " | "), std::string::npos) << rule.id;
}

}  // namespace
}  // namespace nianbao
