// Annotated copies of every document of the corpus: the remarks are there, and without them the file is what
// it was.
#include <gtest/gtest.h>

#include <filesystem>

#include "annotate/annotate.h"
#include "base/unicode.h"
#include "input/zip.h"
#include "support/corpus.h"
#include "support/dump.h"
#include "support/rule_case.h"

namespace nianbao::tests {
namespace {

namespace fs = std::filesystem;

// All parts, by name and content; of a file that is no package, the file.
std::string parts_of(const std::string& bytes) {
  const Result<ZipFile> zip = ZipFile::open(bytes);
  if (!zip) return bytes;
  std::string out;
  for (const ZipFile::Entry& entry : zip.value().entries())
    out += entry.name + "\n" + zip.value().read(entry).value() + "\n";
  return out;
}

std::size_t comments_in(const Document& document) {
  return static_cast<std::size_t>(std::count_if(document.marks.begin(), document.marks.end(),
                                                [](const Mark& m) { return m.kind == MarkKind::comment; }));
}

void expect_copy_and_way_back(const std::string& bytes) {
  CheckedReading all;
  read_and_check(bytes, Options{}, std::nullopt, all);
  ASSERT_TRUE(all.checked.has_value());
  const Reading& before = all.reading;
  const Checked& checked = *all.checked;
  const Copy copy = annotate(bytes, all, Language::chinese);
  ASSERT_EQ(to_utf8(copy.refusal.zh), "");
  EXPECT_EQ(static_cast<std::size_t>(copy.remarks), checked.rules.findings.size());
  if (before.document.format == Format::docx) {
    Reading annotated;
    read_report(copy.bytes, Options{}, annotated);
    EXPECT_TRUE(annotated.document.text == before.document.text);
    EXPECT_GE(comments_in(annotated.document), comments_in(before.document) + checked.rules.findings.size());
  }
  const Copy bare = strip(copy.bytes);
  ASSERT_TRUE(bare.refusal.empty());
  EXPECT_TRUE(parts_of(bare.bytes) == parts_of(bytes));
  Reading after;
  read_report(bare.bytes, Options{}, after);
  EXPECT_TRUE(testing::dump(after.document) == testing::dump(before.document));
}

TEST(Corpus, EveryAnnotatedCopyGivesTheFileBack) {
  if (const std::string why = missing(corpus_folder()); !why.empty()) GTEST_SKIP() << why;
  int copies = 0;
  for (const auto& entry : fs::directory_iterator(corpus_folder())) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".docx" && ending != ".html" && ending != ".htm" && ending != ".txt" && ending != ".md" &&
        ending != ".tsv")
      continue;
    if (!fs::exists(entry.path().string() + ".truth.json")) continue;
    SCOPED_TRACE(entry.path().filename().string());
    expect_copy_and_way_back(read_text_file(entry.path().string()));
    ++copies;
  }
  EXPECT_GT(copies, 50);
}

}  // namespace
}  // namespace nianbao::tests
