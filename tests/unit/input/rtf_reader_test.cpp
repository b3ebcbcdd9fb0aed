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
  EXPECT_EQ(dump("a{\\*\\shppict{\\pict\\pngblip 00ff}}{\\nonshppict{\\pict\\wmetafile8 00ff}}b\\par"), "ab\nimage \"\"\n");
  EXPECT_EQ(dump("{\\*\\listpicture{\\*\\shppict{\\pict\\pngblip 00ff}}}ab\\par"), "ab\n");
}

}  // namespace
}  // namespace nianbao
