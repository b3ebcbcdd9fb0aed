#include "sheet/workbook.h"

#include <gtest/gtest.h>

#include "input/zip.h"

namespace nianbao {
namespace {

std::string part(const std::string& file, const char* name) {
  return ZipFile::open(file).value().read(name).value();
}

Workbook two_sheets() {
  Workbook book;
  const std::size_t list = book.add_sheet({"清单", {20, 8}, {{"单位", "年度", "件数"}}, 1});
  book.append(list, book_row({"甲&乙局", BookValue::number(2024), BookValue::number("1.5")}));
  book.append(list, book_row({"=1+1", BookValue(), BookValue::empty(BookStyle::shade)}));
  const std::size_t picture = book.add_sheet({"图", {}, {{"单位", "件数"}}, 0});
  book.append(picture, book_row({"甲局", BookValue::number(3)}));
  book.add_chart(picture, {"件数最多的<单位>", {"甲局"}, {"3"}, 2, 'A', 'B', 0, 3});
  return book;
}

TEST(Workbook, HasRowsHeadsAndFilters) {
  const std::string sheet = part(two_sheets().finish(), "xl/worksheets/sheet1.xml");
  EXPECT_NE(
      sheet.find(
          "<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\" state=\"frozen\"/>"),
      std::string::npos);
  EXPECT_NE(
      sheet.find(
          "<row><c t=\"inlineStr\"><is><t xml:space=\"preserve\">甲&amp;乙局</t></is></c><c><v>2024</v></c>"
          "<c><v>1.5</v></c></row>"
          "<row><c t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t></is></c><c/><c s=\"2\"/></row>"
          "</sheetData><autoFilter ref=\"A1:C3\"/>"
          "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" "
          "fitToHeight=\"0\"/></worksheet>"),
      std::string::npos);
}

TEST(Workbook, HasAChartOfTheRows) {
  const std::string file = two_sheets().finish();
  EXPECT_NE(part(file, "xl/worksheets/sheet2.xml").find("<drawing r:id=\"rId1\"/></worksheet>"),
            std::string::npos);
  const std::string chart = part(file, "xl/charts/chart1.xml");
  EXPECT_NE(chart.find("<a:t>件数最多的&lt;单位&gt;</a:t>"), std::string::npos);
  EXPECT_NE(chart.find("<c:f>'图'!$A$2:$A$2</c:f>"), std::string::npos);
  EXPECT_NE(
      chart.find("<c:f>'图'!$B$2:$B$2</c:f><c:numCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>3</c:v>"),
      std::string::npos);
  EXPECT_NE(part(file, "[Content_Types].xml").find("/xl/charts/chart1.xml"), std::string::npos);
}

TEST(Workbook, TheSameCallsGiveTheSameBytes) { EXPECT_EQ(two_sheets().finish(), two_sheets().finish()); }

TEST(Workbook, GoesOnInAnotherSheetWhereOneIsFull) {
  Workbook book;
  const std::size_t sheet = book.add_sheet({"问题", {}, {{"单位"}}, 0});
  constexpr std::size_t block = 65536;
  std::string rows;
  for (std::size_t i = 0; i < block; ++i) rows += "<row/>";
  for (int i = 0; i < 16; ++i) book.append(sheet, rows, block);
  book.append(sheet, book_row({"甲局"}));
  const std::string file = book.finish();
  EXPECT_NE(part(file, "xl/workbook.xml").find("name=\"问题2\""), std::string::npos);
  EXPECT_NE(part(file, "xl/worksheets/sheet2.xml").find("甲局"), std::string::npos);
}

TEST(Workbook, PrintsTablesWithTheirSpans) {
  Sheet page;
  page.title = u"合计";
  page.add(SheetBlock::heading, u"二、主动公开");
  SheetTable table{{500, 500}, 0, {}};
  table.rows = {{{u"项", 2, 1, true}, {u"件数", 1, 1, true}}, {{u"12", 1, 1}}};
  page.add(table);
  Workbook book;
  book.add_tables(page);
  const std::string file = book.finish(), sheet = part(file, "xl/worksheets/sheet1.xml");
  EXPECT_NE(part(file, "xl/workbook.xml").find("name=\"二、主动公开\""), std::string::npos);
  EXPECT_NE(sheet.find("<row><c s=\"3\"/><c s=\"4\"><v>12</v></c></row></sheetData>"
                       "<mergeCells count=\"1\"><mergeCell ref=\"A3:A4\"/></mergeCells>"),
            std::string::npos);
}

TEST(ZipWriter, GivesItsPiecesAway) {
  ZipWriter whole, pieces;
  std::string bytes;
  for (const char* name : {"a", "b", "c"}) {
    whole.add(name, std::string(1000, name[0]));
    pieces.add(name, std::string(1000, name[0]));
    bytes += pieces.take();
  }
  EXPECT_EQ(bytes + pieces.finish(), whole.finish());
}

}  // namespace
}  // namespace nianbao
