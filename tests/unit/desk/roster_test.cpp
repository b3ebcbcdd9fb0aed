#include "desk/roster.h"

#include <gtest/gtest.h>

#include "base/unicode.h"
#include "output/zip_writer.h"
#include "sheet/workbook.h"
#include "support/encode.h"

namespace nianbao {
namespace {

std::string names(const Roster& roster) {
  std::u16string out;
  for (const RosterEntry& entry : roster.entries) out += entry.written + u" ";
  return to_utf8(out);
}

TEST(Roster, IsALineABody) {
  const Roster roster = read_roster(
      "青禾县2024年年报报送单位名单\n\n1. "
      "县教育局\n２、县民政局\r\n（三）苇渡镇\n四、东城街道\n县教育局\n共计4个\n");
  EXPECT_EQ(names(roster), "县教育局 县民政局 苇渡镇 东城街道 ");
  EXPECT_TRUE(roster.unused.empty());
  EXPECT_TRUE(roster.problem.empty());
}

TEST(Roster, TellsOfLinesThatAreNoNames) {
  const Roster roster = read_roster("县教育局\n张三 13800000000\n县民政局\n");
  EXPECT_EQ(names(roster), "县教育局 县民政局 ");
  ASSERT_EQ(roster.unused.size(), 1u);
  EXPECT_EQ(to_utf8(roster.unused[0]), "张三13800000000");
}

TEST(Roster, MayHaveSeveralNamesInALine) {
  EXPECT_EQ(names(read_roster("县教育局、县民政局、苇渡镇\n县水利局\n")),
            "县教育局 县民政局 苇渡镇 县水利局 ");
}

TEST(Roster, IsTheFirstColumnOfNames) {
  EXPECT_EQ(
      names(read_roster("序号,单位,联系人,分管科室\n1,县教育局,张三,办公室\n2,\"县民政局\",李四,办公室\n")),
      "县教育局 县民政局 ");
}

TEST(Roster, AsSpreadsheetProgramsSaveIt) {
  const std::string gbk =
      testing::encode(u"序号,单位名称\r\n1,青禾县教育局\r\n2,青禾县民政局\r\n", "GB18030");
  EXPECT_EQ(names(read_roster(gbk)), "青禾县教育局 青禾县民政局 ");
}

TEST(Roster, IsAWorkbook) {
  Workbook book;
  const std::size_t sheet = book.add_sheet({"名单", {}, {{"序号", "单位名称", "联系人"}}, 0});
  book.append(sheet, book_row({BookValue::number(1), "县教育局", "张三"}));
  book.append(sheet, book_row({BookValue::number(2), "县民政局", "李四"}));
  EXPECT_EQ(names(read_roster(book.finish())), "县教育局 县民政局 ");
}

TEST(Roster, WithoutNamesIsNone) {
  EXPECT_EQ(to_utf8(read_roster("今天天气很好。\n").problem.zh), "名单里没有找到单位名称");
  EXPECT_TRUE(read_roster("今天天气很好。\n").entries.empty());
  EXPECT_FALSE(read_roster("").problem.empty());
}

}  // namespace
}  // namespace nianbao
