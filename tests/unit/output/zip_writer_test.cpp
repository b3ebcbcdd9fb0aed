#include "output/zip_writer.h"

#include <gtest/gtest.h>

#include "support/make_zip.h"

namespace nianbao {
namespace {

std::string content(const std::string& bytes, std::string_view name) {
  const Result<ZipFile> zip = ZipFile::open(bytes);
  const Result<std::string> out = zip ? zip.value().read(name) : Result<std::string>(zip.error());
  return out ? out.value() : "unread";
}

TEST(ZipWriter, WritesWhatTheReaderReads) {
  ZipWriter zip;
  const std::string text(100'000, 'x');
  zip.add("年报/表.xml", text);
  zip.add("small", "a");
  zip.add("empty", "");
  const std::string bytes = zip.finish();
  EXPECT_EQ(content(bytes, "年报/表.xml"), text);
  EXPECT_EQ(content(bytes, "small"), "a");
  EXPECT_EQ(content(bytes, "empty"), "");
  const Result<ZipFile> read = ZipFile::open(bytes);
  EXPECT_EQ(read.value().entries()[0].method, 8);
  EXPECT_EQ(read.value().entries()[1].method, 0);
}

TEST(ZipWriter, TheSameCallsGiveTheSameBytes) {
  const auto make = [] {
    ZipWriter zip;
    zip.add("a", std::string(1000, 'a'));
    return zip.finish();
  };
  EXPECT_EQ(make(), make());
  EXPECT_EQ(make().substr(10, 4), std::string("\0\0\x21\0", 4));  // 1980-01-01 00:00
}

TEST(ZipWriter, DoesNotPackAZipOnceMore) {
  ZipWriter inner;
  inner.add("a", std::string(100, 'a'));
  const std::string note = inner.finish() + std::string(10'000, '\0');  // which could be packed
  ZipWriter zip;
  zip.add("note.docx", note);
  const std::string bytes = zip.finish();
  EXPECT_EQ(content(bytes, "note.docx"), note);
  EXPECT_EQ(ZipFile::open(bytes).value().entries()[0].method, 0);
}

TEST(ZipWriter, AnEntryIsPackedAlikeWhateverWasPackedBefore) {
  const std::string text = "甲乙丙丁" + std::string(1000, 'a');
  ZipWriter first;
  first.add("b", text);
  ZipWriter other;
  other.add("a", std::string(70'000, 'a') + text);
  ZipWriter second;
  second.add("b", text);
  EXPECT_EQ(second.finish(), first.finish());
}

TEST(ZipWriter, IsEmptyAfterFinish) {
  ZipWriter zip;
  zip.add("a", "甲");
  zip.finish();
  zip.add("b", "乙");
  EXPECT_EQ(ZipFile::open(zip.finish()).value().entries().size(), 1u);
}

TEST(ZipWriter, CopiesPackedBytesAndDirectoryAsTheyAre) {
  std::string old = testing::make_zip({{"a.xml", std::string(500, 'a')}, {"b.xml", "b"}}, true);
  const std::size_t record = old.find("PK\x01\x02");
  old[record + 8] = 8;      // sizes stood in a descriptor behind the content
  old[record + 38] = 0x20;  // attributes
  const Result<ZipFile> from = ZipFile::open(old);
  ASSERT_TRUE(from.ok());
  ZipWriter zip;
  zip.add("new.xml", "new");
  zip.replace(from.value().entries()[1], "other");
  ASSERT_TRUE(zip.copy(from.value(), from.value().entries()[0]).ok());
  const std::string bytes = zip.finish();
  EXPECT_EQ(content(bytes, "a.xml"), std::string(500, 'a'));
  EXPECT_EQ(content(bytes, "b.xml"), "other");
  const Result<ZipFile> to = ZipFile::open(bytes);
  const ZipFile::Entry& copied = to.value().entries()[2];
  EXPECT_EQ(to.value().packed(copied).value(), from.value().packed(from.value().entries()[0]).value());
  EXPECT_EQ(copied.record[38], 0x20);
  EXPECT_EQ(copied.record[8], 0);
}

TEST(ZipWriter, RefusesToCopyWhatIsCutShort) {
  std::string old = testing::make_zip({{"a", "text"}});
  old[old.find("PK\x01\x02") + 20] = 120;  // says that it is longer than the file
  const Result<ZipFile> from = ZipFile::open(old);
  ZipWriter zip;
  EXPECT_FALSE(zip.copy(from.value(), from.value().entries()[0]).ok());
  EXPECT_FALSE(ZipFile::open(zip.finish()).ok());
}

}  // namespace
}  // namespace nianbao
