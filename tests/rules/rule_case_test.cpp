// Every case of every case file as a test of its own, named after the rule and the heading.
#include "support/rule_case.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "rules/rule.h"

namespace nianbao::tests {
namespace {

class CaseTest : public testing::Test {
 public:
  CaseTest(const RuleCase& rule_case) : case_(rule_case) {}
  void TestBody() override {
    if (const std::string differences = run_case(case_, rules_folder()); !differences.empty())
      ADD_FAILURE() << case_.rule << ", line " << case_.line << ": " << case_.name << "\n" << differences;
  }

 private:
  const RuleCase& case_;
};

class CaseFileTest : public testing::Test {
 public:
  CaseFileTest(std::vector<std::string> errors) : errors_(std::move(errors)) {}
  void TestBody() override {
    for (const std::string& error : errors_) ADD_FAILURE() << error;
  }

 private:
  std::vector<std::string> errors_;
};

void register_cases(const std::string& id, const std::vector<RuleCase>& cases) {
  std::string suite = id;
  for (char& c : suite)
    if (c == '/' || c == '-') c = '_';
  for (const RuleCase& one : cases)
    testing::RegisterTest(suite.c_str(), one.name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [&one]() -> testing::Test* { return new CaseTest(one); });
}

void register_all() {
  static std::vector<CaseFile> files;  // the tests refer to the cases
  const auto sources = case_files();
  files.reserve(sources.size());
  for (const auto& [id, text] : sources) {
    files.push_back(parse_cases(id, text));
    std::vector<std::string> errors = files.back().errors;
    if (find_rule(id) == nullptr) errors.push_back("there is no rule " + id);
    testing::RegisterTest("case_files", id.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [errors]() -> testing::Test* { return new CaseFileTest(errors); });
    if (find_rule(id) != nullptr) register_cases(id, files.back().cases);
  }
}

}  // namespace
}  // namespace nianbao::tests

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  nianbao::tests::register_all();
  return RUN_ALL_TESTS();
}
