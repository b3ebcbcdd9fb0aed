#include <gtest/gtest.h>

#include <string>

#include "input/reader.h"
#include "support/dump.h"

namespace nianbao {
namespace {

using testing::dump;

std::string multipart(const std::string& part) {
  return "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: "
         "multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----=_b\"\r\n\r\n"
         "------=_b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: "
         "base64\r\n\r\niVBORw0KGgo=\r\n------=_b\r\n" +
         part + "\r\n------=_b--\r\n";
}

std::string mht(const std::string& text) {
  const Result<Document> read = read_mht(text, {});
  EXPECT_TRUE(read.ok());
  if (!read.ok()) return {};
  EXPECT_EQ(invalid(read.value()), "");
  EXPECT_EQ(read.value().format, Format::mht);
  return dump(read.value());
}

TEST(MhtReader, ReadsQuotedPrintableAndBase64) {
  EXPECT_EQ(mht(multipart("Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: "
                          "quoted-printable\r\n\r\n<p class=3D\"x\">=E6=8A=A5=\r\n=E5=91=8A</p>")),
            "报告\n");
  EXPECT_EQ(
      mht(multipart(
          "Content-Type: text/html\r\nContent-Transfer-Encoding: BASE64\r\n\r\nPHA+5oql5ZGK\r\nPC9wPg==")),
      "报告\n");
}

TEST(MhtReader, TakesTheCharsetOfThePartOrThePage) {
  EXPECT_EQ(mht(multipart("Content-Type: text/html; charset=gb2312\r\n\r\n<p>\xB1\xA8\xB8\xE6</p>")),
            "报告\n");
  EXPECT_EQ(mht(multipart("Content-Type: text/html\r\n\r\n<meta charset=gbk><p>\xB1\xA8\xB8\xE6</p>")),
            "报告\n");
}

TEST(MhtReader, ReadsASinglePartAndOneInside) {
  EXPECT_EQ(mht("MIME-Version: 1.0\nContent-Type: text/html\n\n<p>甲</p>"), "甲\n");
  EXPECT_EQ(
      mht(multipart("Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: "
                    "text/plain\r\n\r\n文\r\n--in\r\nContent-Type: text/html\r\n\r\n<p>乙</p>\r\n--in--")),
      "乙\n");
}

TEST(MhtReader, SaysWhenThereIsNoPage) {
  for (const std::string& text :
       {std::string(), std::string("MIME-Version: 1.0\n\n"), multipart("Content-Type: text/plain\r\n\r\n文"),
        std::string("Content-Type: multipart/related; boundary=\"\n\n--")}) {
    const Result<Document> read = read_mht(text, {});
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().code, ErrorCode::damaged);
  }
}

TEST(MhtReader, ReadsPagesThatBreakOff) {
  const std::string whole =
      multipart("Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E6=8A=A5");
  for (std::size_t i = 0; i <= whole.size(); ++i) read_mht(std::string(whole, 0, i), {});
}

}  // namespace
}  // namespace nianbao
