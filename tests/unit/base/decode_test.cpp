#include <gtest/gtest.h>

#include "base/unicode.h"
#include "support/encode.h"

namespace nianbao {
namespace {

using testing::encode;

const std::u16string report =
    u"某县教育局2024年政府信息公开工作年度报告\r\n一、总体情况\r\n本年共收到申请3件。";
const std::u16string traditional =
    u"政府資訊公開工作年度報告\n一、總體情況\n本年共收到申請3件，辦理情況良好。";

void expect(const Result<Decoded>& result, std::u16string_view text, std::string_view encoding,
            std::string_view reason) {
  ASSERT_TRUE(result);
  EXPECT_EQ(result.value().text, text);
  EXPECT_EQ(result.value().encoding, encoding);
  EXPECT_EQ(result.value().reason, reason);
  EXPECT_EQ(result.value().replaced, 0u);
}

TEST(Decode, StrictUtf8) {
  expect(decode(to_utf8(report)), report, "UTF-8", "valid");
  expect(decode(""), u"", "UTF-8", "valid");
  expect(decode("2024"), u"2024", "UTF-8", "valid");
}

TEST(Decode, ByteOrderMarks) {
  expect(decode("\xEF\xBB\xBF" + to_utf8(report)), report, "UTF-8", "bom");
  for (const char* name : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030"})
    expect(decode(encode(u'\uFEFF' + report, name)), report, name, "bom");
}

TEST(Decode, AChosenUtf16OrUtf32FollowsTheMark) {
  for (const char* name : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    expect(decode(encode(u'\uFEFF' + report, name), {}, std::string(name, 6)), report, name, "forced");
  expect(decode(encode(report, "UTF-16LE"), {}, "utf-16"), report, "UTF-16LE", "forced");
  const Decoded cut = decode(encode(report, "UTF-32LE") + "ab", {}, "UTF-32").value();
  EXPECT_EQ(cut.text, report + u'\uFFFD');
  EXPECT_EQ(cut.replaced, 1u);
}

TEST(Decode, Utf16WithoutMark) {
  expect(decode(encode(report, "UTF-16LE")), report, "UTF-16LE", "pattern");
  expect(decode(encode(report, "UTF-16BE")), report, "UTF-16BE", "pattern");
  const std::u16string few_digits = u"本局全面落实条例要求，依法公开政府信息。\n";
  expect(decode(encode(few_digits, "UTF-16LE")), few_digits, "UTF-16LE", "pattern");
}

TEST(Decode, Gb18030AndBig5) {
  expect(decode(encode(report, "GB18030")), report, "GB18030", "valid");
  expect(decode(encode(traditional, "GB18030")), traditional, "GB18030", "valid");
  expect(decode(encode(traditional, "Big5")), traditional, "Big5", "valid");
  expect(decode(encode(u"无。", "GB18030")), u"无。", "GB18030", "valid");
  expect(decode(encode(u"联通", "GB18030")), u"联通", "GB18030", "valid");
}

TEST(Decode, DeclaredNamesOfGbAreGb18030) {
  const std::u16string rare = u"㙍镇人民政府";  // not in GB2312
  for (const char* name : {"gb2312", "GBK", "GB18030", "x-gbk", "\"gb2312\""})
    expect(decode(encode(rare, "GB18030"), name), rare, "GB18030", "declared");
  expect(decode(encode(traditional, "Big5"), "big5"), traditional, "Big5", "declared");
}

TEST(Decode, AWrongDeclarationLoses) {
  expect(decode(encode(report, "GB18030"), "utf-8"), report, "GB18030", "valid");
  expect(decode(to_utf8(report), "gb2312"), report, "UTF-8", "valid");
  expect(decode(to_utf8(report), "utf-16"), report, "UTF-8", "valid");
  expect(decode(encode(report, "GB18030"), "iso-8859-1"), report, "GB18030", "valid");
  expect(decode(to_utf8(report), "no-such-encoding"), report, "UTF-8", "valid");
  expect(decode(to_utf8(report), "utf有误-8"), report, "UTF-8", "valid");
}

TEST(Decode, TheUsersChoiceWins) {
  expect(decode(encode(report, "GB18030"), "utf-8", "GBK"), report, "GB18030", "forced");
  const auto wrong = decode(to_utf8(report), {}, "GB18030");
  ASSERT_TRUE(wrong);
  EXPECT_EQ(wrong.value().encoding, "GB18030");
  const auto unknown = decode("a", {}, "klingon");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::encoding);
  EXPECT_EQ(unknown.error().detail, u"klingon");
}

TEST(Decode, DamagedBytesAreCountedAndTheRestIsRead) {
  std::string utf8 = to_utf8(report);
  utf8.insert(6, "\xFF");  // between two characters
  const auto damaged = decode(utf8);
  ASSERT_TRUE(damaged);
  EXPECT_EQ(damaged.value().encoding, "UTF-8");
  EXPECT_EQ(damaged.value().reason, "fallback");
  EXPECT_EQ(damaged.value().replaced, 1u);
  EXPECT_EQ(damaged.value().text.substr(0, 4), u"某县\uFFFD教");

  const auto cut =
      decode(to_utf8(report).substr(0, to_utf8(report).size() - 1));  // inside the last character
  EXPECT_EQ(cut.value().encoding, "UTF-8");
  EXPECT_EQ(cut.value().replaced, 1u);

  std::string gb = encode(report, "GB18030");
  gb.append("\xFF\xFF");
  EXPECT_EQ(decode(gb).value().encoding, "GB18030");
  EXPECT_EQ(decode(gb).value().reason, "fallback");
  EXPECT_EQ(decode(gb).value().replaced, 2u);
}

TEST(Decode, ReplacementCharactersOfTheSourceAreNotDamage) {
  expect(decode("a\xEF\xBF\xBD"), u"a\uFFFD", "UTF-8", "valid");
}

TEST(Decode, PatternNeedsAZeroByte) {
  EXPECT_EQ(utf16_pattern("abcdef"), "");
  EXPECT_EQ(utf16_pattern(std::string("\x7F"
                                      "ELF\2\1\1\0\0\0\0\0\0\0\0\0",
                                      16)),
            "");
  EXPECT_EQ(utf16_pattern(encode(u"3\n", "UTF-16LE")), "UTF-16LE");
}

}  // namespace
}  // namespace nianbao
