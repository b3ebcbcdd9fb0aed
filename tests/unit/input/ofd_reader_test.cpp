#include <gtest/gtest.h>

#include <string>

#include "base/unicode.h"
#include "input/ofd_pictures.h"
#include "input/ofd_values.h"
#include "input/reader.h"
#include "support/dump.h"
#include "support/make_zip.h"

namespace nianbao {
namespace {

using testing::dump;
using testing::make_zip;
using testing::ZipParts;

const std::string ns = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

// One page; `resources` is what PublicRes holds, `common` and `body` more of Document and Page.
ZipParts parts(const std::string& layers, const std::string& resources = "", const std::string& common = "",
               const std::string& page = "", const std::string& document = "") {
  return {
      {"OFD.xml", "<ofd:OFD " + ns +
                      "><ofd:DocBody><ofd:DocInfo><ofd:Title>题名</ofd:Title></"
                      "ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"},
      {"Doc_0/Document.xml",
       "<ofd:Document " + ns +
           "><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 "
           "297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>" +
           common +
           "</ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" "
           "BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages>" +
           document + "</ofd:Document>"},
      {"Doc_0/PublicRes.xml", "<ofd:Res " + ns + ">" + resources + "</ofd:Res>"},
      {"Doc_0/Pages/Page_0/Content.xml",
       "<ofd:Page " + ns + ">" + page + "<ofd:Content>" + layers + "</ofd:Content></ofd:Page>"}};
}

Document read_parts(const ZipParts& zip) {
  const std::string bytes = make_zip(zip, true);
  EXPECT_EQ(sniff(bytes), Kind::ofd);
  const Result<Document> read = read_ofd(bytes, {});
  EXPECT_TRUE(read.ok()) << (read.ok() ? 0 : static_cast<int>(read.error().code));
  if (!read.ok()) return {};
  EXPECT_EQ(invalid(read.value()), "");
  return read.value();
}

Error failure(const ZipParts& zip) {
  const Result<Document> read = read_ofd(make_zip(zip), {});
  EXPECT_FALSE(read.ok());
  return read.ok() ? Error{ErrorCode::empty} : read.error();
}

std::string layer(const std::string& objects, const std::string& attributes = "") {
  return "<ofd:Layer ID=\"2\" " + attributes + ">" + objects + "</ofd:Layer>";
}
std::string page(const std::string& objects, const std::string& resources = "") {
  return dump(read_parts(parts(layer(objects), resources)));
}

// `code`: attributes of the TextCode; `object`: those of the object, `inside` its children.
std::string text(const std::string& boundary, const std::string& words, const std::string& code,
                 const std::string& object = "Size=\"4\"", const std::string& inside = "") {
  return "<ofd:TextObject ID=\"9\" Boundary=\"" + boundary + "\" Font=\"3\" " + object + ">" + inside +
         "<ofd:TextCode " + code + ">" + words + "</ofd:TextCode></ofd:TextObject>";
}
std::string path(const std::string& boundary, const std::string& data,
                 const std::string& attributes = "LineWidth=\"0.2\"", const std::string& inside = "") {
  return "<ofd:PathObject ID=\"9\" Boundary=\"" + boundary + "\" " + attributes + ">" + inside +
         "<ofd:AbbreviatedData>" + data + "</ofd:AbbreviatedData></ofd:PathObject>";
}
const std::string filler =
    text("20 250 100 6", "本机关未收取信息处理费用", "X=\"0\" Y=\"4\" DeltaX=\"g 11 4\"");

// A grid of two columns and rows, 40 by 10 mm each, at 20, 30.
std::string strokes() {
  std::string out;
  for (const char* at : {"20 30 80 0", "20 40 80 0", "20 50 80 0"}) out += path(at, "M 0 0 L 80 0");
  for (const char* at : {"20 30 0 20", "60 30 0 20", "100 30 0 20"}) out += path(at, "M 0 0 L 0 20");
  return out;
}
std::string cells() {
  return text("22 33 10 5", "甲", "X=\"0\" Y=\"4\"") +
         text("62 33 10 5", "12", "X=\"0\" Y=\"4\" DeltaX=\"2\"") +
         text("22 43 10 5", "乙", "X=\"0\" Y=\"4\"") + text("62 43 10 5", "7", "X=\"0\" Y=\"4\"");
}
const std::string grid = "[2x2]\n| 甲 | 12 |\n| 乙 | 7 |\n本机关未收取信息处理费用\n";

TEST(OfdValues, ReadsNumbersAndRunLengths) {
  EXPECT_EQ(ofd_numbers(" 1 -2.5,3e1 .5 x 9"), (std::vector<double>{1, -2.5, 30, 0.5}));
  EXPECT_EQ(ofd_deltas("12 g 3 5.5 7", 10), (std::vector<double>{12, 5.5, 5.5, 5.5, 7}));
  EXPECT_EQ(ofd_deltas("g 1000000000 2", 3), (std::vector<double>{2, 2, 2}));
  EXPECT_EQ(ofd_deltas("g -2 2 1", 3), (std::vector<double>{1}));
  EXPECT_EQ(ofd_path("S 0 0 M 1 1L2 1 L 2 2 C L 5 5").size(), 2u);
}

TEST(OfdReader, ReadsLinesRunsAndCharacters) {
  EXPECT_EQ(page(text("20 20 100 6", "主动公开12条", "X=\"0\" Y=\"4\" DeltaX=\"4 4 4 4 2 2\"") +
                 text("20 30 100 6", "全年受理", "X=\"0\" Y=\"4\" DeltaX=\"g 3 4\"") +
                 text("36 30 4 6", "3", "X=\"0\" Y=\"4\"") + text("38 30 4 6", "1", "X=\"0\" Y=\"4\"") +
                 text("40 30 4 6", "\n  件\n  ", "X=\"0\" Y=\"4\"") + filler),
            "主动公开12条\n全年受理31件\n本机关未收取信息处理费用\n");
  // More deltas than characters, a line break at the end; none at all; several codes in an object.
  EXPECT_EQ(page(text("20 20 100 6", "收到22件\n", "X=\"0\" Y=\"4\" DeltaX=\"4 4 2 2 4 4 4\"") +
                 text("20 30 100 6", "共22件", "X=\"0\" Y=\"4\"") +
                 "<ofd:TextObject Boundary=\"20 40 100 6\" Size=\"4\"><ofd:TextCode X=\"0\" "
                 "Y=\"4\">甲</ofd:TextCode><ofd:TextCode X=\"4\">乙</ofd:TextCode></ofd:TextObject>" +
                 filler),
            "收到22件\n共22件\n甲乙\n本机关未收取信息处理费用\n");
}

TEST(OfdReader, PlacesTextThroughItsMatrixThenItsBoundary) {
  EXPECT_EQ(
      page(
          text("20 20 100 6", "甲乙", "X=\"0\" Y=\"40\" DeltaX=\"40\"",
               "Size=\"40\" CTM=\"0.1 0 0 0.1 0 0\"") +
          text("0 0 210 297", "丙丁", "X=\"-5\" Y=\"-12\" DeltaX=\"4\"", "Size=\"4\" CTM=\"1 0 0 1 33 36\"") +
          text("36 20 100 6", "戊", "X=\"0\" Y=\"11.34\"", "Size=\"11.34\" CTM=\"0.3528 0 0 0.3528 0 0\"") +
          filler),
      "甲乙丙丁戊\n本机关未收取信息处理费用\n");
}

TEST(OfdReader, StacksCharactersByDeltaY) {
  EXPECT_EQ(page(text("20 20 10 20", "甲乙", "X=\"0\" Y=\"4\" DeltaY=\"8\"") + filler),
            "甲\n乙\n本机关未收取信息处理费用\n");
}

TEST(OfdReader, RulesAreDrawnInManyWays) {
  EXPECT_EQ(page(strokes() + cells() + filler), grid);
  std::string filled, doubled, dashed;
  for (const char* at : {"20 30 80 0.2", "20 40 80 0.2", "20 50 80 0.2"})
    filled += path(at, "M 0 0 L 80 0 L 80 0.2 L 0 0.2 C", "Stroke=\"false\" Fill=\"true\"");
  for (const char* at : {"20 30 0.2 20", "60 30 0.2 20", "100 30 0.2 20"})
    filled += path(at, "M 0 0 L 0.2 0 L 0.2 20 L 0 20 C", "Stroke=\"false\" Fill=\"true\"");
  EXPECT_EQ(page(filled + cells() + filler), grid);
  EXPECT_EQ(page(path("0 0 210 297",
                      "S 20 30 L 100 30 M 20 40 L 100 40 M 20 50 L 100 50 M 20 30 L 20 50 M 60 30 L 60 50 M "
                      "100 30 L 100 50") +
                 cells() + filler),
            grid);
  for (double step : {0.0, 0.4}) {
    const std::string x = "M " + std::to_string(step) + " " + std::to_string(step) + " ";
    for (const char* at : {"20 30 80 1", "20 40 80 1", "20 50 80 1"})
      doubled += path(at, x + "L 80 " + std::to_string(step));
    for (const char* at : {"20 30 1 20", "60 30 1 20", "100 30 1 20"})
      doubled += path(at, x + "L " + std::to_string(step) + " 20");
  }
  EXPECT_EQ(page(doubled + cells() + filler), grid);
}

TEST(OfdReader, TakesColoursFromDrawingParameters) {
  const std::string resources =
      "<ofd:DrawParams><ofd:DrawParam ID=\"5\" LineWidth=\"0.2\"><ofd:StrokeColor Value=\"0 0 "
      "0\"/></ofd:DrawParam><ofd:DrawParam ID=\"6\" Relative=\"5\"/>"
      "<ofd:DrawParam ID=\"7\"><ofd:StrokeColor Value=\"255 255 255\"/></ofd:DrawParam></ofd:DrawParams>";
  std::string seen = strokes(), white = strokes();
  for (std::size_t at = 0; (at = seen.find("LineWidth=\"0.2\"", at)) != std::string::npos;)
    seen.replace(at, 15, "DrawParam=\"6\"");
  for (std::size_t at = 0; (at = white.find("LineWidth=\"0.2\"", at)) != std::string::npos;)
    white.replace(at, 15, "DrawParam=\"7\"");
  EXPECT_EQ(page(seen + cells() + filler, resources), grid);
  EXPECT_EQ(page(white + cells() + filler, resources).substr(0, 3), "甲");
}

TEST(OfdReader, ReadsTemplatesBlocksAndComposites) {
  ZipParts zip = parts(
      layer("<ofd:PageBlock><ofd:PageBlock>" + text("22 33 10 5", "甲", "X=\"0\" Y=\"4\"") +
            "</ofd:PageBlock></ofd:PageBlock>" +
            "<ofd:CompositeObject ID=\"8\" Boundary=\"0 0 210 297\" ResourceID=\"40\" CTM=\"0.352778 0 0 "
            "0.352778 0 0\"/>" +
            filler),
      "<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"40\"><ofd:Content><ofd:CompositeObject "
      "Boundary=\"0 0 1000 1000\" ResourceID=\"41\"/></ofd:Content>"
      "</ofd:CompositeGraphicUnit><ofd:CompositeGraphicUnit ID=\"41\"><ofd:Content>" +
          text("175.75 93.54 30 15", "12", "X=\"0\" Y=\"11\" DeltaX=\"6\"", "Size=\"11\"") +
          text("62.36 121.89 30 15", "乙", "X=\"0\" Y=\"11\"", "Size=\"11\"") +
          "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>",
      "<ofd:TemplatePage ID=\"30\" BaseLoc=\"/Doc_0/Tpls/Tpl_0/Content.xml\"/>",
      "<ofd:Template TemplateID=\"30\" ZOrder=\"Background\"/>");
  zip.emplace_back("Doc_0/Tpls/Tpl_0/Content.xml",
                   "<ofd:Page " + ns + "><ofd:Content>" +
                       layer(strokes() + text("62 43 10 5", "7", "X=\"0\" Y=\"4\"")) +
                       "</ofd:Content></ofd:Page>");
  EXPECT_EQ(dump(read_parts(zip)), grid);
}

TEST(OfdReader, CompositesThatHoldThemselvesEnd) {
  const Document document = read_parts(parts(
      layer("<ofd:CompositeObject Boundary=\"0 0 9 9\" ResourceID=\"40\"/>" + filler),
      "<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"40\"><ofd:Content><ofd:CompositeObject "
      "Boundary=\"0 0 9 9\" ResourceID=\"40\"/></ofd:Content>"
      "</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"));
  ASSERT_EQ(document.problems.size(), 1u);
  EXPECT_EQ(document.problems[0].detail, u"OFD 的复合图元嵌套不超过 32 层");
}

TEST(OfdReader, LeavesOutWhatIsNotSeen) {
  const std::string white = "<ofd:FillColor Value=\"255 255 255\"/>";
  EXPECT_EQ(
      page(text("20 20 40 6", "旧稿", "X=\"0\" Y=\"4\" DeltaX=\"4\"", "Size=\"4\" Visible=\"false\"") +
           text("20 30 40 6", "旧稿", "X=\"0\" Y=\"4\" DeltaX=\"4\"", "Size=\"4\" Alpha=\"0\"") +
           text("20 40 40 6", "旧稿", "X=\"0\" Y=\"4\" DeltaX=\"4\"", "Size=\"4\"", white) +
           text("20 50 40 6", "旧稿", "X=\"0\" Y=\"4\" DeltaX=\"4\"", "Size=\"4\" Fill=\"false\"") +
           text("300 60 40 6", "旧稿", "X=\"0\" Y=\"4\" DeltaX=\"4\"") +
           text("20 70 40 6", "旧稿", "X=\"0\" Y=\"4\" DeltaX=\"4\"", "Size=\"4\"",
                "<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary=\"100 100 5 5\"><ofd:AbbreviatedData>M 0 "
                "0 L 5 0 L 5 5 L 0 5 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>") +
           path("20 80 60 8", "M 0 0 L 60 0 L 60 8 L 0 8 C", "Stroke=\"false\" Fill=\"true\"",
                "<ofd:FillColor Value=\"0 60 120\"/>") +
           text("22 81 40 6", "表头", "X=\"0\" Y=\"4\" DeltaX=\"4\"", "Size=\"4\"", white) + filler),
      "表头\n本机关未收取信息处理费用\n");
}

TEST(OfdReader, KeepsSealsAndWatermarksApart) {
  const std::string red = "<ofd:FillColor Value=\"200 0 0\"/>";
  std::string seal;
  for (const char* m : {"0.7 -0.7 0.7 0.7 20 30", "0.9 -0.4 0.4 0.9 30 22", "0.9 0.4 -0.4 0.9 50 22",
                        "0.7 0.7 -0.7 0.7 62 30"})
    seal += text("0 0 210 297", "印", "X=\"0\" Y=\"0\"", "Size=\"5\" CTM=\"" + std::string(m) + "\"", red);
  ZipParts zip =
      parts(layer(seal + text("40 24 30 6", "专用章", "X=\"0\" Y=\"4\" DeltaX=\"4 4\"", "Size=\"4\"", red) +
                  text("20 100 100 6", "红字正文", "X=\"0\" Y=\"4\" DeltaX=\"4 4 4\"", "Size=\"4\"", red) +
                  text("0 0 210 297", "内部资料", "X=\"20\" Y=\"150\" DeltaX=\"9 9 9\"", "Size=\"9\"",
                       "<ofd:FillColor Value=\"210 210 210\"/>") +
                  path("100 40 42 42", "M 0.5 21 A 20.5 20.5 0 1 1 41.5 21 A 20.5 20.5 0 1 1 0.5 21 C",
                       "LineWidth=\"1\"", "<ofd:StrokeColor Value=\"220 20 20\"/>") +
                  text("112 50 20 6", "某局公章", "X=\"0\" Y=\"4\" DeltaX=\"4 4 4\"", "Size=\"4\"", red) +
                  text("112 60 20 6", "正文", "X=\"0\" Y=\"4\" DeltaX=\"4\"") +
                  text("0 100 210 100", "仅供审阅", "X=\"0\" Y=\"0\" DeltaX=\"5 5 5\"",
                       "Size=\"5\" CTM=\"0.866 -0.5 0.5 0.866 40 80\"") +
                  filler),
            "", "", "", "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>");
  zip.emplace_back(
      "Doc_0/Annots/Annotations.xml",
      "<ofd:Annotations " + ns +
          "><ofd:Page PageID=\"1\"><ofd:FileLoc>A.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>");
  zip.emplace_back(
      "Doc_0/Annots/A.xml",
      "<ofd:PageAnnot " + ns + "><ofd:Annot Type=\"Stamp\"><ofd:Appearance Boundary=\"0 0 9 9\">" +
          text("0 0 9 9", "章", "X=\"0\" Y=\"4\"") + "</ofd:Appearance></ofd:Annot></ofd:PageAnnot>");
  EXPECT_EQ(dump(read_parts(zip)), "正文\n红字正文\n本机关未收取信息处理费用\n");
}

TEST(OfdReader, FindsPartsUnderAnyPath) {
  ZipParts zip = parts(layer(filler));
  zip[0].second =
      "\xEF\xBB\xBF<?xml version=\"1.0\"?><OFD "
      "xmlns=\"http://www.ofdspec.org\"><DocBody><DocRoot>/DOC_0\\Document.xml</DocRoot></DocBody></OFD>";
  zip[1] = {"Doc_0\\Document.xml",
            "\xEF\xBB\xBF<x:Document xmlns:x=\"u\"><x:Pages><x:Page "
            "BaseLoc=\"Doc_0/Pages/Page_0/../Page_0/Content.xml\"/></x:Pages><x:CommonData><x:PageArea/></"
            "x:CommonData></x:Document>"};
  EXPECT_EQ(dump(read_parts(zip)), "本机关未收取信息处理费用\n");
}

TEST(OfdReader, ReadsSeveralDocumentsAndPages) {
  ZipParts zip = parts(layer(filler));
  zip[0].second =
      "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody><DocBody><DocRoot>Doc_1/Document.xml</"
      "DocRoot></DocBody></OFD>";
  zip.emplace_back(
      "Doc_1/Document.xml",
      "<Document><CommonData/><Pages><Page BaseLoc=\"P.xml\"/><Page BaseLoc=\"Q.xml\"/></Pages></Document>");
  zip.emplace_back("Doc_1/P.xml", "<Page><Content><Layer>" +
                                      text("20 20 50 6", "附件一", "X=\"0\" Y=\"4\" DeltaX=\"4 4\"") +
                                      "</Layer></Content></Page>");
  const Document document = read_parts(zip);
  EXPECT_EQ(dump(document), "本机关未收取信息处理费用\n附件一\n");
  EXPECT_EQ(document.blocks.back().page, 2);
  ASSERT_EQ(document.problems.size(), 1u);
  EXPECT_EQ(document.problems[0].detail, u"缺少 Q.xml");
}

TEST(OfdReader, SaysWhatCannotBeRead) {
  EXPECT_EQ(
      failure(parts(layer(
                  "<ofd:ImageObject Boundary=\"0 0 210 297\" ResourceID=\"5\" CTM=\"210 0 0 297 0 0\"/>")))
          .code,
      ErrorCode::scan);
  std::string drawn;
  for (int i = 0; i < 80; ++i)
    drawn += path("20 20 5 5", "M 0 0 B 1 1 2 2 3 0 L 0 3 C", "Fill=\"true\" Stroke=\"false\"");
  EXPECT_EQ(failure(parts(layer(drawn))).code, ErrorCode::outlines);
  const std::string codes =
      text("20 20 100 6", "\uE001\uE002\uE003\uE004\uE005\uE006\uE007\uE008\uE009\uE00A\uE00B\uE00C",
           "X=\"0\" Y=\"4\" DeltaX=\"g 11 4\"");
  EXPECT_EQ(failure(parts(layer(codes))).code, ErrorCode::outlines);
  const Document mixed = read_parts(parts(layer(codes + filler)));
  ASSERT_EQ(mixed.problems.size(), 1u);
  EXPECT_EQ(mixed.problems[0].code, ErrorCode::outlines);
  EXPECT_EQ(mixed.problems[0].detail, u"第1页");
  ZipParts locked = parts(layer(filler));
  locked.pop_back();
  locked.emplace_back("Encryptions.xml", "<x/>");
  EXPECT_EQ(failure(locked).code, ErrorCode::encrypted);
  EXPECT_EQ(failure({{"OFD.xml", "<OFD/>"}}).code, ErrorCode::damaged);
}

// --- pages that are pictures -------------------------------------------------------------------------------

ZipParts picture(
    const std::string& file,
    const std::string& list =
        "<ofd:MultiMedia ID=\"5\" Type=\"Image\"><ofd:MediaFile>page.jpg</ofd:MediaFile></ofd:MultiMedia>",
    const std::string& more = "") {
  ZipParts out = parts(
      layer("<ofd:ImageObject ID=\"6\" Boundary=\"0 0 210 297\" CTM=\"210 0 0 297 0 0\" ResourceID=\"5\"/>" +
            more),
      "<ofd:MultiMedias>" + list + "</ofd:MultiMedias>");
  out.push_back({file, "pixels"});
  return out;
}

TEST(OfdPictures, AreGivenWithTheirPages) {
  for (const char* file : {"Doc_0/page.jpg", "Doc_0/PAGE.JPG"}) {
    const OfdPictures out = ofd_pictures(make_zip(picture(file)));
    EXPECT_EQ(out.geometry, "NBPDF1\nP 595.28 841.89\nI 0.00 0.00 595.28 841.89\n") << file;
    EXPECT_EQ(out.pictures, std::vector<std::string>{"pixels"}) << file;
  }
}

TEST(OfdPictures, LieInTheFolderThatTheirListNames) {
  ZipParts zip = picture("Doc_0/Res/page.jpg");
  for (auto& [name, text] : zip)
    if (name == "Doc_0/PublicRes.xml") text.insert(text.find("xmlns"), "BaseLoc=\"Res\" ");
  EXPECT_EQ(ofd_pictures(make_zip(zip)).pictures, std::vector<std::string>{"pixels"});
}

TEST(OfdPictures, ThatAreSmallOrMissingAreNone) {
  EXPECT_EQ(ofd_pictures(make_zip(picture("Doc_0/other.jpg"))).pictures, std::vector<std::string>{""});
  const ZipParts small = parts(
      layer("<ofd:ImageObject ID=\"6\" Boundary=\"10 10 60 60\" CTM=\"60 0 0 60 0 0\" ResourceID=\"5\"/>"));
  EXPECT_EQ(ofd_pictures(make_zip(small)).pictures, std::vector<std::string>{""});
}

TEST(OfdPictures, AreNotGivenWhereTheGeometryDoesNotTellOfAll) {
  const std::string coded =
      text("20 250 100 6", "\uE001\uE002\uE003\uE004\uE005\uE006\uE007\uE008\uE009\uE00A",
           "X=\"0\" Y=\"4\" DeltaX=\"g 9 4\"");
  EXPECT_TRUE(ofd_pictures(make_zip(picture("Doc_0/page.jpg", "", coded))).pictures.empty());
  EXPECT_TRUE(ofd_pictures("no zip").pictures.empty());
  EXPECT_TRUE(ofd_pictures(make_zip({{"word/document.xml", "<x/>"}})).pictures.empty());
}

}  // namespace
}  // namespace nianbao
