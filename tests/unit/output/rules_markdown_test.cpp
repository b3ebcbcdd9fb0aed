#include <gtest/gtest.h>

#include "output/to_text.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

// The cases behind it are held by tests/docs/rules.test.mjs.
TEST(RulesMarkdown, TheKeptPageIsCurrent) {
  if (const std::string kept = tests::read_text_file(NIANBAO_SOURCE_DIR "/docs/rules.md");
      !kept.starts_with(rules_markdown()))
    ADD_FAILURE() << "docs/rules.md is out of date; scripts/goldens writes it again";
}

TEST(RulesMarkdown, HasALineForEachRule) {
  const std::string page = rules_markdown();
  for (const RegisteredRule& rule : all_rules())
    EXPECT_NE(page.find("\n| " + std::string(rule.id) + " | "), std::string::npos) << rule.id;
}

}  // namespace
}  // namespace nianbao
