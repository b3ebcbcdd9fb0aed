#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>

#include "input/reader.h"
#include "support/dump.h"
#include "support/make_zip.h"

namespace nianbao {
namespace {

using testing::dump;
using testing::make_zip;
using testing::ZipParts;

constexpr std::string_view transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

std::string document_xml(std::string_view body, std::string_view space = transitional) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"" + std::string(space) +
         "\" xmlns:mc=\"mc\" xmlns:wps=\"wps\"><w:body>" + std::string(body) +
         "<w:sectPr><w:headerReference w:id=\"1\"/></w:sectPr></w:body></w:document>";
}

Document read_parts(ZipParts parts) {
  const Result<Document> read = read_docx(make_zip(parts, true), {});
  EXPECT_TRUE(read.ok());
  if (!read.ok()) return {};
  EXPECT_EQ(invalid(read.value()), "");
  return read.value();
}

std::string docx(std::string_view body, ZipParts more = {}) {
  more.emplace_back("word/document.xml", document_xml(body));
  return dump(read_parts(more));
}

std::string p(std::string_view text, std::string_view properties = "") {
  return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr><w:r><w:t>" + std::string(text) +
         "</w:t></w:r></w:p>";
}
std::string tc(std::string_view text, std::string_view properties = "") {
  return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + p(text) + "</w:tc>";
}
std::string tr(std::string_view cells, std::string_view properties = "") {
  return "<w:tr><w:trPr>" + std::string(properties) + "</w:trPr>" + std::string(cells) + "</w:tr>";
}
std::string tbl(std::string_view rows) {
  return "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>" + std::string(rows) + "</w:tbl>";
}

const std::string span2 = "<w:gridSpan w:val=\"2\"/>", restart = "<w:vMerge w:val=\"restart\"/>",
                  merged = "<w:vMerge/>";

TEST(DocxReader, ReadsParagraphsRunsAndBreaks) {
  EXPECT_EQ(
      docx(
          "<w:p><w:r><w:t>收到</w:t><w:tab/><w:t xml:space=\"preserve\"> 12 "
          "</w:t></w:r><w:r><w:t>件</w:t><w:br/><w:t>次行</w:t>"
          "<w:noBreakHyphen/><w:softHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r></w:p><w:p/>"),
      "收到\t 12 件\n次行-☑\n");
  EXPECT_EQ(dump(read_parts({{"word/document.xml", document_xml(p("严格"), strict)}})), "严格\n");
}

TEST(DocxReader, ReadsMergedCells) {
  EXPECT_EQ(docx(tbl(tr(tc("甲", span2 + restart) + tc("乙")) + tr(tc("", span2 + merged) + tc("丙")) +
                     tr(tc("1") + tc("2") + tc("")))),
            "[3x3]\n| 甲 2x2 | 乙 |\n| 丙 |\n| 1 | 2 | |\n");
  EXPECT_EQ(docx(tbl(tr(tc("甲", restart) + tc("乙")) + tr(tc("丁", restart) + tc("丙")))),
            "[2x2]\n| 甲 | 乙 |\n| 丁 | 丙 |\n");
  EXPECT_EQ(docx(tbl(tr(tc("甲", "<w:hMerge w:val=\"restart\"/>") + tc("", "<w:hMerge/>") + tc("乙")) +
                     tr(tc("1") + tc("2") + tc("3")))),
            "[2x3]\n| 甲 1x2 | 乙 |\n| 1 | 2 | 3 |\n");
  EXPECT_EQ(docx(tbl(tr(tc("甲") + tc("乙")) + tr(tc("丙"), "<w:gridBefore w:val=\"1\"/>"))),
            "[2x2]\n| 甲 | 乙 |\n| ~ | 丙 |\n");
}

TEST(DocxReader, KeepsParagraphsOfACellApart) {
  EXPECT_EQ(docx(tbl(tr("<w:tc>" + p("结果") + p("维持") + "</w:tc>" + tc("1")))),
            "[1x2]\n| 结果⏎维持 | 1 |\n");
}

TEST(DocxReader, PutsNestedTablesBehindTheirTable) {
  EXPECT_EQ(docx(tbl(tr(tc("外面的格子") + "<w:tc>" + tbl(tr(tc("1") + tc("2"))) + p("后") + "</w:tc>"))),
            "[1x2]\n| 外面的格子 | 后 |\n[1x2]\n| 1 | 2 |\n");
}

TEST(DocxReader, ReadsContentControlsAndHyperlinks) {
  EXPECT_EQ(docx("<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>" + p("一") +
                 "</w:sdtContent></w:sdt><w:p><w:hyperlink><w:r><w:t>二</w:t>"
                 "</w:r></w:hyperlink><w:smartTag><w:r><w:t>三</w:t></w:r></w:smartTag></w:p>" +
                 tbl(tr("<w:sdt><w:sdtContent>" + tc("甲") + "</w:sdtContent></w:sdt>" + tc("乙")))),
            "一\n二三\n[1x2]\n| 甲 | 乙 |\n");
}

TEST(DocxReader, ReadsTextBoxesOnce) {
  const std::string box = "<w:txbxContent>" + p("框内") + tbl(tr(tc("1") + tc("2"))) + "</w:txbxContent>";
  EXPECT_EQ(
      docx("<w:p><w:r><w:t>前</w:t><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" +
           box + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
           "</v:textbox></w:pict></mc:Fallback>"
           "</mc:AlternateContent><w:t>后</w:t></w:r></w:p>" +
           p("下段")),
      "前后\n框内\n[1x2]\n| 1 | 2 |\n下段\n");
  EXPECT_EQ(docx("<w:p><mc:AlternateContent><mc:Choice "
                 "Requires=\"new\"/><mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback></"
                 "mc:AlternateContent></w:p>"),
            "");
}

std::string field_char(std::string_view type) {
  return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\"/></w:r>";
}

TEST(DocxReader, ShowsResultsOfFields) {
  EXPECT_EQ(docx("<w:p>" + field_char("begin") + "<w:r><w:instrText> PAGEREF _Toc1 \\h </w:instrText></w:r>" +
                 field_char("separate") + "<w:r><w:t>12</w:t></w:r>" + field_char("end") +
                 "<w:r><w:t>页</w:t></w:r><w:fldSimple "
                 "w:instr=\"DATE\"><w:r><w:t>今天</w:t></w:r></w:fldSimple></w:p>"),
            "12页今天\nfield \"12\" PAGEREF _Toc1 \\h\nfield \"今天\" DATE\n");
  EXPECT_EQ(docx("<w:p>" + field_char("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" +
                 field_char("begin") + "<w:r><w:instrText>A</w:instrText></w:r>" + field_char("separate") +
                 "<w:r><w:t>暗</w:t></w:r>" + field_char("end") + field_char("separate") +
                 "<w:r><w:t>明</w:t></w:r>" + field_char("end") + "</w:p>"),
            "明\nfield \"明\" IF\n");
}

TEST(DocxReader, AcceptsTrackedChanges) {
  EXPECT_EQ(docx("<w:p><w:r><w:t>共</w:t></w:r><w:ins w:id=\"1\"><w:r><w:t>12</w:t></w:r></w:ins><w:del "
                 "w:id=\"2\"><w:r><w:delText>11</w:delText></w:r></w:del>"
                 "<w:r><w:t>件</w:t></w:r><w:moveFrom><w:r><w:t>走</w:t></w:r></"
                 "w:moveFrom><w:moveTo><w:r><w:t>来</w:t></w:r></w:moveTo></w:p>"),
            "共12件来\ninsertion \"12\"\ndeletion \"\" 11\ndeletion \"\" 走\ninsertion \"来\"\n");
  EXPECT_EQ(docx(p("前半", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + p("后半")), "前半后半\ndeletion \"\" ¶\n");
  EXPECT_EQ(docx(tbl(tr(tc("甲") + tc("1")) + tr(tc("乙") + tc("2"), "<w:del w:id=\"1\"/>") +
                     tr(tc("丙") + tc("3"), "<w:ins w:id=\"2\"/>"))),
            "[2x2]\n| 甲 | 1 |\n| 丙 | 3 |\ndeletion \"\" 乙\n2\ninsertion \"丙\t3\"\n");
  EXPECT_EQ(docx(tbl(tr(tc("甲") + tc("旧", "<w:cellDel w:id=\"1\"/>") + tc("1")))),
            "[1x2]\n| 甲 | 1 |\ndeletion \"\" 旧\n");
}

TEST(DocxReader, RecordsCommentsBookmarksAndPictures) {
  EXPECT_EQ(docx("<w:p><w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:bookmarkEnd "
                 "w:id=\"0\"/><w:r><w:t>共</w:t></w:r><w:commentRangeStart w:id=\"7\"/>"
                 "<w:r><w:t>12件</w:t></w:r><w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference "
                 "w:id=\"7\"/></w:r><w:r><w:drawing>"
                 "<wp:docPr id=\"1\" descr=\"表三\"/><a:blip/></w:drawing></w:r></w:p>",
                 {{"word/comments.xml",
                   "<w:comments><w:comment w:id=\"7\">" + p("请核对") + "</w:comment></w:comments>"}}),
            "共12件\nbookmark \"\" _GoBack\ncomment \"12件\" 请核对\nimage \"\" 表三\n");
}

TEST(DocxReader, TakesHiddenTextOut) {
  const std::string styles =
      "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"K\"><w:basedOn w:val=\"H\"/></w:style></w:styles>";
  EXPECT_EQ(docx("<w:p><w:r><w:t>明</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></"
                 "w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>白</w:t></w:r></w:p>" +
                     p("内部", "<w:pStyle w:val=\"K\"/>"),
                 {{"word/styles.xml", styles}}),
            "明白\nhidden \"\" 暗\nhidden \"\" 内部\n");
}

const std::string numbering =
    "<w:numbering><w:abstractNum w:abstractNumId=\"0\">"
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:pStyle "
    "w:val=\"H1\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:pStyle "
    "w:val=\"H2\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>"
    "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:suff "
    "w:val=\"space\"/><w:lvlText w:val=\"%1.%3\"/></w:lvl>"
    "<w:lvl w:ilvl=\"3\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/></w:num>"
    "<w:num w:numId=\"6\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
    "w:val=\"3\"/></w:lvlOverride></w:num></w:numbering>";

std::string numbered(std::string_view text, int level, int num = 5) {
  return p(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                     std::to_string(num) + "\"/></w:numPr>");
}

TEST(DocxReader, WritesAutomaticNumbers) {
  EXPECT_EQ(
      docx(numbered("总体情况", 0) + numbered("主动公开", 1) + numbered("依申请", 1) + numbered("", 0) +
               numbered("问题", 0) + numbered("不足", 1) + numbered("细目", 2) + numbered("点", 3) +
               numbered("重起", 0, 6) + numbered("接着", 0, 6),
           {{"word/numbering.xml", numbering}}),
      "一、总体情况\n（一）主动公开\n（二）依申请\n三、问题\n（一）不足\n3.1 细目\n点\n三、重起\n四、接着\n"
      "number \"一、\"\nnumber \"（一）\"\nnumber \"（二）\"\nnumber \"三、\"\nnumber \"（一）\"\nnumber "
      "\"3.1\"\nnumber \"三、\"\nnumber \"四、\"\n");
}

TEST(DocxReader, TakesNumbersAndLevelsFromStyles) {
  const std::string styles =
      "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading "
      "1\"/><w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:basedOn w:val=\"H1\"/><w:pPr><w:outlineLvl "
      "w:val=\"1\"/><w:numPr><w:numId w:val=\"5\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"N\"><w:basedOn w:val=\"N\"/></w:style></w:styles>";
  EXPECT_EQ(docx(p("总体情况", "<w:pStyle w:val=\"H1\"/>") + p("公开", "<w:pStyle w:val=\"H2\"/>") +
                     p("无号", "<w:pStyle w:val=\"H1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
                     p("大纲", "<w:outlineLvl w:val=\"2\"/>") + p("文", "<w:pStyle w:val=\"N\"/>"),
                 {{"word/styles.xml", styles}, {"word/numbering.xml", numbering}}),
            "# 一、总体情况\n## （一）公开\n# 无号\n### 大纲\n文\nnumber \"一、\"\nnumber \"（一）\"\n");
}

TEST(DocxReader, AppendsNotesAndLeavesHeadersOut) {
  EXPECT_EQ(docx("<w:p><w:r><w:t>共23</w:t><w:footnoteReference w:id=\"2\"/><w:t>件</w:t></w:r></w:p>",
                 {{"word/footnotes.xml", "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"0\">" +
                                             p("线") + "</w:footnote><w:footnote w:id=\"2\">" + p("含结转") +
                                             "</w:footnote></w:footnotes>"},
                  {"word/header1.xml", "<w:hdr>" + p("页眉") + "</w:hdr>"}}),
            "共23件\n含结转\n");
}

TEST(DocxReader, FollowsRelationshipsAndTakesTheTitle) {
  const Document document = read_parts(
      {{"_rels/.rels",
        "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument\" "
        "Target=\"/word/document2.xml\"/></Relationships>"},
       {"word/document2.xml", document_xml(p("正文"))},
       {"word/_rels/document2.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Type=\"http://x/styles\" Target=\"s.xml\"/></Relationships>"},
       {"docProps/core.xml", "<cp:coreProperties><dc:title> 某局年度报告 </dc:title></cp:coreProperties>"}});
  EXPECT_EQ(dump(document), "正文\n");
  EXPECT_EQ(document.title_hint, u"某局年度报告");
  EXPECT_EQ(document.format, Format::docx);
}

TEST(DocxReader, KnowsPagesThatWordHasWritten) {
  const Document document =
      read_parts({{"word/document.xml",
                   document_xml(p("一") + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>二</w:t></w:r></w:p>" +
                                tbl(tr(tc("1") + tc("2"))))}});
  ASSERT_EQ(document.blocks.size(), 3u);
  EXPECT_EQ(document.blocks[0].page, 1);
  EXPECT_EQ(document.blocks[1].page, 2);
  EXPECT_EQ(document.tables[0].page, 2);
}

TEST(DocxReader, AnchorsTextInItsPart) {
  const std::string xml = document_xml(p("一二") + p("三&amp;四"));
  const Document document = read_parts({{"word/document.xml", xml}});
  ASSERT_EQ(document.anchors.size(), 2u);
  EXPECT_EQ(document.anchors[0].source, xml.find("一二"));
  EXPECT_EQ(document.anchors[1].source, xml.find("三&amp;四"));
}

ErrorCode failure(const std::string& bytes) {
  const Result<Document> read = read_docx(bytes, {});
  return read ? ErrorCode::empty : read.error().code;
}

TEST(DocxReader, ReadsUtf16Parts) {
  const std::string xml = document_xml(p("abc"));
  std::string wide = "\xFF\xFE";
  for (char c : xml.substr(xml.find("<w:document"))) wide += {c, '\0'};
  EXPECT_EQ(dump(read_parts({{"word/document.xml", wide}})), "abc\n");
}

TEST(DocxReader, SaysWhenAFileIsDamaged) {
  EXPECT_EQ(failure("PK\x03\x04"), ErrorCode::damaged);
  EXPECT_EQ(failure(make_zip({{"word/styles.xml", ""}})), ErrorCode::damaged);
  EXPECT_EQ(failure(make_zip({{"word/document.xml", ""}})), ErrorCode::damaged);
  EXPECT_EQ(failure(make_zip({{"word/document.xml", "<w:document><w:bo"}})), ErrorCode::damaged);
  const std::string xml = document_xml(p("正文") + p("其余"));
  const Document part = read_parts({{"word/document.xml", xml.substr(0, xml.find("其余"))}});
  EXPECT_EQ(dump(part), "正文\n");
  ASSERT_EQ(part.problems.size(), 1u);
  EXPECT_EQ(part.problems[0].code, ErrorCode::damaged);
  EXPECT_EQ(part.problems[0].detail, u"内部的 XML 有错");
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

TEST(DocxReader, SurvivesNestingSpansAndEntities) {
  for (const auto& [open, close, shown] :
       {std::tuple("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", "深\n"),
        std::tuple("<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>",
                   "</w:txbxContent></mc:Choice></mc:AlternateContent></w:r></w:p>", ""),
        std::tuple("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", "深\n")}) {
    EXPECT_EQ(docx(repeated(open, 80) + p("深") + repeated(close, 80)), shown);
    const std::string deep = document_xml(repeated(open, 20'000) + p("深") + repeated(close, 20'000));
    EXPECT_EQ(failure(make_zip({{"word/document.xml", deep}})), ErrorCode::limit);
  }
  EXPECT_EQ(docx(tbl(tr(tc("甲", "<w:gridSpan w:val=\"999999999\"/>") + tc("乙")) +
                     tr(tc("1", "<w:gridSpan w:val=\"-4\"/>") + tc("2")))),
            "[2x2]\n| 甲 1x2 |\n| 1 | 2 |\n乙\n");
  EXPECT_EQ(dump(read_parts({{"word/document.xml",
                              "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>" +
                                  document_xml(p("&a;&b;")).substr(38)}})),
            "&a;&b;\n");
}

}  // namespace
}  // namespace nianbao
