#include "base/printable.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

TEST(Printable, LeavesNamesAlone) {
  EXPECT_EQ(printable("某县教育局 2024年（定稿）.docx"), "某县教育局 2024年（定稿）.docx");
}

TEST(Printable, SpellsOutWhatATerminalObeys) {
  EXPECT_EQ(printable("a\x1b[31m\r\nb\x7f"), "a\\u001B[31m\\u000D\\u000Ab\\u007F");
  EXPECT_EQ(printable("\xC2\x9B"
                      "31m"),
            "\\u009B31m");  // the one-byte CSI
}

TEST(Printable, SpellsOutWhatTurnsTextAround) {
  EXPECT_EQ(printable("a\u202Egpj.exe"), "a\\u202Egpj.exe");
  EXPECT_EQ(printable("\u2066\u200F\u2028"), "\\u2066\\u200F\\u2028");
}

TEST(Printable, MakesValidTextOfAnyBytes) { EXPECT_EQ(printable("\xFF\xC0z"), "\uFFFD\uFFFDz"); }

}  // namespace
}  // namespace nianbao
