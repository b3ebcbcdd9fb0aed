#include <gtest/gtest.h>

#include "base/unicode.h"
#include "input/reader.h"
#include "support/encode.h"

namespace nianbao {

void PrintTo(Kind kind, std::ostream* out) { *out << "Kind " << static_cast<int>(kind); }

namespace {

using testing::encode;
using testing::stored_zip;

TEST(Sniff, NothingIsEmpty) {
  EXPECT_EQ(sniff(""), Kind::empty);
  EXPECT_EQ(sniff(" \r\n\t"), Kind::empty);
  EXPECT_EQ(sniff("\xEF\xBB\xBF\n"), Kind::empty);
  EXPECT_EQ(sniff(encode(u"\uFEFF \n", "UTF-16LE")), Kind::empty);
}

TEST(Sniff, TextInEveryEncoding) {
  const std::u16string text = u"一、总体情况\n本年共收到申请3件。\n";
  for (const char* name : {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    EXPECT_EQ(sniff(encode(text, name)), Kind::text) << name;
  for (const char* name : {"UTF-16LE", "UTF-16BE", "UTF-32LE"})
    EXPECT_EQ(sniff(encode(u'\uFEFF' + text, name)), Kind::text) << name;
}

TEST(Sniff, StraySignsAreNoMarkup) {
  EXPECT_EQ(sniff(to_utf8(u"若 a<b 且 c>d，则 <待定>\n<p 值> 小于 0.05\n一、总体情况\n")), Kind::text);
  EXPECT_EQ(sniff(to_utf8(u"<table 见附件\n一、总体情况\n")), Kind::text);
  EXPECT_EQ(sniff(to_utf8(u"## 二、主动公开\n\n说明见<br>下表\n正文\n正文\n正文\n")), Kind::text);
}

TEST(Sniff, PagesAndFragmentsOfHtml) {
  for (std::string_view html :
       {"<!DOCTYPE html><p>a", "\xEF\xBB\xBF\n<html lang=zh><body>", "<table><tr><td>1</td></tr></table>",
        "<p class=\"x\">a</p>", "<!-- saved from url --><div>a</div>",
        "<?xml version=\"1.0\"?><html xmlns=\"x\"><head/></html>",
        "text first<br>b<br><p>c</p><div><b>d</b></div>",
        "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\n<html>",
        "<META http-equiv=\"Content-Type\" content=\"x\"><p>a</p>"})
    EXPECT_EQ(sniff(html), Kind::html) << html;
  EXPECT_EQ(sniff(encode(u"\uFEFF<html><body>总体情况</body></html>", "UTF-16LE")), Kind::html);
}

TEST(Sniff, OtherMarkup) {
  EXPECT_EQ(sniff("{\\rtf1\\ansi a}"), Kind::rtf);
  EXPECT_EQ(sniff("From: <Saved by Blink>\r\nSnapshot-Content-Location: x\r\nMIME-Version: "
                  "1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n\r\n<html>"),
            Kind::mht);
  EXPECT_EQ(sniff("<?xml version=\"1.0\"?><office:document "
                  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                  "office:mimetype=\"application/vnd.oasis.opendocument.text\">"),
            Kind::fodt);
  EXPECT_EQ(sniff("<?xml version=\"1.0\"?><office:document "
                  "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"),
            Kind::unsupported);
  EXPECT_EQ(sniff("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument>"),
            Kind::unsupported);
}

TEST(Sniff, Packages) {
  EXPECT_EQ(sniff(stored_zip({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}})), Kind::docx);
  EXPECT_EQ(
      sniff(stored_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}})),
      Kind::odt);
  EXPECT_EQ(sniff(stored_zip(
                {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}})),
            Kind::unsupported);
  EXPECT_EQ(sniff(stored_zip({{"[Content_Types].xml", ""}, {"xl/workbook.xml", ""}})), Kind::xlsx);
  EXPECT_EQ(sniff(stored_zip({{"[Content_Types].xml", ""}, {"XL\\Worksheets\\sheet1.xml", ""}})), Kind::xlsx);
  EXPECT_EQ(sniff(stored_zip({{"[Content_Types].xml", ""}, {"ppt/presentation.xml", ""}})),
            Kind::unsupported);
  EXPECT_EQ(sniff(stored_zip({{"OFD.xml", ""}, {"Doc_0/Document.xml", ""}})), Kind::ofd);
  EXPECT_EQ(sniff(stored_zip({{"report.docx", "x"}})), Kind::zip);
  const std::string whole = stored_zip({{"word/document.xml", "<x/>"}, {"word/styles.xml", "<x/>"}});
  EXPECT_EQ(sniff(std::string_view(whole).substr(0, 60)), Kind::docx);  // cut short: the directory is gone
  EXPECT_EQ(sniff("PK\x03\x04"), Kind::zip);
}

TEST(Sniff, BinaryFormats) {
  EXPECT_EQ(sniff("%PDF-1.7\n"), Kind::pdf);
  EXPECT_EQ(sniff("\r\n%PDF-1.4\n"), Kind::pdf);
  EXPECT_EQ(sniff("NBPDF1\nP 595.28 841.89\n"), Kind::pdf_geometry);
  EXPECT_EQ(sniff("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest"), Kind::ole);
  EXPECT_EQ(sniff("\x89PNG\r\n\x1A\n"), Kind::image);
  EXPECT_EQ(sniff("\xFF\xD8\xFF\xE0"), Kind::image);
  EXPECT_EQ(sniff(std::string("\0\0\0\x18"
                              "ftypheic0000",
                              16)),
            Kind::image);
  EXPECT_EQ(sniff("Rar!\x1A\x07\x01"), Kind::zip);
  EXPECT_EQ(sniff("Founder CEB 3.0"), Kind::unsupported);
}

TEST(Sniff, BytesOfNoFormatAreBinary) {
  std::string noise;
  std::uint32_t state = 1;
  for (int i = 0; i < 4000; ++i)
    noise.push_back(static_cast<char>((state = state * 1664525 + 1013904223) >> 24));
  EXPECT_EQ(sniff(noise), Kind::binary);
  EXPECT_EQ(sniff(std::string("\x7F"
                              "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\x3E\0",
                              20)),
            Kind::binary);
  EXPECT_EQ(sniff(to_utf8(u"正文\x01里有一个控制字符，其余照读。") + std::string(600, 'a')), Kind::text);
}

}  // namespace
}  // namespace nianbao
