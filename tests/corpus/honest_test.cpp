// No report over the corpus may be called checked while a cell that stands in it was not read.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "check.h"
#include "output/to_json.h"
#include "support/corpus.h"
#include "support/rule_case.h"

namespace nianbao::tests {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// Cells with a number in the truth that were not read.
std::size_t unread_cells(const Json& truth, const Report& report) {
  std::size_t unread = 0;
  for (const auto& [id, value] : truth["cells"].items()) {
    if (value.is_null()) continue;
    const auto ref = cell(*report.form, id);
    unread += !ref || !report.cell(*ref).value;
  }
  return unread;
}

TEST(HonestCorpus, NoReportIsCheckedWithACellMissing) {
  if (const std::string why = missing(corpus_folder()); !why.empty()) GTEST_SKIP() << why;
  int documents = 0, partial = 0, dishonest = 0;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(corpus_folder()))
    if (entry.path().extension() != ".pdf" && fs::exists(entry.path().string() + ".truth.json"))
      paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    const Json truth = Json::parse(read_text_file(path.string() + ".truth.json"));
    Reading reading;
    read_report(read_text_file(path.string()), {}, reading);
    ++documents;
    partial += outcome_name(reading) == "partial";
    if (outcome_name(reading) != "checked") continue;
    const std::size_t unread = unread_cells(truth, reading.report);
    dishonest += unread > 0;
    if (unread > 0)
      std::cout << path.filename() << " is called checked, " << unread << " cells were not read\n";
  }
  std::cout << documents << " documents, " << partial << " partial, " << dishonest
            << " checked with a cell missing\n";
  EXPECT_EQ(dishonest, 0);
}

}  // namespace
}  // namespace nianbao::tests
