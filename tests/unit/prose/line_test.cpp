#include "prose/line.h"

#include <gtest/gtest.h>

#include "base/unicode.h"

namespace nianbao {
namespace {

using Strings = std::vector<std::string>;

// Lines as they are put together again.
Strings joined(std::u16string text) {
  Document document;
  document.text = std::move(text);
  Strings out;
  bool open = false;
  for (const DocumentLine& line : text_lines(document)) {
    if (!open) out.emplace_back();
    out.back() += to_utf8(document.view(line.range));
    open = line.goes_on;
  }
  return out;
}

TEST(PageLine, KnowsThem) {
  for (std::u16string_view line :
       {u"— 3 —", u"-12-", u"－ 3 －", u"第 3 页", u"第3页 共9页", u"第 3 页，共 9 页", u"共9页 第3页",
        u"3 / 9", u"· 3 ·", u"~ 3 ~", u"Page 3 of 9", u"（第3页）"})
    EXPECT_TRUE(is_page_line(line)) << to_utf8(line);
  for (std::u16string_view line : {u"3", u"—", u"2024/12", u"1,234", u"- - 3", u"-3", u"第3项", u"3件",
                                   u"第3条", u"共3件", u"0 — 0", u"公开第3页"})
    EXPECT_FALSE(is_page_line(line)) << to_utf8(line);
}

TEST(ItemMark, KnowsThem) {
  for (std::u16string_view line : {u"一、总体", u"(一)主动", u"(2)其他", u"1.公开", u"2、公开", u"一是",
                                   u"第一,", u"十二、", u"①网站", u"3)其他"})
    EXPECT_GT(item_mark(line), 0u) << to_utf8(line);
  for (std::u16string_view line :
       {u"1.5万元", u"一个", u"第二十条第(一)项", u"2024年", u"(含上年", u"日内答复", u"2024)30号", u""})
    EXPECT_EQ(item_mark(line), 0u) << to_utf8(line);
}

TEST(TextLines, ALongLineWithoutAMarkGoesOn) {
  EXPECT_EQ(
      joined(u"全年通过县政府门户网站主动公开政府信\n\n息420条。其中重点30条！\n（二）依申请公开。收到3件"),
      (Strings{"全年通过县政府门户网站主动公开政府信息420条。其中重点30条！", "（二）依申请公开。收到3件"}));
  EXPECT_EQ(joined(u"依申请公开\n全年没有收到申请。"), (Strings{"依申请公开", "全年没有收到申请。"}));
}

TEST(TextLines, PageLinesInASentence) {
  for (std::u16string_view page : {u"— 3 —", u"第 3 页 共 9 页", u"\f- 3 -"})
    EXPECT_EQ(joined(u"办结政府信息公开申请\n" + std::u16string(page) + u"\n33件，结转3件。"),
              Strings{"办结政府信息公开申请33件，结转3件。"});
}

TEST(TextLines, HeadsOfPages) {
  EXPECT_EQ(joined(u"青禾县水利局年度报告\n全年办结政府信息公开申请\n— 1 —\n青禾县水利局年度报告\n33件。"),
            (Strings{"青禾县水利局年度报告", "全年办结政府信息公开申请33件。"}));
}

// Every line of the text broken after so many characters, as a mail program does.
std::u16string broken(std::u16string_view text, std::size_t width) {
  std::u16string out;
  std::size_t in_line = 0;
  for (char16_t c : text) {
    if (c != u'\n' && in_line == width) out.push_back(u'\n'), in_line = 0;
    out.push_back(c);
    in_line = c == u'\n' ? 0 : in_line + 1;
  }
  return out;
}

TEST(TextLines, ADocumentBrokenAtOneWidth) {
  const std::u16string text =
      u"（一）主动公开情况\n全年在县政府门户网站公开信息420条，公众号推送96条，群众来电37次，都已答复，无一遗"
      u"漏。\n（二）依申请公开情况\n"
      u"收到申请31件，结转3件，办结33件，上门答复群众5次，来信均在规定的期限里回复，没有超过期限的情形。\n（"
      u"三）监督保障\n没有发生需要追究责任的情形，也没有投诉举报。";
  Document whole;
  Strings wanted;
  whole.text = text;
  for (const DocumentLine& line : text_lines(whole)) wanted.push_back(to_utf8(whole.view(line.range)));
  ASSERT_EQ(wanted.size(), 6u);
  for (std::size_t width = 10; width <= 30; ++width) EXPECT_EQ(joined(broken(text, width)), wanted) << width;
}

TEST(TextLines, NumbersOnLinesOfTheirOwnStay) {
  EXPECT_EQ(joined(u"收到申请\n12\n件"), (Strings{"收到申请", "12", "件"}));
}

}  // namespace
}  // namespace nianbao
