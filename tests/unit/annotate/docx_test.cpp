#include <gtest/gtest.h>

#include <string>

#include "annotate/annotate.h"
#include "base/unicode.h"
#include "input/reader.h"
#include "input/zip.h"
#include "support/dump.h"
#include "support/make_zip.h"

namespace nianbao {
namespace {

using testing::dump;
using testing::make_zip;
using testing::ZipParts;

constexpr const char* types =
    "<?xml version=\"1.0\"?><Types "
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" "
    "ContentType=\"application/xml\"/></Types>";
constexpr const char* package_relations =
    "<?xml version=\"1.0\"?><Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" "
    "Target=\"word/document.xml\"/></Relationships>";
constexpr const char* relations =
    "<?xml version=\"1.0\"?><Relationships><Relationship Id=\"a\" Type=\"x/styles\" "
    "Target=\"styles.xml\"/></Relationships>";

std::string main_part(std::string_view body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document "
         "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" +
         std::string(body) + "</w:body></w:document>";
}

std::string package(std::string_view body, ZipParts more = {}) {
  ZipParts parts{{"[Content_Types].xml", types},
                 {"_rels/.rels", package_relations},
                 {"word/document.xml", main_part(body)},
                 {"word/_rels/document.xml.rels", relations}};
  parts.insert(parts.end(), more.begin(), more.end());
  return make_zip(parts, true);
}

std::string part(std::string_view bytes, std::string_view name) {
  const Result<ZipFile> zip = ZipFile::open(bytes);
  const Result<std::string> text = zip ? zip.value().read(name) : Result<std::string>(zip.error());
  return text ? text.value() : std::string();
}

std::string body_of(std::string_view bytes) {
  const std::string xml = part(bytes, "word/document.xml");
  const std::size_t begin = xml.find("<w:body>") + 8;
  return xml.substr(begin, xml.find("</w:body>") - begin);
}

Remark about(const Document& document, std::u16string_view text, std::u16string_view what = u"不对") {
  const auto begin = static_cast<std::uint32_t>(document.text.find(text));
  return {
      {{begin, begin + static_cast<std::uint32_t>(text.size())}}, Severity::error, {std::u16string(what)}};
}

// The copy; its text must be the file's, and taking the remarks out must give every part again.
std::string annotated(const std::string& bytes, const std::vector<Remark>& remarks) {
  const Document document = read_docx(bytes, {}).value();
  const std::string copy = annotate_docx(bytes, document, remarks);
  EXPECT_EQ(read_docx(copy, {}).value().text, document.text);
  const Copy bare = strip(copy);
  EXPECT_TRUE(bare.refusal.empty());
  std::size_t places = 0;
  for (const Remark& remark : remarks) places += std::min(remark.places.size(), most_spoken_places);
  EXPECT_EQ(static_cast<std::size_t>(bare.remarks), places);
  const Result<ZipFile> before = ZipFile::open(bytes), after = ZipFile::open(bare.bytes);
  EXPECT_EQ(before.value().entries().size(), after.value().entries().size());
  for (const auto& entry : before.value().entries())
    EXPECT_EQ(part(bare.bytes, entry.name), before.value().read(entry).value()) << entry.name;
  return copy;
}

std::string annotated(const std::string& bytes, std::u16string_view text) {
  return annotated(bytes, {about(read_docx(bytes, {}).value(), text)});
}

TEST(AnnotateDocx, PutsACommentAroundWholeRuns) {
  const std::string copy =
      annotated(package("<w:p><w:r><w:t>收到</w:t></w:r><w:r><w:t>23</w:t></w:r></w:p>"), u"23");
  EXPECT_EQ(body_of(copy),
            "<w:p><w:r><w:t>收到</w:t></w:r><w:commentRangeStart "
            "w:id=\"0\"/><w:r><w:t>23</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>"
            "<w:r><w:commentReference w:id=\"0\"/></w:r></w:p>");
  EXPECT_NE(part(copy, "word/comments.xml").find("w:author=\"年报体检\""), std::string::npos);
  EXPECT_NE(part(copy, "[Content_Types].xml").find("/word/comments.xml"), std::string::npos);
  EXPECT_NE(part(copy, "word/_rels/document.xml.rels").find("Target=\"comments.xml\""), std::string::npos);
}

TEST(AnnotateDocx, DividesARunAndKeepsItsProperties) {
  const std::string copy =
      annotated(package("<w:p><w:pPr><w:jc/></w:pPr><w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t>收到 23 "
                        "件，办结&amp;结转</w:t></w:r></w:p>"),
                u"23");
  // Beside a blank a run without xml:space would lose it: the place grows to the next character.
  EXPECT_EQ(body_of(copy),
            "<w:p><w:pPr><w:jc/></w:pPr><w:r "
            "w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t>收</w:t></w:r><w:commentRangeStart w:id=\"0\"/>"
            "<w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t>到 23 件</w:t></w:r><w:commentRangeEnd w:id=\"0\""
            "/><w:r><w:commentReference w:id=\"0\""
            "/></w:r><w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t>，办结&amp;结转</w:t></w:r></w:p>");
}

TEST(AnnotateDocx, MarksTheEmptyCell) {
  const std::string cells =
      "<w:tc><w:p><w:r><w:t>件数</w:t></w:r></w:p></w:tc><w:tc><w:tcPr/><w:p "
      "w:a=\"1\"/></w:tc><w:tc><w:p><w:pPr/></w:p></w:tc>";
  const std::string bytes = package("<w:tbl><w:tr>" + cells + "</w:tr><w:tr>" + cells + "</w:tr></w:tbl>");
  const Document document = read_docx(bytes, {}).value();
  const Cell& first = *document.tables[0].at(0, 1);
  const Cell& second = *document.tables[0].at(1, 2);
  const std::string copy = annotated(
      bytes, {{{first.range}, Severity::warning, {u"空白"}}, {{second.range}, Severity::warning, {u"空白"}}});
  const std::string body = body_of(copy);
  EXPECT_NE(body.find("<w:p w:a=\"1\"><w:commentRangeStart w:id=\"0\"/><w:commentRangeEnd w:id=\"0\"/>"),
            std::string::npos)
      << body;
  EXPECT_EQ(body.find("<w:commentRangeStart w:id=\"1\"/><w:commentRangeEnd w:id=\"1\"/>"),
            body.rfind("<w:pPr/>") + 8)
      << body;
}

TEST(AnnotateDocx, KeepsTheCommentsOfOthers) {
  const std::string comments =
      "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:comment "
      "w:id=\"7\" w:author=\"王\"><w:p/></w:comment></w:comments>";
  const std::string with_relation =
      "<?xml version=\"1.0\"?><Relationships><Relationship Id=\"a\" Type=\"x/comments\" "
      "Target=\"comments.xml\"/></Relationships>";
  const std::string bytes =
      make_zip({{"[Content_Types].xml", types},
                {"_rels/.rels", package_relations},
                {"word/document.xml",
                 main_part("<w:p><w:commentRangeStart "
                           "w:id=\"7\"/><w:r><w:t>甲乙丙</w:t></w:r><w:commentRangeEnd w:id=\"7\"/>"
                           "<w:r><w:commentReference w:id=\"7\"/></w:r></w:p>")},
                {"word/_rels/document.xml.rels", with_relation},
                {"word/comments.xml", comments}});
  const std::string copy = annotated(bytes, u"乙");
  EXPECT_NE(part(copy, "word/comments.xml").find("w:id=\"8\" w:author=\"年报体检\""), std::string::npos);
  EXPECT_NE(part(copy, "word/comments.xml").find("w:id=\"7\" w:author=\"王\""), std::string::npos);
}

TEST(AnnotateDocx, RemarksMayShareAndCrossPlaces) {
  const std::string bytes = package("<w:p><w:r><w:t>一二三四五六</w:t></w:r></w:p>");
  const Document document = read_docx(bytes, {}).value();
  annotated(bytes, {about(document, u"二三四"), about(document, u"二三四"), about(document, u"四五"),
                    about(document, u"三"), about(document, u"一二三四五六")});
}

std::size_t times(std::string_view text, std::string_view words) {
  std::size_t count = 0;
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) ++count;
  return count;
}

TEST(AnnotateDocx, SpeaksAtEveryPlace) {
  const std::string bytes =
      package("<w:p><w:r><w:t>收到23件</w:t></w:r></w:p><w:p><w:r><w:t>办结24件</w:t></w:r></w:p>");
  const Document document = read_docx(bytes, {}).value();
  Remark remark = about(document, u"23", u"收到的与办结的不符");
  remark.places.push_back(about(document, u"24").places.front());
  remark.again = {u"另一处"};
  const std::string copy = annotated(bytes, {remark});
  EXPECT_NE(body_of(copy).find(
                "<w:commentRangeStart w:id=\"1\"/><w:r><w:t>24</w:t></w:r><w:commentRangeEnd w:id=\"1\"/>"),
            std::string::npos)
      << body_of(copy);
  EXPECT_EQ(times(part(copy, "word/comments.xml"), "收到的与办结的不符"), 1u);
  EXPECT_EQ(times(part(copy, "word/comments.xml"), "另一处"), 1u);
}

TEST(AnnotateDocx, SpeaksAtTwentyPlacesAndSaysHowManyAreLeft) {
  std::string text;
  for (int i = 0; i < 25; ++i) text += "甲" + std::to_string(10 + i);
  const std::string bytes = package("<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>");
  const Document document = read_docx(bytes, {}).value();
  Remark remark{{}, Severity::warning, {u"第一处"}, {u"另一处"}, u"还有 5 处"};
  for (int i = 0; i < 25; ++i)
    remark.places.push_back(about(document, from_utf8(std::to_string(10 + i))).places.front());
  const std::string comments = part(annotated(bytes, {remark}), "word/comments.xml");
  EXPECT_EQ(times(comments, "<w:comment "), 20u);
  EXPECT_EQ(times(comments, "还有 5 处"), 1u);
  EXPECT_GT(comments.find("还有 5 处"), comments.rfind("另一处"));
}

TEST(AnnotateDocx, PutsRemarksOnTextBoxesBesideThem) {
  const std::string box =
      "<w:p><w:pPr/><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></"
      "w:pict></w:r></w:p>";
  const std::string body = body_of(annotated(package(box), u"框内"));
  EXPECT_EQ(body.find("<w:commentRangeStart"), body.find("<w:pPr/>") + 8);
  EXPECT_EQ(body.substr(0, body.find("<w:txbxContent>")).find("commentRangeEnd"), std::string::npos);
}

TEST(AnnotateDocx, FindsTextBehindGeneratedNumbersAndOutsideTheMainPart) {
  const std::string notes =
      "<w:footnotes "
      "xmlns:w=\"x\"><w:footnote><w:p><w:r><w:t>脚注里的数字</w:t></w:r></w:p></w:footnote></w:footnotes>";
  const std::string bytes = package("<w:p><w:r><w:t>正文</w:t></w:r></w:p>", {{"word/footnotes.xml", notes}});
  const std::string body = body_of(annotated(bytes, u"数字"));
  EXPECT_EQ(body.find("<w:commentRangeStart"), 5u) << body;  // the last paragraph before it
}

// All parts of a copy, the record under the name that Word gives it, the main part as `xml`.
std::string saved_by_word(const std::string& copy, const std::string& xml) {
  ZipParts parts;
  const Result<ZipFile> zip = ZipFile::open(copy);
  for (const ZipFile::Entry& entry : zip.value().entries()) {
    std::string name = entry.name, text = entry.name == "word/document.xml" ? xml : part(copy, entry.name);
    for (std::string* where : {&name, &text})
      for (std::size_t at; (at = where->find("itemNianbao.xml")) != std::string::npos;)
        where->replace(at, 15, "item1.xml");
    parts.push_back({name, text});
  }
  return make_zip(parts, true);
}

TEST(AnnotateDocx, StripsACopyThatWasWrittenAnew) {
  const std::string bytes = package("<w:p><w:r><w:t>收到23件</w:t></w:r></w:p>");
  const Document document = read_docx(bytes, {}).value();
  const std::string copy = annotate_docx(bytes, document, {about(document, u"23")});
  std::string xml = part(copy, "word/document.xml");
  const std::string reference = "<w:r><w:commentReference";
  xml.replace(xml.find(reference), reference.size(),
              "<w:r><w:rPr><w:rStyle w:val=\"a\"/></w:rPr><w:commentReference");
  const Copy bare = strip(saved_by_word(copy, xml));
  EXPECT_EQ(bare.remarks, 1);
  EXPECT_EQ(body_of(bare.bytes), "<w:p><w:r><w:t>收到23件</w:t></w:r></w:p>");
  const Result<ZipFile> zip = ZipFile::open(bare.bytes);
  for (const ZipFile::Entry& entry : zip.value().entries())
    EXPECT_EQ(entry.name.find("customXml"), std::string::npos) << entry.name;
  EXPECT_EQ(part(bare.bytes, "word/_rels/document.xml.rels").find("customXml"), std::string::npos);
}

TEST(AnnotateDocx, SaysWhatItCouldNotUndo) {
  const std::string bytes = package("<w:p><w:r><w:t>收到23件</w:t></w:r></w:p>");
  const Document document = read_docx(bytes, {}).value();
  const std::string copy = annotate_docx(bytes, document, {about(document, u"23")});
  EXPECT_EQ(to_utf8(strip(copy).note.zh), "");
  ZipParts parts;  // a program that drops the record
  const Result<ZipFile> zip = ZipFile::open(copy);
  for (const ZipFile::Entry& entry : zip.value().entries())
    if (entry.name.find("customXml") == std::string::npos)
      parts.push_back({entry.name, part(copy, entry.name)});
  const Copy bare = strip(make_zip(parts, true));
  EXPECT_EQ(bare.remarks, 1);
  EXPECT_EQ(to_utf8(bare.note.zh),
            "这份副本批注后改过或另存过，去掉批注后与当初的文件写法不同。当初为批注断开的文字没有接回去，不影"
            "响显示。");
  EXPECT_EQ(body_of(bare.bytes),
            "<w:p><w:r><w:t>收到</w:t></w:r><w:r><w:t>23</w:t></w:r><w:r><w:t>件</w:t></w:r></w:p>");
  EXPECT_EQ(dump(read_docx(bare.bytes, {}).value()), dump(document));
}

TEST(AnnotateDocx, AFileWithoutRemarksStaysAsItIs) {
  const std::string bytes = package("<w:p><w:r><w:t>甲</w:t></w:r></w:p>");
  EXPECT_EQ(strip(bytes).bytes, bytes);
  EXPECT_EQ(strip(bytes).remarks, 0);
}

}  // namespace
}  // namespace nianbao
