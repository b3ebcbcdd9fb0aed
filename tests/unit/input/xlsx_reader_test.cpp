#include <gtest/gtest.h>

#include <string>

#include "input/reader.h"
#include "support/dump.h"
#include "support/make_zip.h"

namespace nianbao {
namespace {

using testing::dump;
using testing::make_zip;
using testing::ZipParts;

const std::string main_names =
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

// Styles: 0 plain, 1 ruled, 2 ruled 1,234, 3 ruled 5件, 4 ruled with 0 as -, 5 a date.
const std::string styles =
    "<styleSheet " + main_names +
    "><numFmts><numFmt numFmtId=\"170\" formatCode=\"0&quot;件&quot;\"/><numFmt numFmtId=\"171\" "
    "formatCode=\"0;-0;&quot;-&quot;\"/></numFmts>"
    "<borders><border/><border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom "
    "style=\"thin\"/></border></borders><cellXfs>"
    "<xf numFmtId=\"0\" borderId=\"0\"/><xf numFmtId=\"0\" borderId=\"1\"/><xf numFmtId=\"3\" "
    "borderId=\"1\"/><xf numFmtId=\"170\" borderId=\"1\"/>"
    "<xf numFmtId=\"171\" borderId=\"1\"/><xf numFmtId=\"31\" borderId=\"0\"/></cellXfs></styleSheet>";

struct Sheet {
  std::string name, rows, rest, state, before;
};

ZipParts parts(const std::vector<Sheet>& sheets, const std::string& strings = "",
               const std::string& properties = "") {
  std::string listed, relations, out;
  ZipParts zip;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string n = std::to_string(i + 1);
    listed += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + n + "\" r:id=\"s" + n + "\"" +
              (sheets[i].state.empty() ? "" : " state=\"" + sheets[i].state + "\"") + "/>";
    relations += "<Relationship Id=\"s" + n + "\" Type=\"" + type + "worksheet\" Target=\"worksheets/sheet" +
                 n + ".xml\"/>";
    zip.emplace_back("xl/worksheets/sheet" + n + ".xml", "<worksheet " + main_names + ">" + sheets[i].before +
                                                             "<sheetData>" + sheets[i].rows + "</sheetData>" +
                                                             sheets[i].rest + "</worksheet>");
  }
  zip.emplace_back("_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"" + type +
                                      "officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>");
  zip.emplace_back("xl/workbook.xml", "<workbook " + main_names + ">" + properties + "<sheets>" + listed +
                                          "</sheets></workbook>");
  zip.emplace_back("xl/_rels/workbook.xml.rels",
                   "<Relationships>" + relations + "<Relationship Id=\"r9\" Type=\"" + type +
                       "styles\" Target=\"styles.xml\"/><Relationship Id=\"r8\" Type=\"" + type +
                       "sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>");
  zip.emplace_back("xl/styles.xml", styles);
  zip.emplace_back("xl/sharedStrings.xml", "<sst " + main_names + ">" + strings + "</sst>");
  return zip;
}

Document read_parts(const ZipParts& zip) {
  const std::string bytes = make_zip(zip, true);
  EXPECT_EQ(sniff(bytes), Kind::xlsx);
  const Result<Document> read = read_xlsx(bytes, {});
  EXPECT_TRUE(read.ok());
  if (!read.ok()) return {};
  EXPECT_EQ(invalid(read.value()), "");
  return read.value();
}

std::string sheet(const std::string& rows, const std::string& rest = "", const std::string& before = "") {
  return dump(read_parts(parts({{"年报", rows, rest, "", before}})));
}

std::string row(int number, const std::string& cells, const std::string& attributes = "") {
  return "<row r=\"" + std::to_string(number) + "\" " + attributes + ">" + cells + "</row>";
}
std::string c(const std::string& place, const std::string& text, int style = 1) {
  return "<c r=\"" + place + "\" s=\"" + std::to_string(style) + "\" t=\"inlineStr\"><is><t>" + text +
         "</t></is></c>";
}
std::string n(const std::string& place, const std::string& value, int style = 1) {
  return "<c r=\"" + place + "\" s=\"" + std::to_string(style) + "\">" +
         (value.empty() ? "" : "<v>" + value + "</v>") + "</c>";
}
std::string merged(const std::vector<std::string>& areas) {
  std::string out;
  for (const std::string& area : areas) out += "<mergeCell ref=\"" + area + "\"/>";
  return "<mergeCells>" + out + "</mergeCells>";
}

TEST(XlsxReader, ReadsParagraphsAndTables) {
  EXPECT_EQ(
      sheet(row(1, c("A1", "年度报告", 0)) + row(2, c("A2", "一、总体情况", 0)) +
                row(3, c("A3", "第一段\n第二段", 0)) + row(4, c("A4", "甲") + c("B4", "乙") + n("C4", "")) +
                row(5, n("A5", "") + n("B5", "1") + n("C5", "2.5")) + row(6, c("A6", "无", 0)),
            merged({"A1:J1", "A3:J3", "A4:A5", "B4:C4"})),
      "年度报告\n一、总体情况\n第一段\n第二段\n[2x3]\n| 甲 2x1 | 乙 1x2 |\n| 1 | 2.5 |\n无\n");
}

TEST(XlsxReader, ReadsStringsWithoutPhoneticHints) {
  const Document document = read_parts(
      parts({{"年报",
              row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c>") +
                  row(2,
                      "<c r=\"A2\" t=\"inlineStr\"><is><r><t>行政</t></r><r><rPr><b/></rPr><t>许可</t></r>"
                      "<rPh sb=\"0\" eb=\"2\"><t>xing</t></rPh></is></c>") +
                  row(3, "<c r=\"A3\" t=\"str\"><f>\"甲\"</f><v>甲_x000D_\n乙</v></c>"),
              "", "", ""}},
            "<si><t>规</t><phoneticPr/><rPh><t>gui</t></rPh></si>"));
  EXPECT_EQ(dump(document), "规\n行政许可\n甲\n乙\n");
}

TEST(XlsxReader, KeepsTheNumberBehindItsFormat) {
  EXPECT_EQ(
      sheet(row(1, c("A1", "项") + n("B1", "1234", 2) + n("C1", "5", 3) + n("D1", "0", 4) + n("E1", "7", 4)) +
            row(2, "<c r=\"A2\" s=\"5\"><v>45312</v></c>")),
      "[1x5]\n| 项 | 1,234 | 5件 | - | 7 |\n2024年1月21日\nstored \"1,234\" 1234\nstored \"5件\" 5\nstored "
      "\"-\" 0\n");
}

TEST(XlsxReader, TakesStoredResultsAndSaysWhereThereIsNone) {
  const Document document = read_parts(
      parts({{"年报",
              row(1, c("A1", "甲") + "<c r=\"B1\" s=\"1\"><f>SUM(C1:D1)</f><v>3</v></c><c r=\"C1\" "
                                     "s=\"1\"><f>1+1</f></c><c r=\"D1\" s=\"1\"><f>2</f><v/></c>"
                                     "<c r=\"E1\" s=\"1\" t=\"str\"><f>\"\"</f><v></v></c>"),
              "", "", ""}}));
  EXPECT_EQ(dump(document),
            "[1x5]\n| 甲 | 3 | （公式） | （公式） | |\nunreadable \"（公式）\"\nunreadable \"（公式）\"\n");
  ASSERT_EQ(document.problems.size(), 1u);
  EXPECT_EQ(document.problems[0].code, ErrorCode::formula_unread);
  EXPECT_EQ(document.problems[0].detail, u"“年报”C1 等 2 处");
}

TEST(XlsxReader, KeepsHiddenRowsColumnsAndSheetsApart) {
  const Document document =
      read_parts(parts({{"年报",
                         row(1, c("A1", "甲") + c("B1", "旧") + c("C1", "乙")) +
                             row(2, c("A2", "停用") + c("C2", "9"), "hidden=\"1\"") +
                             row(3, c("A3", "丙") + n("B3", "7") + n("C3", "1")) +
                             row(4, c("A4", "戊"), "hidden=\"true\"") + row(5, n("A5", "") + n("C5", "2")),
                         merged({"A4:A5"}), "", "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>"},
                        {"底稿", row(1, c("A1", "上年")), "", "veryHidden", ""},
                        {"其他", row(1, c("A1", "未收费")), "", "", ""}}));
  EXPECT_EQ(dump(document),
            "[3x2]\n| 甲 | 乙 |\n| 丙 | 1 |\n| 戊 | 2 |\n未收费\nhidden \"\" 旧\nhidden \"\" 停用\t9\nhidden "
            "\"\" 7\nhidden \"\" [底稿]\n上年\n");
}

TEST(XlsxReader, CutsTablesAtBlankRowsHeadingsAndProse) {
  EXPECT_EQ(sheet(row(1, c("A1", "二、主动公开")) + row(2, c("A2", "第二十条")) +
                  row(3, c("A3", "规章") + n("B3", "0")) + row(4, c("A4", "三、收到申请")) +
                  row(5, c("A5", "总计") + n("B5", "1")) + row(7, c("A7", "甲") + c("B7", "乙")) +
                  row(8, c("A8", "概述") + c("B8", std::string(210, 'x')))),
            "二、主动公开\n[2x2]\n| 第二十条 | ~ |\n| 规章 | 0 |\n三、收到申请\n[1x2]\n| 总计 | 1 "
            "|\n[1x2]\n| 甲 | 乙 |\n概述\n" +
                std::string(210, 'x') + "\n");
}

TEST(XlsxReader, ReadsTablesWithoutLines) {
  EXPECT_EQ(sheet(row(1, c("A1", "单位：局", 0) + c("C1", "日期", 0)) +
                  row(3, c("A3", "内容", 0) + c("B3", "件数", 0)) + row(4, c("A4", "规章", 0)) +
                  row(5, c("A5", "许可", 0) + n("B5", "3", 0))),
            "单位：局\n日期\n[3x2]\n| 内容 | 件数 |\n| 规章 | |\n| 许可 | 3 |\n");
}

TEST(XlsxReader, KeepsOneBlankRowBelowTheText) {
  std::string rows = row(1, c("A1", "维持") + c("B1", "总计"));
  for (int i = 2; i < 9; ++i) rows += row(i, n("A" + std::to_string(i), "") + n("B" + std::to_string(i), ""));
  EXPECT_EQ(sheet(rows), "[2x2]\n| 维持 | 总计 |\n| | |\n");
}

TEST(XlsxReader, NamesOfTabsStandInForHeadings) {
  const std::string cells = row(1, c("A1", "规章") + n("B1", "0"));
  EXPECT_EQ(
      dump(read_parts(parts(
          {{"二、主动公开情况", cells, "", "", ""},
           {"三、收到申请", row(1, c("A1", "三、收到申请情况", 0)) + row(2, c("A2", "甲") + n("B2", "1")), "",
            "", ""}}))),
      "二、主动公开情况\n[1x2]\n| 规章 | 0 |\n三、收到申请情况\n[1x2]\n| 甲 | 1 |\n");
}

TEST(XlsxReader, KnowsTheCellOfEveryPlace) {
  const Document document = read_parts(parts(
      {{"封面", row(2, c("B2", "标题", 0)), "", "", ""},
       {"表", row(1, c("A1", "甲") + n("AB1", "31")) + row(2, c("A2", "乙") + n("AB2", "")), "", "", ""}}));
  const auto place = [&](std::u16string_view text) {
    const WorkbookCell* cell = sheet_cell_at(document, static_cast<std::uint32_t>(document.text.find(text)));
    return cell == nullptr ? std::string() : std::to_string(cell->sheet) + cell_address(*cell);
  };
  EXPECT_EQ(place(u"标题"), "0B2");
  EXPECT_EQ(place(u"题"), "0B2");
  EXPECT_EQ(place(u"31"), "1AB1");
  ASSERT_EQ(document.tables.size(), 1u);
  const WorkbookCell* blank = sheet_cell_at(document, document.tables[0].cells.back().range.begin);
  ASSERT_NE(blank, nullptr);
  EXPECT_EQ(cell_address(*blank), "AB2");
}

TEST(XlsxReader, ReadsStrictFilesAndCellsWithoutPlaces) {
  ZipParts zip = parts({{"年报",
                         "<x:row><x:c "
                         "t=\"inlineStr\"><x:is><x:t>甲</x:t></x:is></x:c><x:c><x:v>1</x:v></x:c></"
                         "x:row><x:row><x:c t=\"b\"><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>",
                         "", "", ""}});
  for (auto& [name, content] : zip)
    for (std::size_t at;
         (at = content.find("http://schemas.openxmlformats.org/officeDocument/2006/relationships/")) !=
         std::string::npos;)
      content.replace(at, 68, "http://purl.oclc.org/ooxml/officeDocument/relationships/");
  EXPECT_EQ(dump(read_parts(zip)), "[2x2]\n| 甲 | 1 |\n| TRUE | 2 |\n");
}

TEST(XlsxReader, CountsDaysFrom1904) {
  EXPECT_EQ(dump(read_parts(parts({{"年报", row(1, "<c r=\"A1\" s=\"5\"><v>43850</v></c>"), "", "", ""}}, "",
                                  "<workbookPr date1904=\"1\"/>"))),
            "2024年1月21日\n");
}

TEST(XlsxReader, ToleratesHostileMarks) {
  EXPECT_EQ(
      sheet(row(1, c("A1", "甲") + "<c r=\"ZZZZ1\"><v>1</v></c><c r=\"B1\" s=\"999\" t=\"s\"><v>7</v></c>"),
            merged({"A1:XFD1048576", "A1:B2", "B1", "x", "C3:A1"})),
      "甲\nhidden \"\" 1\n");
}

TEST(XlsxReader, SaysWhatIsWrong) {
  ZipParts zip = parts({{"年报", row(1, c("A1", "甲")), "", "", ""}});
  for (auto& [name, content] : zip)
    if (name == "xl/workbook.xml") content = "<workbook/>";
  const Result<Document> read = read_xlsx(make_zip(zip), {});
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::damaged);
  EXPECT_EQ(read.error().detail, u"找不到工作表");
}

}  // namespace
}  // namespace nianbao
