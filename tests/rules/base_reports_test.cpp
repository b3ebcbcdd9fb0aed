// The base reports of the rule cases are clean: no rule says anything about them, in any dress.
#include <gtest/gtest.h>

#include "support/rule_case.h"

namespace nianbao::tests {
namespace {

TEST(BaseReports, NothingIsReportedOnThem) {
  for (const char* base : {"2021", "2021_last_year", "2021_zero", "2019"})
    for (const Shape shape : {Shape::text, Shape::markdown, Shape::html}) {
      RuleCase plain;
      plain.recipe.base = base;
      plain.recipe.shape = shape;
      const std::string found = run_case(plain, rules_folder());
      if (!found.empty()) ADD_FAILURE() << base << " as shape " << static_cast<int>(shape) << "\n" << found;
    }
}

TEST(BaseReports, NothingIsReportedWithLastYearsReport) {
  RuleCase plain;
  plain.last_year.emplace();
  const std::string found = run_case(plain, rules_folder());
  if (!found.empty()) ADD_FAILURE() << found;
}

}  // namespace
}  // namespace nianbao::tests
