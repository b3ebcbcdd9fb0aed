#include "document/edit.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

// One paragraph, and a table of one row with a blank cell in the middle.
Document sample() {
  Document d;
  d.text = u"收到10件\n10\t\t3\n完";
  d.blocks = {
      {BlockKind::paragraph, {0, 5}}, {BlockKind::table, {6, 11}, 0, 0}, {BlockKind::paragraph, {12, 13}}};
  d.tables = {{.range = {6, 11},
               .rows = 1,
               .columns = 3,
               .cells = {{{6, 8}, 0, 0}, {{9, 9}, 0, 1}, {{10, 11}, 0, 2}}}};
  return d;
}

TEST(Edit, ReplacesACellAndMovesWhatFollows) {
  Document d = sample();
  ASSERT_TRUE(apply_edits({{{6, 8}, u"123"}}, d));
  EXPECT_EQ(d.text, u"收到10件\n123\t\t3\n完");
  EXPECT_EQ(d.view(d.tables[0].cells[0].range), u"123");
  EXPECT_EQ(d.view(d.tables[0].cells[2].range), u"3");
  EXPECT_EQ(d.view(d.blocks[2].range), u"完");
  EXPECT_EQ(invalid(d), "");
}

TEST(Edit, FillsABlankCell) {
  Document d = sample();
  ASSERT_TRUE(apply_edits({{{9, 9}, u"0"}}, d));
  EXPECT_EQ(d.view(d.tables[0].cells[0].range), u"10");
  EXPECT_EQ(d.view(d.tables[0].cells[1].range), u"0");
  EXPECT_EQ(d.view(d.tables[0].cells[2].range), u"3");
  EXPECT_EQ(invalid(d), "");
}

TEST(Edit, EmptiesACell) {
  Document d = sample();
  ASSERT_TRUE(apply_edits({{{6, 8}, u""}, {{10, 11}, u""}}, d));
  EXPECT_EQ(d.text, u"收到10件\n\t\t\n完");
  for (const Cell& cell : d.tables[0].cells) EXPECT_TRUE(cell.range.empty());
  EXPECT_EQ(invalid(d), "");
}

TEST(Edit, AppliesSeveralAtOnceInOldOffsets) {
  Document d = sample();
  ASSERT_TRUE(apply_edits({{{2, 4}, u"一百"}, {{6, 8}, u"100"}, {{9, 9}, u"7"}, {{10, 11}, u""}}, d));
  EXPECT_EQ(d.text, u"收到一百件\n100\t7\t\n完");
  EXPECT_EQ(d.view(d.blocks[0].range), u"收到一百件");
  EXPECT_EQ(d.view(d.blocks[1].range), u"100\t7\t");
  EXPECT_EQ(invalid(d), "");
}

TEST(Edit, ARangeCutByAReplacementLosesThatPart) {
  Document d = sample();
  d.marks = {{MarkKind::bookmark, {3, 5}}, {MarkKind::bookmark, {0, 3}}};
  ASSERT_TRUE(apply_edits({{{2, 4}, u"9"}}, d));
  EXPECT_EQ(d.view(d.marks[0].range), u"件");
  EXPECT_EQ(d.view(d.marks[1].range), u"收到");
}

TEST(Edit, RefusesWhatDoesNotFit) {
  for (const std::vector<Edit>& edits : std::vector<std::vector<Edit>>{{{{12, 99}, u"1"}},
                                                                       {{{6, 8}, u"1"}, {{7, 8}, u"2"}},
                                                                       {{{9, 9}, u"1"}, {{9, 9}, u"2"}},
                                                                       {{{8, 6}, u"1"}}}) {
    Document d = sample();
    EXPECT_FALSE(apply_edits(edits, d));
    EXPECT_EQ(d.text, sample().text);
  }
  Document pair;
  pair.text = u"\U00020000";
  EXPECT_FALSE(apply_edits({{{1, 2}, u""}}, pair));
}

}  // namespace
}  // namespace nianbao
