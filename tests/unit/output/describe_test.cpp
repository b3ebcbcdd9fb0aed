// The forms as the program shows them, held against the contract where that lies beside the source tree.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "check.h"
#include "output/to_text.h"
#include "support/corpus.h"

namespace nianbao {
namespace {

using Json = nlohmann::ordered_json;
using Labels = std::map<std::string, std::array<std::string, 2>>;  // cell id -> row label, column label

Labels shown(const std::string& form) {
  Labels out;
  const Json described = Json::parse(describe_forms());
  for (const Json& one : described["forms"])
    if (one["form"] == form)
      for (const auto& [id, labels] : one["cells"].items()) out[id] = {labels[1], labels[2]};
  return out;
}

std::string after_dot(const std::string& label) {
  const std::string dot = " · ";
  const auto at = label.find(dot);
  return at == std::string::npos ? label : label.substr(at + dot.size());
}

// Rows of table 3 that only one form has carry "forms" in the contract.
bool in_form(const Json& row, const std::string& form) {
  if (!row.contains("forms")) return true;
  for (const Json& name : row["forms"])
    if (name == form) return true;
  return false;
}

Labels prescribed(const Json& contract, const std::string& form) {
  Labels out;
  for (const Json& block : contract["forms"][form]["disclosure"])
    for (const auto& [row, label] : block["rows"].items())
      for (const auto& [column, column_label] : block["columns"].items())
        out["disclosure." + row + "." + column] = {label, column_label};
  for (const Json& row : contract["requests"]["rows"])
    if (in_form(row, form))
      for (const auto& [column, label] : contract["requests"]["columns"].items())
        out["requests." + row["id"].get<std::string>() + "." + column] = {row["label"], label};
  for (const auto& [row, label] : contract["proceedings"]["rows"].items())
    for (const auto& [column, column_label] : contract["proceedings"]["columns"].items())
      out["proceedings." + row + "." + column] = {after_dot(label), column_label};
  return out;
}

TEST(DescribeForms, HasEveryCellOfTheContract) {
  if (const std::string why = tests::missing(tests::contract_folder()); !why.empty()) GTEST_SKIP() << why;
  std::ifstream file(tests::contract_folder() / "form.json");
  ASSERT_TRUE(file);
  const Json contract = Json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
  for (const char* form : {"2019", "2021"}) EXPECT_EQ(shown(form), prescribed(contract, form)) << form;
}

TEST(DescribeForms, CountsTheCells) {
  EXPECT_EQ(shown("2019").size(), 198u);
  EXPECT_EQ(shown("2021").size(), 200u);
}

TEST(Describe, RulesAndFormsAreThoseOfTheWhole) {
  const Json whole = Json::parse(describe());
  EXPECT_EQ(whole["rules"], Json::parse(describe_rules())["rules"]);
  EXPECT_EQ(whole["forms"], Json::parse(describe_forms())["forms"]);
}

}  // namespace
}  // namespace nianbao
