// Prose, put at the end of a sound report: its lines and paragraphs, figures, lists and shares, and all rules
// over them.
#include "base/unicode.h"
#include "report/bind.h"
#include "rules/analysis.h"
#include "support/rule_case.h"
#include "target.h"

using namespace nianbao;

namespace {

// Base and its report; the prose goes into section 六, behind everything that has a place.
struct Base {
  Document document;
  Report report;
  Base() {
    const std::string text = tests::read_text_file(tests::rules_folder() + "/base_2021.txt");
    document = read_text(text, {}).value();
    report = bind(document);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Base base;
  const std::u16string prose = from_utf8(fuzz::view(data, size));
  Document document = base.document;
  Report report = base.report;
  report.document = &document;
  std::size_t begin = 0;
  while (begin < prose.size()) {
    const std::size_t end = std::min(prose.find(u'\n', begin), prose.size());
    const auto at = static_cast<std::uint32_t>(document.text.size());
    document.text.append(prose, begin, end - begin).push_back(u'\n');
    if (end > begin) document.blocks.push_back({.range = {at, at + static_cast<std::uint32_t>(end - begin)}});
    begin = end + 1;
  }
  const auto all = static_cast<std::uint32_t>(document.text.size());
  report.sections[5].body.end = all;
  report.body.end = all;
  if (!testing::broken_in_document(document).empty()) return 0;
  report.prose = read_prose(report);
  fuzz::must_hold(testing::broken_in_prose(report));
  const Analysis analysis = analyse(report, nullptr);
  fuzz::must_hold(testing::broken_in_ledger(report, analysis.ledger));
  fuzz::must_hold(testing::broken_in_localisation(report, analysis.localisation));
  fuzz::must_hold(
      testing::broken_in_results(report, run_rules({report, nullptr, analysis, std::nullopt}, {})));
  return 0;
}
