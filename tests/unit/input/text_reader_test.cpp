#include <gtest/gtest.h>

#include "base/unicode.h"
#include "input/reader.h"
#include "support/dump.h"

namespace nianbao {
namespace {

Document read(std::u16string_view text) {
  Result<Document> result = read_text(to_utf8(text), {});
  EXPECT_TRUE(result);
  EXPECT_EQ(invalid(result.value()), "");
  return std::move(result.value());
}

std::string dumped(std::u16string_view text) { return testing::dump(read(text)); }

TEST(TextReader, OneParagraphALine) {
  const Document document = read(u"  一、总体情况 \n\n2024年，我局……\n");
  EXPECT_EQ(document.format, Format::txt);
  EXPECT_EQ(document.encoding, "UTF-8");
  EXPECT_EQ(document.encoding_reason, "valid");
  EXPECT_EQ(document.text, u"  一、总体情况 \n\n2024年，我局……\n");
  ASSERT_EQ(document.blocks.size(), 2u);
  EXPECT_EQ(document.view(document.blocks[0].range), u"一、总体情况");
  EXPECT_EQ(document.blocks[1].page, 0);
}

TEST(TextReader, LineEndsBecomeOneAndAnchorsLeadBack) {
  const Document document = read(u"甲\r\n乙\r丙\u2028丁");
  EXPECT_EQ(document.text, u"甲\n乙\n丙\n丁\n");
  ASSERT_EQ(document.blocks.size(), 4u);
  ASSERT_FALSE(document.anchors.empty());
  EXPECT_EQ(document.anchors.front().source, 0u);
  EXPECT_EQ(document.anchors[1].text, 2u);    // 乙
  EXPECT_EQ(document.anchors[1].source, 3u);  // behind \r\n
}

TEST(TextReader, FormFeedsCountPages) {
  const Document document = read(u"甲\n\f乙\n丙\f\n丁\n");
  ASSERT_EQ(document.blocks.size(), 4u);
  EXPECT_EQ(document.blocks[0].page, 1);
  EXPECT_EQ(document.blocks[1].page, 2);
  EXPECT_EQ(document.blocks[2].page, 2);
  EXPECT_EQ(document.blocks[3].page, 3);
}

TEST(TextReader, NothingButWhiteSpaceIsEmpty) {
  const auto result = read_text("\xE3\x80\x80\n", {});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::empty);
}

TEST(TextReader, DamageIsAProblem) {
  const auto result = read_text(to_utf8(u"本局全面落实条例要求，依法公开政府信息，稳步推进。") + "\xFF", {});
  ASSERT_TRUE(result);
  ASSERT_EQ(result.value().problems.size(), 1u);
  EXPECT_EQ(result.value().problems[0].code, ErrorCode::encoding);
  EXPECT_EQ(result.value().problems[0].detail, u"UTF-8");
}

// --- Markdown ----------------------------------------------------------------------------------------------

TEST(TextReader, MarkdownHeadingsWhenTheyAreAHabit) {
  EXPECT_EQ(dumped(u"# 某局年报\n\n## **二、主动公开** ##\n正文\n"), "# 某局年报\n## 二、主动公开\n正文\n");
  EXPECT_EQ(read(u"# 某局年报\n\n## 一、总体情况\n").format, Format::markdown);
  EXPECT_EQ(read(u"# 一、总体情况\n正文\n").format, Format::txt);  // a single mark is residue
  EXPECT_EQ(dumped(u"#12345热线\n#政务公开#\n"), "#12345热线\n#政务公开#\n");
}

TEST(TextReader, UnderlinedHeadings) {
  EXPECT_EQ(dumped(u"# 年报\n\n总体情况\n========\n\n## 二\n\n主动公开\n--------\n"),
            "# 年报\n# 总体情况\n## 二\n## 主动公开\n");
}

TEST(TextReader, PipeTables) {
  EXPECT_EQ(dumped(u"| 信息内容 | **件数** |\n|---|:-:|\n| 规章 | 1 |\n|行政许可| |\n"),
            "[3x2]\n| 信息内容 | 件数 |\n| 规章 | 1 |\n| 行政许可 | |\n");
  EXPECT_EQ(dumped(u"信息内容 | 件数\n--- | ---\n规章 | 1\n\n后文\n"),
            "[2x2]\n| 信息内容 | 件数 |\n| 规章 | 1 |\n后文\n");
  EXPECT_EQ(dumped(u"| 第二十条第（一）项 | | |\n| 规章 | 0 | 1 |\n| 规范性文件 | 2 | 3 |\n"),
            "[3x3]\n| 第二十条第（一）项 | | |\n| 规章 | 0 | 1 |\n| 规范性文件 | 2 | 3 |\n");
  EXPECT_EQ(dumped(u"| a\\|b | 结果<br>维持 |\n|---|---|\n| 1 | 2 |\n"),
            "[2x2]\n| a|b | 结果⏎维持 |\n| 1 | 2 |\n");
  EXPECT_EQ(dumped(u"结果 | &nbsp; | 件数\n:-: | :-: | :-:\n&nbsp; | 1\\.属于国家秘密 | 3\n"),
            "[2x3]\n| 结果 | | 件数 |\n| | 1.属于国家秘密 | 3 |\n");
}

TEST(TextReader, OneCellALineWithABarIsNoTable) {
  const Document document = read(u"规章 |\n0 |\n|\n|||\n||||\n行政许可 |\n43项 |\n");
  EXPECT_TRUE(document.tables.empty());
}

// --- tabs --------------------------------------------------------------------------------------------------

TEST(TextReader, TabSeparatedRows) {
  const Document document = read(u"前文\n规章\t0\t 1\n行政许可\t7\n后文\n");
  EXPECT_EQ(document.text, u"前文\n规章\t0\t 1\n行政许可\t7\n后文\n");
  EXPECT_EQ(testing::dump(document), "前文\n[2x3]\n| 规章 | 0 | 1 |\n| 行政许可 | 7 | ~ |\n后文\n");
  EXPECT_TRUE(document.tables[0].ragged);
  EXPECT_EQ(document.view(document.tables[0].range), u"规章\t0\t 1\n行政许可\t7");
}

TEST(TextReader, ShiftedRowsStayAsTheyAre) {
  EXPECT_EQ(
      dumped(u"三、结果\t(一) 公开\t0\t1\n\t(三) 1. 国家秘密\t0\t1\n\t\t2. 法律\t0\t1\n3.其他\t\t0\t1\t\n"),
      "[4x5]\n| 三、结果 | (一) 公开 | 0 | 1 | ~ |\n| | (三) 1. 国家秘密 | 0 | 1 | ~ |\n| | | 2. 法律 | 0 | "
      "1 |\n| 3.其他 | | 0 | 1 | |\n");
}

TEST(TextReader, ATableGoesOnBehindAPageBreak) {
  EXPECT_EQ(dumped(u"甲\t1\n乙\t2\n\n— 3 —\n\n\f丙\t3\n"), "[3x2]\n| 甲 | 1 |\n| 乙 | 2 |\n| 丙 | 3 |\n");
  EXPECT_EQ(dumped(u"甲\t1\n乙\t2\n三、标题\n丙\t3\n丁\t4\n"),
            "[2x2]\n| 甲 | 1 |\n| 乙 | 2 |\n三、标题\n[2x2]\n| 丙 | 3 |\n| 丁 | 4 |\n");
}

TEST(TextReader, RowsOfDashesAreNoise) {
  EXPECT_EQ(dumped(u"甲\t1\n------\t---\n乙\t-\n"), "[2x2]\n| 甲 | 1 |\n| 乙 | - |\n");
}

TEST(TextReader, BlankRowsOfATable) {
  EXPECT_EQ(dumped(u"维持\t纠正\t总计\n\t\t\n后文\n"), "[2x3]\n| 维持 | 纠正 | 总计 |\n| | | |\n后文\n");
}

TEST(TextReader, QuotedCellsOfSpreadsheets) {
  EXPECT_EQ(dumped(u"\"商业\n企业\"\t\"3.危及\"\"三安全\"\"\"\t0\r\n\"\"\t\"三安全\"公开\t1\r\n"),
            "[2x3]\n| 商业⏎企业 | 3.危及\"三安全\" | 0 |\n| | \"三安全\"公开 | 1 |\n");
  EXPECT_EQ(dumped(u"规章,=\"12\",=\"1,234\"\n许可,=\"0\",=\"\"\n"),
            "[2x3]\n| 规章 | 12 | 1,234 |\n| 许可 | 0 | |\n");
}

TEST(TextReader, LinesThatASpreadsheetPads) {
  EXPECT_EQ(
      dumped(u"某局2024年年度报告,,,\n二、主动公开政府信息情况,,,\n规章,1,2,3\n许可,4,5,"
             u"6\n三、收到申请情况,,,\n"),
      "某局2024年年度报告,,,\n二、主动公开政府信息情况,,,\n[2x4]\n| 规章 | 1 | 2 | 3 |\n| 许可 | 4 | 5 | 6 "
      "|\n三、收到申请情况,,,\n");
}

TEST(TextReader, TabsThatMakeNoTable) {
  EXPECT_EQ(dumped(u"\t2024年，我局公开信息。\n\t2025年再公开。\n"),
            "2024年，我局公开信息。\n2025年再公开。\n");
  EXPECT_EQ(dumped(u"一、\t总体情况\n（一）\t主动公开\n1.\t公开\n"),
            "一、\t总体情况\n（一）\t主动公开\n1.\t公开\n");
  EXPECT_EQ(dumped(u"\t\t\t某局\n\t\t\t2025年1月1日\n"), "某局\n2025年1月1日\n");
  EXPECT_EQ(dumped(u"联系人：某\t电话：0\n"), "联系人：某\t电话：0\n");
  EXPECT_EQ(dumped(u"\t规章\n\t0\n\t商业\n企业\n\t\n"), "规章\n0\n商业\n企业\n");  // one cell a line
}

// --- drawn with lines --------------------------------------------------------------------------------------

TEST(TextReader, BoxesWithSpansAndBrokenLabels) {
  EXPECT_EQ(
      dumped(u"┌──────┬────────┐\n"
             u"│      │申请人  │\n"
             u"│勾稽  ├────┬───┤\n"
             u"│      │自然│总 │\n"
             u"│      │人  │计 │\n"
             u"├──┬───┼────┼───┤\n"
             u"│三│（ │1   │2  │\n"
             u"│、│一 ├────┼───┤\n"
             u"│  │） │    │3  │\n"
             u"└──┴───┴────┴───┘\n"),
      "[4x4]\n| 勾稽 2x2 | 申请人 1x2 |\n| 自然人 | 总计 |\n| 三、 2x1 | （一） 2x1 | 1 | 2 |\n| | 3 |\n");
}

TEST(TextReader, BoxesDrawnTwoColumnsWide) {
  EXPECT_EQ(dumped(u"┌──┬──┐\n│规章│0   │\n├──┼──┤\n│ab  │12  │\n└──┴──┘\n"),
            "[2x2]\n| 规章 | 0 |\n| ab | 12 |\n");
}

TEST(TextReader, QuotesOfEitherWidth) {
  EXPECT_EQ(dumped(u"┌──────────┬─┐\n│危及“甲”  │0│\n├──────────┼─┤\n│危及“甲”│1│\n└──────────┴─┘\n"),
            "[2x2]\n| 危及“甲” | 0 |\n| 危及“甲” | 1 |\n");
}

TEST(TextReader, GridsOfPlusAndMinus) {
  EXPECT_EQ(dumped(u"+------+---+---+\n| 内容 | a | b |\n+======+===+===+\n| 规章 | 1 + 2 "
                   u"|\n+------+---+---+\n| x|y  | 3 | 4 |\n+------+---+---+\n"),
            "[3x3]\n| 内容 | a | b |\n| 规章 | 1 + 2 1x2 |\n| x|y | 3 | 4 |\n");
}

TEST(TextReader, GridsWithoutLinesBetweenRows) {
  EXPECT_EQ(dumped(u"+------+---+\n| 内容 | n |\n+------+---+\n| 规章 | 1 |\n| 许可 |   |\n| 处罚 | 3 "
                   u"|\n+------+---+\n"),
            "[4x2]\n| 内容 | n |\n| 规章 | 1 |\n| 许可 | |\n| 处罚 | 3 |\n");
}

// --- aligned under dashes ----------------------------------------------------------------------------------

TEST(TextReader, SimpleAndMultilineTables) {
  EXPECT_EQ(dumped(u"内容      件数\n--------  ----\n规章      0\n行政许可  12\n\n后文\n"),
            "[3x2]\n| 内容 | 件数 |\n| 规章 | 0 |\n| 行政许可 | 12 |\n后文\n");
  EXPECT_EQ(dumped(u"  ------------------------\n  信息     本年   现行\n  内容     件数\n  -------- ------ "
                   u"--------\n  规章     0      3\n\n  行政规            12\n  范性文件 —\n  "
                   u"------------------------\n"),
            "[3x3]\n| 信息内容 | 本年件数 | 现行 |\n| 规章 | 0 | 3 |\n| 行政规范性文件 | — | 12 |\n");
  EXPECT_EQ(dumped(u"------ ---\n规章   1\n许可   2\n------ ---\n"), "[2x2]\n| 规章 | 1 |\n| 许可 | 2 |\n");
}

TEST(TextReader, EmphasisAndEscapesOfMarkdownCells) {
  EXPECT_EQ(dumped(u"# 年报\n\n## 二\n\n  ------------------------\n  **内容**   **件数**\n  ---------- "
                   u"-------------\n  1\\.规章    \\-\n  ------------------------\n"),
            "# 年报\n## 二\n[2x2]\n| 内容 | 件数 |\n| 1.规章 | - |\n");
}

TEST(TextReader, RulesThatMakeNoTable) {
  EXPECT_EQ(dumped(u"正文\n-----\n正文\n"), "正文\n-----\n正文\n");
  EXPECT_EQ(dumped(u"-----\n正文\n\n-----\n"), "-----\n正文\n-----\n");
}

// --- hostile texts -----------------------------------------------------------------------------------------

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out.append(piece);
  return out;
}

TEST(TextReader, HostileTextsGiveSoundDocuments) {
  for (std::string_view piece :
       {"a\tb\n", "\t\tx\n", "|||\n", "| a |\n", "---\n", "--- ---\n", "a\n--- ---\n", "+---+\n", "+-\n",
        "\xE2\x94\x80", "\xE2\x94\x8C\xE2\x94\x80\xE2\x94\x90\n", "\"\t", "\"a\n", "\f", "\n", "# \n",
        "|a|b|\n\n", "\xE2\x94\x82 \xE2\x94\x82\n", "a\n"}) {
    const auto document = read_text(repeated(piece, 100'000), {});
    if (!document) continue;
    EXPECT_EQ(invalid(document.value()), "") << piece;
  }
}

}  // namespace
}  // namespace nianbao
