#include <gtest/gtest.h>

#include <string>

#include "input/reader.h"
#include "support/dump.h"
#include "support/make_zip.h"

namespace nianbao {
namespace {

using testing::dump;
using testing::make_zip;

const std::string names =
    " xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" xmlns:style=\"s\" xmlns:draw=\"d\" "
    "xmlns:svg=\"v\" xmlns:dc=\"c\" xmlns:loext=\"l\"";

std::string flat(std::string_view text, std::string_view styles = "") {
  return "<?xml version=\"1.0\"?><office:document" + names +
         "><office:meta><dc:title>题名</dc:title></office:meta><office:automatic-styles>" +
         std::string(styles) + "</office:automatic-styles><office:body><office:text>" + std::string(text) +
         "</office:text></office:body></office:document>";
}

Document read_flat(const std::string& xml) {
  const Result<Document> read = read_flat_odt(xml, {});
  EXPECT_TRUE(read.ok());
  if (!read.ok()) return {};
  EXPECT_EQ(invalid(read.value()), "");
  return read.value();
}

std::string fodt(std::string_view text, std::string_view styles = "") {
  return dump(read_flat(flat(text, styles)));
}

std::string p(std::string_view text) { return "<text:p>" + std::string(text) + "</text:p>"; }
std::string cell(std::string_view text, std::string_view attributes = "") {
  return "<table:table-cell " + std::string(attributes) + ">" + p(text) + "</table:table-cell>";
}
std::string row(std::string_view cells, std::string_view attributes = "") {
  return "<table:table-row " + std::string(attributes) + ">" + std::string(cells) + "</table:table-row>";
}
std::string table(std::string_view rows) {
  return "<table:table><table:table-column/>" + std::string(rows) + "</table:table>";
}

TEST(OdtReader, ReadsParagraphsHeadingsAndSpaces) {
  EXPECT_EQ(fodt("<text:h text:outline-level=\"2\">一、总体</text:h><text:p>收到\n  "
                 "<text:span>12</text:span> <text:span>件</text:span>"
                 "<text:s text:c=\"2\"/>次<text:tab/>甲<text:line-break/>乙 </text:p><text:p/>"),
            "## 一、总体\n收到 12 件  次\t甲\n乙\n");
}

TEST(OdtReader, ReadsSpansAndRepeatedCells) {
  EXPECT_EQ(
      fodt(table("<table:table-header-rows>" +
                 row(cell("甲", "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"") +
                     "<table:covered-table-cell/>" + cell("乙")) +
                 "</table:table-header-rows>" +
                 row("<table:covered-table-cell table:number-columns-repeated=\"2\"/>" + cell("丙")) +
                 row(cell("0", "table:number-columns-repeated=\"3\""), "table:number-rows-repeated=\"2\""))),
      "[4x3]\n| 甲 2x2 | 乙 |\n| 丙 |\n| 0 | 0 | 0 |\n| 0 | 0 | 0 |\n");
  EXPECT_EQ(fodt(table(row(cell("甲") + cell("乙") + cell("", "table:number-columns-repeated=\"16384\"")) +
                       row(cell("", "table:number-columns-repeated=\"2\"")))),
            "[2x3]\n| 甲 | 乙 | |\n| | | ~ |\n");
}

TEST(OdtReader, BoundsRepetition) {
  const Document document = read_flat(flat(
      table(row(cell("0", "table:number-columns-repeated=\"999\""), "table:number-rows-repeated=\"999999\"") +
            row(cell("1")))));
  ASSERT_EQ(document.problems.size(), 1u);
  EXPECT_EQ(document.problems[0].code, ErrorCode::limit);
  EXPECT_EQ(document.problems[0].detail, u"重复的单元格不超过 10 万个");
}

TEST(OdtReader, RecordsChangesCommentsAndBookmarks) {
  EXPECT_EQ(fodt("<text:tracked-changes><text:changed-region "
                 "text:id=\"c1\"><text:deletion><office:change-info><dc:creator>张</dc:creator></"
                 "office:change-info>" +
                 p("旧文") +
                 "</text:deletion></text:changed-region><text:changed-region "
                 "text:id=\"c2\"><text:insertion/></text:changed-region></text:tracked-changes>" +
                 p("共<text:change text:change-id=\"c1\"/><text:change-start "
                   "text:change-id=\"c2\"/>12<text:change-end text:change-id=\"c2\"/>件"
                   "<text:bookmark text:name=\"_GoBack\"/><office:annotation "
                   "office:name=\"a\"><dc:creator>李</dc:creator>" +
                   p("请核对") +
                   "</office:annotation>次<office:annotation-end office:name=\"a\"/><office:annotation>" +
                   p("无范围") + "</office:annotation>")),
            "共12件次\ndeletion \"\" 旧文\ninsertion \"12\"\nbookmark \"\" _GoBack\ncomment \"次\" "
            "请核对\ncomment \"\" 无范围\n");
}

TEST(OdtReader, TakesHiddenTextOut) {
  const std::string styles =
      "<style:style style:name=\"H\"><style:text-properties text:display=\"none\"/></style:style>"
      "<style:style style:name=\"K\" style:parent-style-name=\"H\"/><style:style style:name=\"L\" "
      "style:parent-style-name=\"L\"/>";
  EXPECT_EQ(
      fodt(p("明<text:span text:style-name=\"K\">暗</text:span>白") +
               "<text:p text:style-name=\"H\">内部</text:p><text:p text:style-name=\"L\">外</text:p>" +
               "<text:section text:display=\"none\">" + p("节") + "</text:section>" +
               p("甲<text:hidden-text text:is-hidden=\"true\" text:string-value=\"口径\"/>") +
               p("<text:hidden-paragraph text:is-hidden=\"true\"/>段"),
           styles),
      "明白\n外\n甲\nhidden \"\" 暗\nhidden \"\" 内部\nhidden \"\" 节\nhidden \"\" 口径\nhidden \"\" 段\n");
}

const std::string list_styles =
    "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"一, "
    "二, 三, ...\" style:num-suffix=\"、\"/>"
    "<text:list-level-style-number text:level=\"2\" style:num-format=\"一, 二, 三, ...\" "
    "loext:num-list-format=\"（%2%）\"/>"
    "<text:list-level-style-number text:level=\"3\" style:num-format=\"1\" text:display-levels=\"2\" "
    "text:start-value=\"3\"/></text:list-style>"
    "<text:list-style style:name=\"B\"><text:list-level-style-bullet text:level=\"1\" "
    "text:bullet-char=\"•\"/></text:list-style>";

std::string item(std::string_view content) {
  return "<text:list-item>" + std::string(content) + "</text:list-item>";
}
std::string list(std::string_view items, std::string_view attributes = "text:style-name=\"L\"") {
  return "<text:list " + std::string(attributes) + ">" + std::string(items) + "</text:list>";
}

TEST(OdtReader, WritesNumbersOfLists) {
  EXPECT_EQ(fodt(list(item(p("总体") + p("同一项"))) + p("正文") +
                     list(item(p("主动")) + item(list(item(p("公开") + list(item(p("细目")), "")), "")),
                          "text:style-name=\"L\" text:continue-numbering=\"true\"") +
                     list(item(p("另起"))) + list("<text:list-header>" + p("无号") + "</text:list-header>") +
                     list(item(p("点")), "text:style-name=\"B\""),
                 list_styles),
            "一、总体\n同一项\n正文\n二、主动\n（一）公开\n一.3 细目\n一、另起\n无号\n点\n"
            "number \"一、\"\nnumber \"二、\"\nnumber \"（一）\"\nnumber \"一.3\"\nnumber \"一、\"\n");
}

TEST(OdtReader, NumbersHeadingsByTheOutline) {
  const std::string outline =
      "<text:outline-style style:name=\"Outline\"><text:outline-level-style text:level=\"1\" "
      "style:num-format=\"1\" style:num-suffix=\".\"/></text:outline-style>";
  EXPECT_EQ(fodt("<text:h text:outline-level=\"1\">甲</text:h><text:h text:outline-level=\"1\" "
                 "text:is-list-header=\"true\">乙</text:h><text:h text:outline-level=\"1\">丙</text:h>",
                 outline),
            "# 1.甲\n# 乙\n# 2.丙\nnumber \"1.\"\nnumber \"2.\"\n");
}

TEST(OdtReader, ReadsTextBoxesPicturesAndNotes) {
  EXPECT_EQ(fodt(p("前<draw:frame><draw:text-box>" + p("框内") + table(row(cell("1") + cell("2"))) +
                   "</draw:text-box></draw:frame>后<text:note><text:note-citation>1</text:note-citation>"
                   "<text:note-body>" +
                   p("注") + "</text:note-body></text:note>") +
                 p("图<draw:frame><draw:image/><svg:title>表三</svg:title></draw:frame>")),
            "前后\n框内\n[1x2]\n| 1 | 2 |\n图\n注\nimage \"\" 表三\n");
}

TEST(OdtReader, ReadsPackages) {
  const std::string content = "<office:document-content" + names + "><office:body><office:text>" + p("正文") +
                              "</office:text></office:body></office:document-content>";
  const std::string meta =
      "<office:document-meta" + names +
      "><office:meta><dc:title> 某局年报 </dc:title></office:meta></office:document-meta>";
  const Result<Document> read = read_odt(make_zip({{"content.xml", content}, {"meta.xml", meta}}, true), {});
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(dump(read.value()), "正文\n");
  EXPECT_EQ(read.value().title_hint, u"某局年报");
  EXPECT_EQ(read.value().format, Format::odt);
  EXPECT_EQ(read_flat(flat(p("文"))).title_hint, u"题名");
}

TEST(OdtReader, SaysWhatIsWrong) {
  const auto code = [](const testing::ZipParts& parts) { return read_odt(make_zip(parts), {}).error().code; };
  EXPECT_EQ(code({{"mimetype", "x"}}), ErrorCode::damaged);
  EXPECT_EQ(code({{"content.xml", "<office:document-content"}}), ErrorCode::damaged);
  EXPECT_EQ(code({{"META-INF/manifest.xml", "<manifest:encryption-data/>"}, {"content.xml", "x"}}),
            ErrorCode::encrypted);
  EXPECT_EQ(code({{"content.xml", "<a><body><spreadsheet/></body></a>"}}), ErrorCode::unsupported);
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "<text:section>";
  EXPECT_EQ(read_flat_odt(flat(deep), {}).error().code, ErrorCode::limit);
}

}  // namespace
}  // namespace nianbao
