#include <gtest/gtest.h>

#include "input/reader.h"
#include "support/dump.h"

namespace nianbao {
namespace {

Document rtf(const std::string& body) {
  return read_rtf("{\\rtf1\\ansi\\ansicpg936\\uc1 " + body + "}", {}).value();
}

std::string comment(const std::string& inside) {
  const Document document = rtf("a{\\*\\annotation " + inside + "}b\\par");
  return testing::dump(document);
}

TEST(Rtf, KeepsCommentsWhateverControlWordsTheyBeginWith) {
  EXPECT_EQ(comment("x\\par"), "ab\ncomment \"\" x\n");
  EXPECT_EQ(comment("\\pard\\plain x"), "ab\ncomment \"\" x\n");
  EXPECT_EQ(comment("\\pard\\plain {\\cs1\\chatn}{\\fs20 x}"), "ab\ncomment \"\" x\n");
  EXPECT_EQ(comment("{\\loch x}"), "ab\ncomment \"\" x\n");
}

TEST(Rtf, MarksEachPictureOnce) {
  const auto dump = [](const std::string& body) { return testing::dump(rtf(body)); };
  EXPECT_EQ(dump("a{\\pict\\pngblip 00ff}b\\par"), "ab\nimage \"\"\n");
  EXPECT_EQ(dump("a{\\*\\shppict{\\pict\\pngblip 00ff}}{\\nonshppict{\\pict\\wmetafile8 00ff}}b\\par"),
            "ab\nimage \"\"\n");
  EXPECT_EQ(dump("{\\*\\listpicture{\\*\\shppict{\\pict\\pngblip 00ff}}}ab\\par"), "ab\n");
}

TEST(Rtf, PutsFootnotesBehindTheText) {
  EXPECT_EQ(testing::dump(rtf("12{\\super\\chftn{\\footnote\\pard\\plain {\\chftn} x\\par y}} b\\par")),
            "12 b\nx\ny\n");
}

TEST(Rtf, KeepsLinesOfACellApart) {
  const std::string row = "\\trowd\\cellx1000\\cellx2000\\intbl 12\\line 345\\cell 6\\cell\\row ";
  EXPECT_EQ(testing::dump(rtf(row + row)), "[2x2]\n| 12⏎345 | 6 |\n| 12⏎345 | 6 |\n");
}

TEST(Rtf, LeavesTheParagraphToItsNumber) {
  EXPECT_EQ(testing::dump(rtf("\\pard\\outlinelevel0{\\listtext\\pard\\plain  1.\\tab}a\\par")),
            "# 1.a\nnumber \"1.\"\n");
}

TEST(Rtf, EndsAParagraphWithinItsNumber) {
  EXPECT_EQ(testing::dump(rtf("abc{\\listtext 1.\\par}b\\par")), "abc1.\nb\n");
}

TEST(Rtf, ReadsEachFontInItsCharset) {
  const std::string fonts = "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset134 B;}{\\f2\\fcharset136 C;}}";
  EXPECT_EQ(testing::dump(rtf(fonts + "\\f1 \\'d7\\'d6\\f2 \\'a6\\'72\\f9 \\'d7\\'d6\\par")),
            "字字字\n");  // a font that is not there: the file's
}

TEST(Rtf, SkipsBinaryData) { EXPECT_EQ(testing::dump(rtf("a{\\pict\\bin3 }}}}b\\par")), "ab\nimage \"\"\n"); }

TEST(Rtf, TellsOfGroupsThatAreNestedTooDeep) {
  const std::string body = std::string(600, '{') + "a" + std::string(600, '}') + "b\\par";
  const Document document = rtf(body);
  ASSERT_EQ(document.problems.size(), 1u);
  EXPECT_EQ(document.problems[0].detail, u"嵌套层数不超过 512");
  EXPECT_EQ(testing::dump(document), "ab\n");
}

TEST(Rtf, EndsWithItsGroup) { EXPECT_EQ(testing::dump(rtf("a\\par}b\\par{")), "a\n"); }

}  // namespace
}  // namespace nianbao
