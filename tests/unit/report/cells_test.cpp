#include <gtest/gtest.h>

#include "base/unicode.h"
#include "report/bind.h"

namespace nianbao {
namespace {

// "43 unit", "blank", "dash", "text", "text percent": state or value, then the marks of style.
std::string read(std::u16string text, bool amount = false, bool change = false, Format format = Format::txt) {
  Document document;
  document.format = format;
  document.text = std::move(text);
  const ReportCell cell =
      read_cell(document, {0, static_cast<std::uint32_t>(document.text.size())}, amount, change);
  std::string out;
  switch (cell.state) {
    case CellState::number: out = to_utf8(cell.value->to_string()); break;
    case CellState::blank: out = "blank"; break;
    case CellState::dash: out = "dash"; break;
    case CellState::text: out = "text"; break;
    default: out = "?"; break;
  }
  constexpr std::pair<NumberStyle, const char*> styles[] = {{style_full_width, " full"},
                                                            {style_inner_space, " space"},
                                                            {style_thousands, " thousands"},
                                                            {style_leading_zero, " zero"},
                                                            {style_chinese_numeral, " chinese"},
                                                            {style_unit, " unit"},
                                                            {style_change_word, " change"},
                                                            {style_approximate, " about"},
                                                            {style_percent, " percent"},
                                                            {style_yuan, " yuan"},
                                                            {style_plus, " plus"}};
  for (const auto& [bit, name] : styles)
    if ((cell.style & bit) != 0) out += name;
  return out;
}

TEST(ReadCell, Numbers) {
  EXPECT_EQ(read(u"0"), "0");
  EXPECT_EQ(read(u"23"), "23");
  EXPECT_EQ(read(u" 23\u00A0"), "23");
  EXPECT_EQ(read(u"２３"), "23 full");
  EXPECT_EQ(read(u"８５．０４", true), "85.04 full");
  EXPECT_EQ(read(u"８５.０４", true), "85.04 full");
  EXPECT_EQ(read(u"59237.2449", true), "59237.2449");
  EXPECT_EQ(read(u"2.0"), "2");
  EXPECT_EQ(read(u"007"), "7 zero");
  EXPECT_EQ(read(u"00"), "0 zero");
  EXPECT_EQ(read(u"+2", false, true), "2 plus");
}

TEST(ReadCell, NegativeWithAnyMinus) {
  for (std::u16string minus : {u"-", u"－", u"–", u"—", u"−", u"―"})
    EXPECT_EQ(read(minus + u"3"), "-3") << to_utf8(minus);
  EXPECT_EQ(read(u"- 3"), "-3");
}

TEST(ReadCell, ThousandsOnlyWhenWellFormed) {
  EXPECT_EQ(read(u"1,234"), "1234 thousands");
  EXPECT_EQ(read(u"11,398,889"), "11398889 thousands");
  EXPECT_EQ(read(u"１，２３４"), "1234 full thousands");
  EXPECT_EQ(read(u"1 234"), "1234 space");
  EXPECT_EQ(read(u"12,34"), "text");
  EXPECT_EQ(read(u"1234,567"), "text");
  EXPECT_EQ(read(u"1,2345"), "text");
  EXPECT_EQ(read(u"0,123"), "text");
  EXPECT_EQ(read(u"1,234.5", true), "1234.5 thousands");
}

TEST(ReadCell, SpacesThatMayPartTwoNumbersAreNotRepaired) {
  EXPECT_EQ(read(u"0 0"), "text");
  EXPECT_EQ(read(u"2 3"), "text");
  EXPECT_EQ(read(u"12 3456"), "text");
  EXPECT_EQ(read(u"1\u2028234"), "text");
  EXPECT_EQ(read(u"1 \n 234"), "text");
  EXPECT_EQ(read(u"43\u2028项"), "43 unit");
  EXPECT_EQ(read(u"\u20280\u2028"), "0");
}

TEST(ReadCell, UnitsCount) {
  EXPECT_EQ(read(u"43项"), "43 unit");
  EXPECT_EQ(read(u"0 件"), "0 unit");
  EXPECT_EQ(read(u"3（件）"), "3 unit");
  EXPECT_EQ(read(u"481.5万元", true), "481.5 unit");
  EXPECT_EQ(read(u"251000元", true), "251000 unit yuan");
  EXPECT_EQ(read(u"481.5万元"), "text");
  EXPECT_EQ(read(u"3万"), "text");
  EXPECT_EQ(read(u"3件2"), "text");
}

TEST(ReadCell, ChangeWordsInChangeCellsOnly) {
  EXPECT_EQ(read(u"增257项", false, true), "257 unit change");
  EXPECT_EQ(read(u"减2项", false, true), "-2 unit change");
  EXPECT_EQ(read(u"减少 2", false, true), "-2 change");
  EXPECT_EQ(read(u"减-2", false, true), "text");
  EXPECT_EQ(read(u"增257项"), "text");
}

TEST(ReadCell, Approximate) {
  EXPECT_EQ(read(u"约30件"), "30 unit about");
  EXPECT_EQ(read(u"30余件"), "text");
  EXPECT_EQ(read(u"近30"), "text");
}

TEST(ReadCell, ChineseNumerals) {
  EXPECT_EQ(read(u"〇"), "0 chinese");
  EXPECT_EQ(read(u"零件"), "0 chinese unit");
  EXPECT_EQ(read(u"二十三"), "23 chinese");
  EXPECT_EQ(read(u"十"), "10 chinese");
  EXPECT_EQ(read(u"一百零五"), "105 chinese");
  EXPECT_EQ(read(u"两件"), "2 chinese unit");
  EXPECT_EQ(read(u"一"), "text");  // may be a dash
  EXPECT_EQ(read(u"一件"), "1 chinese unit");
  EXPECT_EQ(read(u"二三"), "text");
  EXPECT_EQ(read(u"十百"), "text");
  EXPECT_EQ(read(u"百"), "text");
  EXPECT_EQ(read(u"千零三"), "text");
}

TEST(ReadCell, NilMarksAreNeitherBlankNorZero) {
  for (std::u16string nil :
       {u"-", u"－", u"–", u"—", u"——", u"―", u"--", u"/", u"／", u"无", u"N/A", u"不适用", u"─"})
    EXPECT_EQ(read(nil), "dash") << to_utf8(nil);
}

TEST(ReadCell, Blank) {
  EXPECT_EQ(read(u""), "blank");
  EXPECT_EQ(read(u"\u3000 \u00A0"), "blank");
}

TEST(ReadCell, NothingIsRepaired) {
  for (std::u16string text : {u"O", u"l", u"①", u"1²", u"待统计", u"3.", u".5", u"1.2.3", u"3/4", u"(3)",
                              u"2021年", u"1234567890123456", u"＋", u"×"})
    EXPECT_EQ(read(text), "text") << to_utf8(text);
  EXPECT_EQ(read(u"38%"), "text percent");
}

TEST(ReadCell, MarkdownMarksAreNotPartOfTheCell) {
  EXPECT_EQ(read(u"**3**", false, false, Format::markdown), "3");
  EXPECT_EQ(read(u"\\-", false, false, Format::markdown), "dash");
  EXPECT_EQ(read(u"**3**"), "text");
}

TEST(ReadCell, KeepsWhatWasWritten) {
  Document document;
  document.text = u"| ４３ 项 |";
  const ReportCell cell = read_cell(document, {2, 6}, false, false);
  EXPECT_EQ(cell.text, u"４３ 项");
  EXPECT_EQ(cell.range, (Range{2, 6}));
}

}  // namespace
}  // namespace nianbao
