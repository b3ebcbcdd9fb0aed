// Sentences that agree with the tables of their report, written without looking at the reader: none may
// alarm.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "check.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

std::string prose_file(const std::string& name) {
  std::ifstream in(tests::rules_folder() + "/../prose/" + name);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

std::string alarms(const std::string& report) {
  std::string out;
  const auto result = nlohmann::json::parse(check(report, {}));
  for (const auto& finding : result["findings"])
    if (finding["severity"] != "notice")
      out += "  " + finding["rule"].get<std::string>() + " " + finding["message"].get<std::string>() + "\n";
  return out;
}

TEST(TrueSentences, NoneAlarms) {
  const std::string base = prose_file("base.txt"), place = "（此处放句子）";
  const std::size_t at = base.find(place);
  ASSERT_NE(at, std::string::npos);
  std::istringstream sentences(prose_file("true.txt"));
  int tried = 0;
  for (std::string sentence; std::getline(sentences, sentence); ++tried) {
    const std::string found = alarms(base.substr(0, at) + sentence + base.substr(at + place.size()));
    EXPECT_TRUE(found.empty()) << sentence << "\n" << found;
  }
  EXPECT_GE(tried, 400);
}

}  // namespace
}  // namespace nianbao
