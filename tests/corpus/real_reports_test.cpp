// The findings on the five real reports of the corpus, one line each, held against
// tests/corpus/real_reports/<name>.txt. With NIANBAO_WRITE_GOLDENS set (scripts/goldens) the files are
// written instead; their difference is for review.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/unicode.h"
#include "check.h"
#include "output/to_json.h"
#include "support/corpus.h"
#include "support/rule_case.h"

namespace nianbao::tests {
namespace {

constexpr const char* reports[] = {"000_3a4b73394ca4da18", "001_20a0191baea80f94", "002_00a9a0cc2fba09d8",
                                   "003_dd44621c71fddb25", "004_a18ae6a6a2b432c9"};

// "error requests/balance line 88: message"
std::string findings(const std::string& bytes) {
  CheckedReading all;
  read_and_check(bytes, {}, std::nullopt, all);
  const Reading& reading = all.reading;
  if (!all.checked) return "no report found\n";
  std::string out = std::string(outcome_name(reading)) + "\n";
  const LineIndex lines(reading.document.text);
  for (const Finding& finding : all.checked->rules.findings) {
    out.append(severity_name(finding.severity)).append(" ").append(finding.rule);
    if (!finding.places.empty()) out += " line " + std::to_string(lines.line(finding.places.front().begin));
    out += ": " + to_utf8(finding.message.zh) + "\n";
  }
  return out;
}

class RealReport : public testing::TestWithParam<const char*> {};

TEST_P(RealReport, FindingsAreThoseOfTheGolden) {
  if (const std::string why = missing(corpus_folder()); !why.empty()) GTEST_SKIP() << why;
  bool there = false;
  const std::string bytes = read_text_file((corpus_folder() / GetParam()).string() + ".txt", &there);
  ASSERT_TRUE(there);
  const std::string golden =
      std::string(NIANBAO_SOURCE_DIR "/tests/corpus/real_reports/") + GetParam() + ".txt";
  const std::string found = findings(bytes);
  if (std::getenv("NIANBAO_WRITE_GOLDENS") != nullptr) std::ofstream(golden, std::ios::binary) << found;
  if (const std::string wanted = read_text_file(golden); wanted != found)
    ADD_FAILURE() << "scripts/goldens writes it again\nwanted:\n" << wanted << "found:\n" << found;
}

INSTANTIATE_TEST_SUITE_P(All, RealReport, testing::ValuesIn(reports),
                         [](const auto& info) { return std::string("seed_") + info.param; });

}  // namespace
}  // namespace nianbao::tests
