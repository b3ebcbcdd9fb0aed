#include "rules/families.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "rules/rule.h"

namespace nianbao {
namespace {

TEST(Families, EveryRuleBelongsToOne) {
  for (const RegisteredRule& rule : all_rules()) {
    const std::string_view id = rule.id.substr(0, rule.id.find('/'));
    const auto same = [id](const Family& family) { return family.id == id; };
    EXPECT_EQ(std::count_if(all_families().begin(), all_families().end(), same), 1) << rule.id;
  }
}

TEST(Families, HaveNamesInBothLanguages) {
  for (const Family& family : all_families()) {
    EXPECT_FALSE(family.name.zh.empty()) << family.id;
    EXPECT_FALSE(family.name.en.empty()) << family.id;
  }
}

}  // namespace
}  // namespace nianbao
