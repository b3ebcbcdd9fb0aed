// Corrected copies of whole documents: accepting all changes gives the document with the corrections made,
// rejecting all the document as it was; parts without corrections are the same bytes.
#include "fix/fix.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "base/unicode.h"
#include "input/reader.h"
#include "input/zip.h"
#include "support/corpus.h"
#include "support/dump.h"
#include "support/tracked.h"

namespace nianbao::tests {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

bool is_tracked_format(Format format) {
  return format == Format::docx || format == Format::odt || format == Format::html;
}

std::vector<fs::path> documents_in(const fs::path& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string ending = entry.path().extension().string();
    if (entry.is_regular_file() &&
        (ending == ".docx" || ending == ".odt" || ending == ".fodt" || ending == ".html" || ending == ".htm"))
      out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::map<std::string, std::string> parts_of(const std::string& bytes) {
  std::map<std::string, std::string> out;
  const Result<ZipFile> zip = ZipFile::open(bytes);
  if (!zip) return out;
  for (const ZipFile::Entry& entry : zip.value().entries())
    out[entry.name] = std::string(zip.value().packed(entry).value());
  return out;
}

void expect_both_ways(const std::string& bytes, const Document& document, const Corrections& corrections) {
  const Fixed out = fix(bytes, document, corrections, {false, Date{2026, 1, 15}});
  ASSERT_EQ(to_utf8(out.refusal.zh), "");
  Document wanted = document;
  std::vector<Edit> edits;
  for (const Correction& c : corrections.all) edits.push_back({c.range, c.new_text});
  ASSERT_TRUE(apply_edits(edits, wanted));
  const Result<Document> accepted = read(testing::accepted(out.bytes, document.format), {});
  const Result<Document> rejected = read(testing::rejected(out.bytes, document.format), {});
  ASSERT_TRUE(accepted && rejected);
  EXPECT_EQ(to_utf8(accepted.value().text), to_utf8(wanted.text));
  EXPECT_EQ(testing::dump(rejected.value()), testing::dump(document));
  std::size_t changed = 0;
  const auto before = parts_of(bytes), after = parts_of(out.bytes);
  ASSERT_EQ(before.size(), after.size());
  for (const auto& [name, packed] : before) changed += after.at(name) != packed;
  EXPECT_LE(changed, 3u);  // the text, footnotes, endnotes
}

struct Everywhere {
  Corrections made;
  std::size_t tried = 0;
};

// A word of paragraphs and cells, and 0 in blank cells, spread over the document: those that can be changed.
Everywhere corrections_everywhere(const std::string& bytes, const Document& document) {
  constexpr std::size_t most = 80;
  std::size_t places = document.blocks.size(), seen = 0;
  for (const Table& table : document.tables) places += table.cells.size();
  const std::size_t step = places / most + 1;
  Everywhere out;
  Corrections& all = out.made;
  const auto try_one = [&](Range range, std::u16string text) {
    if (seen++ % step != 0) return;
    ++out.tried;
    Correction c{range, std::u16string(document.view(range)), std::move(text), {}, {}};
    if (!all.all.empty() &&
        (all.all.back().range.end > range.begin || all.all.back().range.begin == range.begin))
      return;
    Corrections one;
    one.all.push_back(c);
    if (fix(bytes, document, one, {}).refusal.empty()) all.all.push_back(std::move(c));
  };
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::table) {
      if (block.range.size() >= 4) try_one({block.range.begin + 1, block.range.begin + 3}, u"改");
      continue;
    }
    for (const Cell& cell : document.tables[static_cast<std::size_t>(block.table)].cells)
      if (cell.range.empty()) try_one(cell.range, u"0");
      else try_one({cell.range.begin, cell.range.begin + 1}, u"7");
  }
  return out;
}

void expect_everywhere(const fs::path& path) {
  SCOPED_TRACE(path.filename().string());
  const std::string bytes = bytes_of(path);
  const Result<Document> document = read(bytes, {});
  if (!document || !is_tracked_format(document.value().format) || document.value().text.size() > 30'000)
    return;
  const Everywhere all = corrections_everywhere(bytes, document.value());
  ASSERT_GE(2 * all.made.all.size(), all.tried);  // the rest are generated numbers
  expect_both_ways(bytes, document.value(), all.made);
}

// 0 for a blank or a dash without proof: it may be the next finding.
bool is_guess(const Cure& cure) {
  return !cure.certain && std::any_of(cure.edits.begin(), cure.edits.end(),
                                      [](const Edit& edit) { return edit.text == u"0"; });
}

// The best cures of all findings, but for guesses and for those at places that another one changes already.
Choice best_cures(const std::vector<Finding>& findings) {
  Choice out;
  std::vector<Range> taken;
  for (const NamedCure& named : named_cures(findings)) {
    const auto& edits = named.cure->edits;
    const bool free = std::none_of(edits.begin(), edits.end(), [&](const Edit& edit) {
      return std::any_of(taken.begin(), taken.end(), [&](Range other) {
        return edit.range.begin <= other.end && other.begin <= edit.range.end;
      });
    });
    if (!named.first || !free || is_guess(*named.cure)) continue;
    for (const Edit& edit : edits) taken.push_back(edit.range);
    out.accepted.push_back(named.id);
  }
  return out;
}

// Findings by rule, without those that are put right.
std::map<std::string_view, int> left_by(const std::vector<Finding>& findings, const Choice& choice) {
  std::map<std::string_view, int> left;
  for (const Finding& finding : findings) ++left[finding.rule];
  std::set<const Finding*> corrected;
  for (const NamedCure& named : named_cures(findings)) {
    const bool named_so =
        std::find(choice.accepted.begin(), choice.accepted.end(), named.id) != choice.accepted.end();
    if ((named_so || (choice.certain && named.cure->certain)) && corrected.insert(named.finding).second)
      --left[named.finding->rule];
  }
  return left;
}

// None of the corrected findings is left once the changes are accepted, and no new one is there.
int expect_cured(const std::string& bytes, const CheckedReading& all, const Choice& choice) {
  const Document& document = all.reading.document;
  const std::vector<Finding>& findings = all.checked->rules.findings;
  const Chosen chosen = choose(document, findings, choice, Language::chinese);
  if (chosen.corrections.all.empty()) return 0;
  expect_both_ways(bytes, document, chosen.corrections);
  const Fixed out = fix(bytes, document, chosen.corrections, {});
  CheckedReading again;
  read_and_check(testing::accepted(out.bytes, document.format), {}, std::nullopt, again);
  EXPECT_TRUE(again.checked.has_value());
  if (!again.checked) return 0;
  std::map<std::string_view, int> left = left_by(findings, choice);
  for (const Finding& finding : again.checked->rules.findings)
    EXPECT_GE(--left[finding.rule], 0) << finding.rule << ": " << to_utf8(finding.message.zh);
  return static_cast<int>(chosen.corrections.all.size());
}

struct Made {
  int certain = 0, best = 0;
};

// What `fix --certain` makes, and what a person makes who accepts every first proposal.
void expect_cured(const fs::path& path, Made& made) {
  SCOPED_TRACE(path.filename().string());
  const std::string bytes = bytes_of(path);
  CheckedReading all;
  read_and_check(bytes, {}, std::nullopt, all);
  if (!all.checked || !is_tracked_format(all.reading.document.format)) return;
  try_cures(all, {});
  made.certain += expect_cured(bytes, all, {true, {}});
  made.best += expect_cured(bytes, all, best_cures(all.checked->rules.findings));
}

TEST(FixedFixtures, EveryParagraphAndCell) {
  const fs::path fixtures = fs::path(NIANBAO_SOURCE_DIR) / "tests/fixtures";
  for (const fs::path& path : documents_in(fixtures)) expect_everywhere(path);
}

TEST(FixedCorpus, EveryParagraphAndCell) {
  for (const fs::path& folder : {corpus_folder(), cases_folder()}) {
    if (const std::string why = missing(folder); !why.empty()) GTEST_SKIP() << why;
    for (const fs::path& path : documents_in(folder)) expect_everywhere(path);
  }
}

TEST(FixedCorpus, Cures) {
  Made made;
  for (const fs::path& folder : {corpus_folder(), cases_folder()}) {
    if (const std::string why = missing(folder); !why.empty()) GTEST_SKIP() << why;
    for (const fs::path& path : documents_in(folder)) expect_cured(path, made);
  }
  EXPECT_GT(made.certain, 0);
  EXPECT_GT(made.best, made.certain);
}

TEST(FixedFixtures, Cures) {
  Made made;
  for (const fs::path& path : documents_in(fs::path(NIANBAO_SOURCE_DIR) / "tests/fixtures"))
    expect_cured(path, made);
  EXPECT_GT(made.best, 0);
}

}  // namespace
}  // namespace nianbao::tests
