#include "input/document_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/limits.h"
#include "support/dump.h"

namespace nianbao {
namespace {

using testing::dump;

void cell(DocumentBuilder& build, std::u16string_view text, int rows = 1, int columns = 1) {
  build.begin_cell(rows, columns);
  build.text(text);
  build.end_cell();
}

std::string finished(DocumentBuilder& build) {
  const Document document = build.finish();
  EXPECT_EQ(invalid(document), "");
  return dump(document);
}

TEST(DocumentBuilder, WritesParagraphsAndHeadingsOneALine) {
  DocumentBuilder build(Format::docx);
  build.begin_paragraph(BlockKind::heading, 1);
  build.text(u"　一、总体情况 ");
  build.begin_paragraph();
  build.text(u"  ");
  build.begin_paragraph();
  build.text(u"第一行");
  build.line_break();
  build.text(u"第二行\n\u2028");
  Document document = build.finish();
  EXPECT_EQ(invalid(document), "");
  EXPECT_EQ(dump(document), "# 一、总体情况\n第一行\n第二行\n");
  EXPECT_EQ(document.text, u"一、总体情况\n第一行\n第二行\n");
}

TEST(DocumentBuilder, PlacesSpansLikeHtml) {
  DocumentBuilder build(Format::html);
  build.begin_table();
  build.begin_row();
  cell(build, u"甲", 2, 1);
  cell(build, u"乙", 1, 2);
  build.begin_row();
  cell(build, u"丙");
  cell(build, u"");
  build.end_table();
  EXPECT_EQ(finished(build), "[2x3]\n| 甲 2x1 | 乙 1x2 |\n| 丙 | |\n");
}

TEST(DocumentBuilder, CutsSpansToTheTableAndToFreePlaces) {
  DocumentBuilder build(Format::html);
  build.begin_table();
  build.begin_row();
  cell(build, u"甲");
  cell(build, u"乙", 60000, 1);
  cell(build, u"丙");
  build.begin_row();
  cell(build, u"丁", 0, 5);
  cell(build, u"戊");
  build.end_table();
  EXPECT_EQ(finished(build), "[2x3]\n| 甲 | 乙 2x1 | 丙 |\n| 丁 | 戊 |\n");
}

TEST(DocumentBuilder, RowSpansEndWithTheirRowGroup) {
  DocumentBuilder build(Format::html);
  build.begin_table();
  build.begin_row();
  cell(build, u"甲", 3, 1);
  cell(build, u"乙");
  build.end_row_group();
  build.begin_row();
  cell(build, u"丙");
  cell(build, u"丁");
  build.end_table();
  EXPECT_EQ(finished(build), "[2x2]\n| 甲 | 乙 |\n| 丙 | 丁 |\n");
}

TEST(DocumentBuilder, ExtendsTheCellAboveOnlyAtEqualEdges) {
  DocumentBuilder build(Format::docx);
  build.begin_table();
  build.begin_row();
  cell(build, u"甲", 1, 2);
  cell(build, u"乙");
  build.begin_row();
  EXPECT_FALSE(build.extend_cell_above(1));
  EXPECT_TRUE(build.extend_cell_above(2));
  cell(build, u"丙");
  build.begin_row();
  build.skip_columns(1);
  cell(build, u"丁");
  build.end_table();
  EXPECT_EQ(finished(build), "[3x3]\n| 甲 2x2 | 乙 |\n| 丙 |\n| ~ | 丁 | ~ |\n");
}

TEST(DocumentBuilder, LeavesOutColumnsInWhichNoCellBegins) {
  DocumentBuilder build(Format::html);
  build.begin_table();
  build.begin_row();
  cell(build, u"题", 1, 100);
  build.begin_row();
  cell(build, u"甲");
  cell(build, u"乙", 1, 3);
  build.end_table();
  EXPECT_EQ(finished(build), "[2x2]\n| 题 1x2 |\n| 甲 | 乙 |\n");
}

TEST(DocumentBuilder, KeepsBreaksInsideCellsApartFromOtherSpace) {
  DocumentBuilder build(Format::html);
  build.begin_table();
  build.begin_row();
  build.begin_cell();
  build.text(u"结果");
  build.line_break();
  build.text(u"维\t持");
  build.begin_paragraph();
  build.text(u"0");
  build.end_cell();
  cell(build, u"1");
  build.end_table();
  EXPECT_EQ(finished(build), "[1x2]\n| 结果⏎维 持⏎0 | 1 |\n");
}

TEST(DocumentBuilder, PutsATableInsideADataTableBehindIt) {
  DocumentBuilder build(Format::html);
  build.begin_table();
  build.begin_row();
  cell(build, u"外一外一");
  build.begin_cell();
  build.text(u"前");
  build.begin_table();
  build.begin_row();
  cell(build, u"内一");
  cell(build, u"内二");
  build.end_table();
  build.text(u"后");
  build.end_cell();
  build.end_table();
  build.text(u"下文");
  EXPECT_EQ(finished(build), "[1x2]\n| 外一外一 | 前⏎后 |\n[1x2]\n| 内一 | 内二 |\n下文\n");
}

TEST(DocumentBuilder, DissolvesTablesThatHoldBlocksTogether) {
  DocumentBuilder build(Format::html);
  build.begin_table();
  build.begin_row();
  cell(build, u"菜单");
  build.begin_cell();
  build.text(u"题");
  build.line_break();
  build.text(u"目");
  build.begin_table();
  build.begin_row();
  cell(build, u"信息内容");
  cell(build, u"0");
  build.end_table();
  build.end_table();
  EXPECT_EQ(finished(build), "菜单\n题 目\n[1x2]\n| 信息内容 | 0 |\n");
}

TEST(DocumentBuilder, CarriesMarksAndAnchorsToTheText) {
  DocumentBuilder build(Format::docx);
  build.begin_paragraph();
  build.text(u"  第一", 100);
  const std::uint32_t begin = build.position();
  build.text(u"段", 104);
  build.begin_paragraph();
  build.text(u"第二段", 200);
  build.mark(MarkKind::comment, {begin, begin + 2}, u"核对");
  build.mark(MarkKind::hidden, {begin, begin}, u"内部");
  const Document document = build.finish();
  EXPECT_EQ(dump(document), "第一段\n第二段\nhidden \"\" 内部\ncomment \"段\n第\" 核对\n");
  ASSERT_EQ(document.anchors.size(), 2u);
  EXPECT_EQ(document.anchors[0].text, 0u);
  EXPECT_EQ(document.anchors[0].source, 102u);
  EXPECT_EQ(document.anchors[1].text, 4u);
  EXPECT_EQ(document.anchors[1].source, 200u);
}

TEST(DocumentBuilder, NamesTheLimitsThatWereReached) {
  DocumentBuilder build(Format::html);
  build.begin_table();
  build.begin_row();
  for (std::size_t i = 0; i < limits::table_columns + 5; ++i) cell(build, u"0");
  build.end_table();
  const Document document = build.finish();
  EXPECT_EQ(invalid(document), "");
  EXPECT_EQ(document.tables[0].columns, 1000);
  ASSERT_EQ(document.problems.size(), 1u);
  EXPECT_EQ(document.problems[0].code, ErrorCode::limit);
  EXPECT_EQ(document.problems[0].detail, u"表格不超过 1000 列");
}

TEST(DocumentBuilder, SurvivesUnbalancedAndDeepTables) {
  DocumentBuilder build(Format::html);
  build.end_table();
  build.end_cell();
  for (int i = 0; i < 1000; ++i) {
    build.begin_table();
    build.begin_row();
    build.begin_cell(1, 2);
    build.text(u"深");
  }
  const Document document = build.finish();
  EXPECT_EQ(invalid(document), "");
  EXPECT_EQ(std::count(document.text.begin(), document.text.end(), u'深'), 1000);
}

}  // namespace
}  // namespace nianbao
