// What LibreOffice makes of one document with everything that runs of text carry (tests/fixtures/rich).
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "input/reader.h"
#include "support/dump.h"

namespace nianbao {
namespace {

std::string dumped(const std::string& name) {
  std::ifstream file("tests/fixtures/rich/" + name, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  return testing::dump(read(bytes, {}).value());
}

constexpr std::string_view text = R"text(# 标题
一、甲
（3）乙
3.a)丙
二、丁
I.大罗马
i.小罗马
A.字母
①圈
壹、大写
收到新申请12件。
批注，书签，链接，换
行，制	表，软{0}连，硬{1}连，“引号”。
图片
[3x3]
| 跨两列 1x2 | 跨两行 2x1 |
| 上⏎下 | |
| 12⏎345 | 6 | 7 |
尾
脚注文字
number "一、"
number "（3）"
number "3.a)"
number "二、"
number "I."
number "i."
number "A."
number "①"
number "壹、"
insertion "新"
deletion "" 旧
hidden "" 不印
)text";

// `text` with the hyphens that the format keeps.
std::string with(std::string_view soft, std::string_view hard) {
  std::string out(text);
  out.replace(out.find("{0}"), 3, soft);
  return out.replace(out.find("{1}"), 3, hard);
}

const std::string comment = "comment \"\" 请核对\n", bookmark = "bookmark \"\" here\n",
                  image = "image \"\"\n", field = "field \"\" HYPERLINK \"http://example.com/\"\n";

// Where comments lie is not read of a .doc; they come last.
TEST(RichFiles, Doc) { EXPECT_EQ(dumped("rich.doc"), with("", "-") + field + image + comment); }
TEST(RichFiles, Rtf) { EXPECT_EQ(dumped("rich.rtf"), with("", "-") + comment + bookmark + field + image); }
TEST(RichFiles, Docx) { EXPECT_EQ(dumped("rich.docx"), with("", "-") + comment + bookmark + image); }
TEST(RichFiles, FlatOdt) {
  EXPECT_EQ(dumped("rich.fodt"), with("\u00AD", "\u2011") + comment + bookmark + image);
}

}  // namespace
}  // namespace nianbao
