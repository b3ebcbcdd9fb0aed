// Tracked changes in Word files: what stands in the file letter for letter, what accepting and rejecting
// give.
#include <gtest/gtest.h>

#include "base/sha256.h"
#include "base/unicode.h"
#include "fix/fix.h"
#include "input/reader.h"
#include "input/zip.h"
#include "support/dump.h"
#include "support/make_zip.h"
#include "support/tracked.h"

namespace nianbao {
namespace {

using testing::dump;
using testing::make_zip;
using testing::ZipParts;

std::string part_xml(const char* root, std::string_view inside) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + std::string(root) +
         " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + std::string(inside) +
         "</w:" + root + ">";
}

std::string package(std::string_view body, ZipParts more = {}) {
  ZipParts parts{{"_rels/.rels",
                  "<?xml version=\"1.0\"?><Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" "
                  "Target=\"word/document.xml\"/></Relationships>"},
                 {"word/document.xml", part_xml("document", "<w:body>" + std::string(body) + "</w:body>")},
                 {"word/media/image1.png", "not looked at"}};
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

Correction change(const Document& document, std::u16string_view old_text, std::u16string_view new_text) {
  const auto begin = static_cast<std::uint32_t>(document.text.find(old_text));
  return {{begin, begin + static_cast<std::uint32_t>(old_text.size())},
          std::u16string(old_text),
          std::u16string(new_text),
          {},
          {}};
}

Fixed fixed(const std::string& bytes, std::vector<std::pair<std::u16string, std::u16string>> changes,
            FixOptions options = {}) {
  const Document document = read_docx(bytes, {}).value();
  Corrections corrections;
  for (const auto& [old_text, new_text] : changes)
    corrections.all.push_back(change(document, old_text, new_text));
  return fix(bytes, document, corrections, options);
}

// Insertions of others may have been divided.
std::string without_insertions(Document document) {
  std::erase_if(document.marks, [](const Mark& mark) { return mark.kind == MarkKind::insertion; });
  return dump(document);
}

// The body with this change; accepting it must give the new text, rejecting it the document as it was, and no
// other part may have changed.
std::string tracked(const std::string& bytes, std::u16string_view old_text, std::u16string_view new_text) {
  const Document document = read_docx(bytes, {}).value();
  const Fixed out = fixed(bytes, {{std::u16string(old_text), std::u16string(new_text)}});
  EXPECT_EQ(to_utf8(out.refusal.zh), "");
  if (out.bytes.empty()) return {};
  Document wanted = document;
  const Correction c = change(document, old_text, new_text);
  apply_edits({{c.range, c.new_text}}, wanted);
  EXPECT_EQ(to_utf8(read_docx(testing::accepted(out.bytes, Format::docx), {}).value().text),
            to_utf8(wanted.text));
  EXPECT_EQ(without_insertions(read_docx(testing::rejected(out.bytes, Format::docx), {}).value()),
            without_insertions(document));
  EXPECT_EQ(part(out.bytes, "word/media/image1.png"), "not looked at");
  return body_of(out.bytes);
}

constexpr const char* by_us = " w:author=\"年报体检\">";

std::string del(int id, const std::string& run, const std::string& text) {
  return "<w:del w:id=\"" + std::to_string(id) + "\"" + by_us + run + "<w:delText xml:space=\"preserve\">" +
         text + "</w:delText></w:r></w:del>";
}
std::string ins(int id, const std::string& run, const std::string& text) {
  return "<w:ins w:id=\"" + std::to_string(id) + "\"" + by_us + run + "<w:t xml:space=\"preserve\">" + text +
         "</w:t></w:r></w:ins>";
}

TEST(FixDocx, DividesARunAndKeepsItsProperties) {
  const std::string run = "<w:r><w:rPr><w:b/></w:rPr>";
  EXPECT_EQ(tracked(package("<w:p>" + run + "<w:t>收到申请29件。</w:t></w:r></w:p>"), u"29", u"28"),
            "<w:p>" + run + "<w:t>收到申请</w:t></w:r>" + del(1, run, "29") + ins(2, run, "28") + run +
                "<w:t xml:space=\"preserve\">件。</w:t></w:r></w:p>");
}

TEST(FixDocx, ReplacesAWholeRunWithoutLeavingEmptyOnes) {
  EXPECT_EQ(
      tracked(package("<w:p><w:r><w:t>共</w:t></w:r><w:r><w:t>29</w:t></w:r><w:r><w:t>件</w:t></w:r></w:p>"),
              u"29", u"28"),
      "<w:p><w:r><w:t>共</w:t></w:r>" + del(1, "<w:r>", "29") + ins(2, "<w:r>", "28") +
          "<w:r><w:t>件</w:t></w:r></w:p>");
}

TEST(FixDocx, GoesOverSeveralRuns) {
  const std::string red = "<w:r><w:rPr><w:color w:val=\"FF0000\"/></w:rPr>";
  EXPECT_EQ(tracked(package("<w:p><w:r><w:t>截</w:t></w:r>" + red + "<w:t>止2024年底</w:t></w:r></w:p>"),
                    u"截止", u"截至"),
            "<w:p>" + del(1, "<w:r>", "截") + del(2, red, "止") + ins(3, "<w:r>", "截至") + red +
                "<w:t xml:space=\"preserve\">2024年底</w:t></w:r></w:p>");
}

TEST(FixDocx, KeepsWhatStandsBesideTheTextInItsRun) {
  EXPECT_EQ(tracked(package("<w:p><w:r><w:t>一</w:t><w:tab/><w:t>29</w:t><w:br/><w:t>末</w:t></w:r></w:p>"),
                    u"29", u"28"),
            "<w:p><w:r><w:t>一</w:t><w:tab/></w:r>" + del(1, "<w:r>", "29") + ins(2, "<w:r>", "28") +
                "<w:r><w:br/><w:t>末</w:t></w:r></w:p>");
}

TEST(FixDocx, KeepsBlanksWhereTheTextIsDivided) {
  EXPECT_EQ(tracked(package("<w:p><w:r><w:t>in all 29 of them</w:t></w:r></w:p>"), u"29", u"28"),
            "<w:p><w:r><w:t xml:space=\"preserve\">in all </w:t></w:r>" + del(1, "<w:r>", "29") +
                ins(2, "<w:r>", "28") + "<w:r><w:t xml:space=\"preserve\"> of them</w:t></w:r></w:p>");
}

TEST(FixDocx, KeepsReferencesAsTheyAreWritten) {
  EXPECT_EQ(tracked(package("<w:p><w:r><w:t>A&amp;B&#x4EF6;</w:t></w:r></w:p>"), u"A&B", u"A<C"),
            "<w:p>" + del(1, "<w:r>", "A&amp;B") + ins(2, "<w:r>", "A&lt;C") +
                "<w:r><w:t xml:space=\"preserve\">&#x4EF6;</w:t></w:r></w:p>");
}

TEST(FixDocx, DeletesAndInsertsAlone) {
  EXPECT_EQ(tracked(package("<w:p><w:r><w:t>公开公开</w:t></w:r></w:p>"), u"公开公开", u"公开"),
            "<w:p>" + del(1, "<w:r>", "公开公开") + ins(2, "<w:r>", "公开") + "</w:p>");
  EXPECT_EQ(tracked(package("<w:p><w:r><w:t>公开了</w:t></w:r></w:p>"), u"了", u""),
            "<w:p><w:r><w:t>公开</w:t></w:r>" + del(1, "<w:r>", "了") + "</w:p>");
}

TEST(FixDocx, BesideCommentsAndLinks) {
  tracked(package("<w:p><w:commentRangeStart w:id=\"7\"/><w:r><w:t>共29件</w:t></w:r><w:commentRangeEnd "
                  "w:id=\"7\"/><w:hyperlink><w:r>"
                  "<w:t>见附件29</w:t></w:r></w:hyperlink></w:p>"),
          u"附件29", u"附件30");
}

TEST(FixDocx, DividesTheInsertionOfSomebodyElse) {
  const std::string theirs = "<w:ins w:id=\"4\" w:author=\"张\">";
  EXPECT_EQ(
      tracked(package("<w:p>" + theirs + "<w:r><w:t>共29件</w:t></w:r></w:ins></w:p>"), u"29", u"28"),
      "<w:p>" + theirs + "<w:r><w:t>共</w:t></w:r>" + del(5, "<w:r>", "29") + "</w:ins>" +
          ins(6, "<w:r>", "28") +
          "<w:ins w:id=\"7\" w:author=\"张\"><w:r><w:t xml:space=\"preserve\">件</w:t></w:r></w:ins></w:p>");
}

std::string table(std::string_view second) {
  return "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>件数</w:t></w:r></w:p></w:tc><w:tc>" + std::string(second) +
         "</w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3</w:t></"
         "w:r></w:p></w:tc></w:tr></w:tbl>";
}

std::string blank_filled(const std::string& bytes) {
  const Document document = read_docx(bytes, {}).value();
  const Cell* cell = document.tables.at(0).at(0, 1);
  Corrections corrections;
  corrections.all.push_back({cell->range, u"", u"0", {}, {}});
  const Fixed out = fix(bytes, document, corrections, {});
  EXPECT_EQ(to_utf8(out.refusal.zh), "");
  EXPECT_EQ(dump(read_docx(testing::rejected(out.bytes, Format::docx), {}).value()), dump(document));
  const std::string body = body_of(out.bytes);
  const std::size_t begin = body.find("</w:tc><w:tc>") + 13;
  return body.substr(begin, body.find("</w:tc>", begin) - begin);
}

TEST(FixDocx, FillsABlankCellInTheLookOfItsMark) {
  EXPECT_EQ(blank_filled(package(table("<w:p/>"))), "<w:p>" + ins(1, "<w:r>", "0") + "</w:p>");
  const std::string mark =
      "<w:pPr><w:jc w:val=\"center\"/><w:rPr><w:ins w:id=\"3\" w:author=\"张\"/><w:sz "
      "w:val=\"21\"/></w:rPr></w:pPr>";
  EXPECT_EQ(blank_filled(package(table("<w:p>" + mark + "</w:p>"))),
            "<w:p>" + mark + ins(4, "<w:r><w:rPr><w:sz w:val=\"21\"/></w:rPr>", "0") + "</w:p>");
}

TEST(FixDocx, CorrectsNotesInTheirOwnPart) {
  const std::string notes = part_xml(
      "footnotes", "<w:footnote w:id=\"1\"><w:p><w:r><w:t>统计截止年底</w:t></w:r></w:p></w:footnote>");
  const std::string bytes = package("<w:p><w:r><w:t>正文</w:t></w:r></w:p>", {{"word/footnotes.xml", notes}});
  EXPECT_EQ(tracked(bytes, u"截止", u"截至"), "<w:p><w:r><w:t>正文</w:t></w:r></w:p>");
  const Fixed out = fixed(bytes, {{u"截止", u"截至"}});
  EXPECT_EQ(
      part(out.bytes, "word/footnotes.xml"),
      part_xml("footnotes", "<w:footnote w:id=\"1\"><w:p><w:r><w:t>统计</w:t></w:r>" +
                                del(2, "<w:r>", "截止") + ins(3, "<w:r>", "截至") +
                                "<w:r><w:t xml:space=\"preserve\">年底</w:t></w:r></w:p></w:footnote>"));
}

TEST(FixDocx, CorrectsBothBranchesOfATextBox) {
  const auto box = [](const char* in) {
    return "<w:drawing><w:txbxContent><w:p><w:r>" + std::string(in) +
           "</w:r></w:p></w:txbxContent></w:drawing>";
  };
  const std::string bytes =
      package("<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice>" +
              box("<w:t>共29件</w:t>") + "</mc:Choice><mc:Fallback>" + box("<w:t>共29件</w:t>") +
              "</mc:Fallback></mc:AlternateContent></w:r></w:p>");
  const std::string body = tracked(bytes, u"29", u"28");
  EXPECT_NE(body.find("28"), std::string::npos);
  EXPECT_NE(body.find("28", body.find("Fallback")), std::string::npos);
}

TEST(FixDocx, InAContentControl) {
  tracked(
      package("<w:p><w:sdt><w:sdtPr><w:tag "
              "w:val=\"n\"/></w:sdtPr><w:sdtContent><w:r><w:t>29</w:t></w:r></w:sdtContent></w:sdt></w:p>"),
      u"29", u"28");
}

TEST(FixDocx, MarksOfALongTextOnlyWhatChanges) {
  const std::string front = "全年新收政府信息公开申请", back = "件，均已在法定期限内答复。";
  EXPECT_EQ(tracked(package("<w:p><w:r><w:t>" + front + "129" + back + "</w:t></w:r></w:p>"),
                    from_utf8(front + "129" + back), from_utf8(front + "128" + back)),
            "<w:p><w:r><w:t>" + front + "</w:t></w:r>" + del(1, "<w:r>", "129") + ins(2, "<w:r>", "128") +
                "<w:r><w:t xml:space=\"preserve\">" + back + "</w:t></w:r></w:p>");
}

TEST(FixDocx, PlainlyWithoutMarks) {
  const Fixed out = fixed(package("<w:p><w:r><w:t>截</w:t></w:r><w:r><w:t>止年底，共29件</w:t></w:r></w:p>"),
                          {{u"截止", u"截至"}, {u"29", u"28"}}, {true, std::nullopt});
  EXPECT_EQ(body_of(out.bytes), "<w:p><w:r><w:t>截至</w:t></w:r><w:r><w:t>年底，共28件</w:t></w:r></w:p>");
}

TEST(FixDocx, CarriesTheDateGiven) {
  const Fixed out =
      fixed(package("<w:p><w:r><w:t>29</w:t></w:r></w:p>"), {{u"29", u"28"}}, {false, Date{2026, 1, 15}});
  EXPECT_NE(body_of(out.bytes).find("w:author=\"年报体检\" w:date=\"2026-01-15T00:00:00Z\""),
            std::string::npos);
}

// --- what is refused ---------------------------------------------------------------------------------------

std::string refusal(const std::string& bytes, std::vector<std::pair<std::u16string, std::u16string>> changes,
                    FixOptions options = {}) {
  const Fixed out = fixed(bytes, std::move(changes), options);
  EXPECT_TRUE(out.bytes.empty());
  return to_utf8(out.refusal.zh);
}

const std::string plain_file =
    package("<w:p><w:r><w:t>共29件，结转2件</w:t></w:r></w:p><w:p><w:r><w:t>完</w:t></w:r></w:p>");

TEST(FixDocx, RefusesAnotherFile) {
  const Document document = read_docx(plain_file, {}).value();
  Corrections corrections{std::string(64, '0'), {change(document, u"29", u"28")}};
  EXPECT_EQ(to_utf8(fix(plain_file, document, corrections, {}).refusal.zh),
            "文件与检查时的不是同一份（SHA-256 不符），没有改。请重新检查后再采纳。");
  corrections.sha256 = sha256(plain_file);
  EXPECT_TRUE(fix(plain_file, document, corrections, {}).refusal.empty());
}

TEST(FixDocx, RefusesOldTextThatIsNotThere) {
  const Document document = read_docx(plain_file, {}).value();
  Correction c = change(document, u"29", u"28");
  c.old_text = u"30";
  EXPECT_EQ(to_utf8(fix(plain_file, document, {{}, {c}}, {}).refusal.zh),
            "要改的“30”在文件里的那个位置已经不是这几个字（现在是“29”），没有改。");
  c.range = {500, 502};
  EXPECT_EQ(to_utf8(fix(plain_file, document, {{}, {c}}, {}).refusal.zh),
            "要改的“30”在文件里的那个位置已经不是这几个字（现在是文末以外），没有改。");
}

TEST(FixDocx, RefusesOverlappingCorrections) {
  EXPECT_EQ(refusal(plain_file, {{u"29件", u"28件"}, {u"9件", u"8件"}}),
            "两处改动重叠（“29件” 改为 “28件”，“9件” 改为 “8件”），没有改。请只采纳其中一个。");
}

TEST(FixDocx, RefusesNothing) { EXPECT_EQ(refusal(plain_file, {}), "没有采纳任何改法，没有要改的。"); }

TEST(FixDocx, RefusesMoreThanOneParagraph) {
  EXPECT_EQ(refusal(plain_file, {{u"2件\n完", u"2件。完"}}),
            "“2件 完” → "
            "“2件。完”：这里不是同一段里的普通文字（跨段、自动编号、绑定数据或锁定的内容），没有改。请去掉这"
            "一处，或在文件里手工改。");
}

TEST(FixDocx, RefusesBoundAndLockedControls) {
  for (const char* guard : {"<w:dataBinding w:xpath=\"/x\"/>", "<w:lock w:val=\"sdtContentLocked\"/>"})
    EXPECT_NE(
        refusal(package("<w:p><w:sdt><w:sdtPr>" + std::string(guard) +
                        "</w:sdtPr><w:sdtContent><w:r><w:t>29</w:t></w:r></w:sdtContent></w:sdt></w:p>"),
                {{u"29", u"28"}}),
        "");
}

TEST(FixDocx, RefusesSignedAndProtectedFiles) {
  const std::string body = "<w:p><w:r><w:t>29</w:t></w:r></w:p>";
  EXPECT_EQ(refusal(package(body, {{"_xmlsignatures/sig1.xml", "<a/>"}}), {{u"29", u"28"}}),
            "文件有数字签名，改动会使签名失效，所以不改。请在未签名的文件上改，改好再签。");
  const auto settings = [&](const char* edit) {
    return package(body, {{"word/settings.xml",
                           part_xml("settings", "<w:documentProtection w:edit=\"" + std::string(edit) +
                                                    "\" w:enforcement=\"1\"/>")}});
  };
  EXPECT_EQ(refusal(settings("readOnly"), {{u"29", u"28"}}),
            "文件设了限制编辑的保护，所以不改。请先在 Word 或 WPS 里停止保护。");
  EXPECT_EQ(refusal(settings("trackedChanges"), {{u"29", u"28"}}, {true, std::nullopt}),
            "文件设了限制编辑的保护，所以不改。请先在 Word 或 WPS 里停止保护。");
  EXPECT_TRUE(fixed(settings("trackedChanges"), {{u"29", u"28"}}).refusal.empty());
}

}  // namespace
}  // namespace nianbao
