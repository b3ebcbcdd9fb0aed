// The narrative over the documents with known truth: how much of it is understood, and that what is right is
// not contradicted.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/unicode.h"
#include "check.h"
#include "support/corpus.h"
#include "support/rule_case.h"

namespace nianbao::tests {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

struct Judged {
  std::string name;
  Ledger ledger;
  RuleResults rules;
  Json truth;
};

// Documents that the core reads by itself; PDFs go through a program of their own.
template <typename Visit>
int for_each_document(Visit visit) {
  int count = 0;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(corpus_folder()))
    if (entry.path().extension() != ".json" && entry.path().extension() != ".pdf" &&
        fs::exists(entry.path().string() + ".truth.json"))
      paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    CheckedReading all;
    read_and_check(read_text_file(path.string()), Options{}, std::nullopt, all);
    if (!all.checked) continue;
    visit(Judged{path.filename().string(), std::move(all.checked->analysis.ledger),
                 std::move(all.checked->rules), Json::parse(read_text_file(path.string() + ".truth.json"))});
    ++count;
  }
  return count;
}

bool about_figures(std::string_view rule) {
  return rule.substr(0, 10) == "narrative/" || rule.substr(0, 7) == "rollup/";
}

bool expected(const Json& truth, std::string_view rule) {
  for (const char* list : {"faults", "allowed"})
    for (const Json& one : truth[list])
      if (one["rule"] == rule) return true;
  return false;
}

TEST(NarrativeCorpus, NoFalseAlarm) {
  if (const std::string why = missing(corpus_folder()); !why.empty()) GTEST_SKIP() << why;
  const int count = for_each_document([](const Judged& document) {
    for (const Finding& finding : document.rules.findings) {
      if (!about_figures(finding.rule) || finding.severity == Severity::notice) continue;
      EXPECT_TRUE(expected(document.truth, finding.rule))
          << document.name << " " << finding.rule << " " << to_utf8(finding.message.zh);
    }
  });
  EXPECT_GE(count, 50);
}

TEST(NarrativeCorpus, EveryFaultIsFound) {
  if (const std::string why = missing(corpus_folder()); !why.empty()) GTEST_SKIP() << why;
  int faults = 0;
  for_each_document([&](const Judged& document) {
    for (const Json& fault : document.truth["faults"]) {
      const std::string rule = fault["rule"];
      if (!about_figures(rule)) continue;
      ++faults;
      bool found = false;
      for (const Finding& finding : document.rules.findings) {
        found = found || finding.rule == rule;
        for (std::string_view violated : finding.violates) found = found || violated == rule;
      }
      EXPECT_TRUE(found) << document.name << " " << rule;
    }
  });
  EXPECT_GE(faults, 5);
}

TEST(NarrativeCorpus, NearlyEveryFigureIsUnderstood) {
  if (const std::string why = missing(corpus_folder()); !why.empty()) GTEST_SKIP() << why;
  int figures = 0, not_understood = 0;
  for_each_document([&](const Judged& document) {
    for (const Figure& figure : document.ledger.figures) {
      ++figures;
      not_understood += figure.cls == FigureClass::not_understood;
    }
  });
  EXPECT_GE(figures, 500);
  EXPECT_LT(not_understood * 50, figures) << not_understood << " of " << figures;
}

}  // namespace
}  // namespace nianbao::tests
