#include "input/zip.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "support/make_zip.h"

namespace nianbao {
namespace {

using testing::make_zip;

ErrorCode failure(const std::string& bytes, std::string_view name = "a") {
  Result<ZipFile> zip = ZipFile::open(bytes);
  if (!zip) return zip.error().code;
  const Result<std::string> content = zip.value().read(name);
  EXPECT_FALSE(content.ok());
  return content ? ErrorCode::empty : content.error().code;
}

TEST(Zip, ReadsStoredAndDeflatedEntries) {
  for (bool deflate : {false, true}) {
    const std::string bytes = make_zip({{"a", "甲甲甲甲甲甲甲甲甲"}, {"b/c.xml", ""}}, deflate);
    Result<ZipFile> zip = ZipFile::open(bytes);
    ASSERT_TRUE(zip.ok());
    EXPECT_EQ(zip.value().read("a").value(), "甲甲甲甲甲甲甲甲甲");
    EXPECT_EQ(zip.value().read("B/C.XML").value(), "");
    EXPECT_NE(zip.value().find("/b/c.xml"), nullptr);
    EXPECT_EQ(zip.value().find("b/d.xml"), nullptr);
  }
}

TEST(Zip, FindsNamesThatBeginAtTheRoot) {
  const std::string bytes = make_zip({{"/word/document.xml", "x"}});
  const Result<ZipFile> zip = ZipFile::open(bytes);
  ASSERT_TRUE(zip.ok());
  EXPECT_NE(zip.value().find("word/document.xml"), nullptr);
  EXPECT_NE(zip.value().find("/word/document.xml"), nullptr);
}

TEST(Zip, SaysWhatIsWrong) {
  EXPECT_EQ(failure(""), ErrorCode::damaged);
  EXPECT_EQ(failure("PK\x03\x04"), ErrorCode::damaged);
  EXPECT_EQ(failure(make_zip({})), ErrorCode::damaged);
  EXPECT_EQ(failure(make_zip({{"b", ""}})), ErrorCode::damaged);
  std::string wrong_sum = make_zip({{"a", "text"}});
  wrong_sum[wrong_sum.find("text")] = 'T';
  EXPECT_EQ(failure(wrong_sum), ErrorCode::damaged);
  std::string encrypted = make_zip({{"a", "text"}});
  encrypted[encrypted.find("PK\x01\x02") + 8] = 1;
  EXPECT_EQ(failure(encrypted), ErrorCode::encrypted);
  std::string method = make_zip({{"a", "text"}});
  method[method.find("PK\x01\x02") + 10] = 14;
  EXPECT_EQ(failure(method), ErrorCode::damaged);
}

TEST(Zip, StaysInsideItsBytesWhereverTheyBreakOff) {
  const std::string whole = make_zip({{"a", std::string(500, 'x')}, {"b", "y"}}, true);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const std::string& bytes :
         {whole.substr(0, i), whole.substr(i), whole.substr(0, i) + '\xFF' + whole.substr(i + 1)}) {
      const std::vector<char> exact(bytes.begin(), bytes.end());
      Result<ZipFile> zip = ZipFile::open({exact.data(), exact.size()});
      if (zip) zip.value().read("a");
    }
  }
}

TEST(Zip, StopsAtBombs) {
  std::string bomb = make_zip({{"a", std::string(8u << 20, ' ')}}, true);
  const auto error = [](const std::string& bytes) { return ZipFile::open(bytes).value().read("a").error(); };
  EXPECT_EQ(error(bomb).code, ErrorCode::limit);
  EXPECT_EQ(error(bomb).detail, u"压缩比不超过 400 倍");
  bomb.replace(bomb.find("PK\x01\x02") + 24, 4,
               std::string("\0\0\1\0", 4));  // says that it inflates to 64 KB
  EXPECT_EQ(error(bomb).code, ErrorCode::damaged);
}

TEST(Zip, CountsAllPartsTogether) {
  std::string part;  // compresses, but not by 400
  for (unsigned x = 1; part.size() < 4096; x = x * 1664525 + 1013904223)
    part.push_back(static_cast<char>(x >> 24));
  std::string content;
  while (content.size() < (30u << 20)) content += part;
  const std::string bytes = make_zip({{"a", content}}, true);
  const Result<ZipFile> zip = ZipFile::open(bytes);
  ASSERT_TRUE(zip.ok());
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(zip.value().read("a").ok());
  const Result<std::string> sixth = zip.value().read("a");
  ASSERT_FALSE(sixth.ok());
  EXPECT_EQ(sixth.error().code, ErrorCode::limit);
  EXPECT_EQ(sixth.error().detail, u"解压后合计不超过 160 MB");
}

}  // namespace
}  // namespace nianbao
