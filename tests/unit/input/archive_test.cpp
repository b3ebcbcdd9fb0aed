#include "input/archive.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "base/unicode.h"
#include "input/member_names.h"
#include "support/encode.h"
#include "support/make_zip.h"

namespace nianbao {
namespace {

using testing::encode;
using testing::make_zip;

std::vector<std::string> names(const ArchiveListing& listing) {
  std::vector<std::string> out;
  for (const ArchiveMember& member : listing.members) out.push_back(member.name);
  return out;
}

Result<std::string> content(const std::string& archive, const ArchiveMember& member) {
  return unpack(std::string_view(archive).substr(member.packed.begin, member.packed.size()), member);
}

TEST(Archive, ListsWhatMayBeReportsAndGivesTheirBytes) {
  for (bool deflate : {false, true}) {
    const std::string bytes = make_zip({{"县A/", ""},
                                        {"县A/年报.docx", "甲甲甲甲甲甲甲甲"},
                                        {"县B\\年报.TXT", "乙"},
                                        {"__MACOSX/县A/._年报.docx", "x"},
                                        {"县A/~$年报.docx", "x"},
                                        {"县A/.DS_Store", "x"},
                                        {"县A/附图.png", "x"},
                                        {"旧/内.zip", "x"}},
                                       deflate);
    const Result<ArchiveListing> listing = list_archive(bytes);
    ASSERT_TRUE(listing.ok());
    EXPECT_EQ(names(listing.value()),
              (std::vector<std::string>{"县A/年报.docx", "县B/年报.TXT", "旧/内.zip"}));
    EXPECT_EQ(listing.value().others, std::vector<std::string>{"县A/附图.png"});
    EXPECT_EQ(content(bytes, listing.value().members[0]).value(), "甲甲甲甲甲甲甲甲");
    EXPECT_EQ(content(bytes, listing.value().members[1]).value(), "乙");
  }
}

TEST(Archive, DecodesNamesOfChineseWindows) {
  const std::string folder = encode(u"青禾县", "GB18030"), traditional = encode(u"台北運輸處年報", "GB18030");
  const std::string bytes = make_zip(
      {{folder + "/" + encode(u"水利局2024年年报.docx", "GB18030"), "a"}, {traditional + ".doc", "b"}});
  EXPECT_EQ(names(list_archive(bytes).value()),
            (std::vector<std::string>{"青禾县/水利局2024年年报.docx", "台北運輸處年報.doc"}));
}

TEST(Archive, TakesNamesMarkedAsUtf8AtTheirWord) {
  std::string bytes = make_zip({{"局.txt", "a"}, {encode(u"县局", "GB18030") + ".txt", "b"}});
  bytes[bytes.find("PK\x01\x02") + 9] = 8;
  EXPECT_EQ(names(list_archive(bytes).value()), (std::vector<std::string>{"局.txt", "县局.txt"}));
}

TEST(Archive, ADocumentIsNoArchive) {
  EXPECT_FALSE(is_archive(make_zip({{"[Content_Types].xml", ""}, {"word/document.xml", "<w/>"}})));
  EXPECT_FALSE(
      is_archive(make_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", ""}})));
  EXPECT_FALSE(is_archive("Rar!\x1A\x07 and more"));
  EXPECT_TRUE(is_archive(make_zip({{"年报.docx", "x"}})));
}

// A sheet or another office file: one line with its name, not one for each of its parts.
TEST(Archive, PartsOfADocumentAreNotListed) {
  for (const auto& parts : std::vector<testing::ZipParts>{
           {{"[Content_Types].xml", ""}, {"xl/workbook.xml", "<w/>"}, {"xl/worksheets/sheet1.xml", "<s/>"}},
           {{"[Content_Types].xml", ""}, {"ppt/presentation.xml", "<p/>"}, {"docProps/a.txt", "x"}},
           {{"OFD.xml", "<o/>"}, {"Doc_0/Document.xml", "<d/>"}},
           {{"[Content_Types].xml", ""}, {"word/document.xml", "<w/>"}}}) {
    const Result<ArchiveListing> listing = list_archive(make_zip(parts));
    ASSERT_TRUE(listing.ok());
    EXPECT_TRUE(listing.value().document);
    EXPECT_TRUE(listing.value().members.empty());
    EXPECT_TRUE(listing.value().others.empty());
  }
  EXPECT_FALSE(list_archive(make_zip({{"年报.docx", "x"}})).value().document);
}

TEST(Archive, BudgetsHaveClearAnswers) {
  testing::ZipParts parts;
  for (std::size_t i = 0; i <= limits::archive_members; ++i) parts.emplace_back("a.txt", "");
  EXPECT_EQ(list_archive(make_zip(parts)).error().detail, u"压缩包内文件不超过 20000 个");
  parts.pop_back();
  EXPECT_EQ(list_archive(make_zip(parts)).value().members.size(), limits::archive_members);

  std::string huge = make_zip({{"a.txt", "text"}, {"b.txt", "text"}});
  for (std::size_t at = huge.find("PK\x01\x02"); at != std::string::npos;
       at = huge.find("PK\x01\x02", at + 1))
    huge.replace(at + 24, 4, "\xFF\xFF\xFF\x7F");
  EXPECT_EQ(list_archive(huge).error().code, ErrorCode::limit);
  EXPECT_EQ(list_archive(huge).error().detail, u"压缩包解压后不超过 2 GB");

  std::string overlapping = make_zip({{"a.txt", "text"}, {"b.txt", "text"}});
  overlapping.replace(overlapping.rfind("PK\x01\x02") + 20, 4, std::string("\0\1\0\0", 4));
  EXPECT_EQ(list_archive(overlapping).error().code, ErrorCode::damaged);

  const std::string bomb = make_zip({{"a.txt", std::string(8u << 20, ' ')}}, true);
  const ArchiveListing listing = list_archive(bomb).value();
  EXPECT_EQ(content(bomb, listing.members[0]).error().detail, u"压缩比不超过 400 倍");
  ArchiveMember large = listing.members[0];
  large.entry.size = limits::input_bytes + 1;
  EXPECT_EQ(content(bomb, large).error().detail, u"文件不超过 100 MB");
}

TEST(Archive, SaysWhatIsWrongWithOneMember) {
  std::string bytes = make_zip({{"a.txt", "text"}, {"b.txt", "more"}});
  bytes[bytes.find("text")] = 'T';
  const ArchiveListing listing = list_archive(bytes).value();
  EXPECT_EQ(content(bytes, listing.members[0]).error().code, ErrorCode::damaged);
  EXPECT_EQ(content(bytes, listing.members[1]).value(), "more");
  bytes[bytes.rfind("PK\x01\x02") + 8] = 1;
  EXPECT_EQ(content(bytes, list_archive(bytes).value().members[1]).error().code, ErrorCode::encrypted);
  EXPECT_EQ(list_archive("PK\x03\x04 cut").error().code, ErrorCode::damaged);
}

TEST(Archive, StaysInsideItsBytesWhereverTheyBreakOff) {
  const std::string whole = make_zip({{"a.txt", std::string(300, 'x')}, {"b.txt", "y"}}, true);
  for (std::size_t i = 0; i < whole.size(); ++i)
    for (const std::string& bytes :
         {whole.substr(0, i), whole.substr(i), whole.substr(0, i) + '\xFF' + whole.substr(i + 1)}) {
      const std::vector<char> exact(bytes.begin(), bytes.end());
      const Result<ArchiveListing> listing = list_archive({exact.data(), exact.size()});
      if (!listing) continue;
      for (const ArchiveMember& member : listing.value().members) content(bytes, member);
    }
}

TEST(MemberNames, TellDocumentsFromOtherFilesAndDebris) {
  for (const char* name : {"年报.docx", "a/b/年报.WPS", "./年报.htm", "../年报.pdf", "/年报.odt",
                           "年报.2024.txt", "年报.xlsx", "a/年报.ofd", "汇总.xls"})
    EXPECT_EQ(member_kind(name), MemberKind::document) << name;
  for (const char* name : {"年报.pptx", "图.png", "年报", "docx"})
    EXPECT_EQ(member_kind(name), MemberKind::other) << name;
  for (const char* name : {"", "县A/", ".年报.docx", "~$年报.docx", "__MACOSX/._a.docx", "a/.git/b.txt",
                           "Thumbs.db", "a/desktop.ini"})
    EXPECT_EQ(member_kind(name), MemberKind::debris) << name;
}

}  // namespace
}  // namespace nianbao
