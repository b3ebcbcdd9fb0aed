// Corrections in web pages, plain text and ODF texts.
#include <gtest/gtest.h>

#include "base/encode.h"
#include "base/unicode.h"
#include "fix/fix.h"
#include "input/reader.h"
#include "support/dump.h"
#include "support/tracked.h"

namespace nianbao {
namespace {

using testing::dump;

Correction change(const Document& document, std::u16string_view old_text, std::u16string_view new_text) {
  const auto begin = static_cast<std::uint32_t>(document.text.find(old_text));
  return {{begin, begin + static_cast<std::uint32_t>(old_text.size())},
          std::u16string(old_text),
          std::u16string(new_text),
          {},
          {}};
}

// The file with these changes, or why there is none.
std::string fixed(const std::string& bytes, std::vector<std::pair<std::u16string, std::u16string>> changes,
                  FixOptions options = {}) {
  const Document document = read(bytes, {}).value();
  Corrections corrections;
  for (const auto& [old_text, new_text] : changes)
    corrections.all.push_back(change(document, old_text, new_text));
  const Fixed out = fix(bytes, document, corrections, options);
  if (!out.refusal.empty()) return to_utf8(out.refusal.zh);
  return out.bytes;
}

std::string filled(const std::string& bytes, int row, int column, FixOptions options = {}) {
  const Document document = read(bytes, {}).value();
  Corrections corrections;
  corrections.all.push_back({document.tables.at(0).at(row, column)->range, u"", u"0", {}, {}});
  const Fixed out = fix(bytes, document, corrections, options);
  return out.refusal.empty() ? out.bytes : to_utf8(out.refusal.zh);
}

// --- web pages ---------------------------------------------------------------------------------------------

const std::string del = "<del title=\"年报体检\">", ins = "<ins title=\"年报体检\">";

std::string page(const std::string& body) {
  return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>" + body + "</body></html>";
}

TEST(FixHtml, MarksWhatIsDeletedAndInserted) {
  const std::string bytes = page("<p>统计截止年底，共<b>2</b>9件</p>");
  const std::string copy = fixed(bytes, {{u"截止", u"截至"}, {u"29", u"28"}});
  EXPECT_EQ(copy, page("<p>统计" + del + "截止</del>" + ins + "截至</ins>年底，共<b>" + del + "2</del></b>" +
                       del + "9</del>" + ins + "28</ins>件</p>"));
  EXPECT_EQ(testing::rejected(copy, Format::html), bytes);
}

TEST(FixHtml, PlainlyWithoutMarks) {
  EXPECT_EQ(fixed(page("<p>共<b>2</b>9件&amp;件</p>"), {{u"29", u"28"}, {u"&", u"<"}}, {true, std::nullopt}),
            page("<p>共<b>28</b>件&#x3C;件</p>"));
}

TEST(FixHtml, FillsBlankCells) {
  const auto table = [](const std::string& cell) {
    return page("<table><tr><td>甲</td><td>乙</td></tr><tr><td>1</td><td>" + cell + "</td></tr></table>");
  };
  EXPECT_EQ(filled(table(""), 1, 1), table(ins + "0</ins>"));
  EXPECT_EQ(filled(table("<p><span>&nbsp;</span></p>"), 1, 1, {true, std::nullopt}),
            table("<p><span>0&nbsp;</span></p>"));
}

TEST(FixHtml, StaysInItsEncoding) {
  const std::u16string text =
      u"<html><head><meta charset=\"gb18030\"></head><body><p>共29件，截止年底</p></body></html>";
  const std::string bytes = *encode(text, "GB18030");
  std::u16string wanted = text;
  wanted.replace(wanted.find(u"截止"), 2,
                 u"<del title=\"年报体检\" datetime=\"2026-01-15\">截止</del><ins title=\"年报体检\" "
                 u"datetime=\"2026-01-15\">截至</ins>");
  EXPECT_EQ(fixed(bytes, {{u"截止", u"截至"}}, {false, Date{2026, 1, 15}}), *encode(wanted, "GB18030"));
}

// --- plain text --------------------------------------------------------------------------------------------

TEST(FixText, ChangesTheTextAndNothingElse) {
  EXPECT_EQ(fixed("一、总体情况\r\n统计截止年底，共29件\r\n", {{u"截止", u"截至"}, {u"29", u"28"}}),
            "一、总体情况\r\n统计截至年底，共28件\r\n");
  EXPECT_EQ(fixed("# 一、总体情况\n\n**截止**年底\n", {{u"截止", u"截至"}}),
            "# 一、总体情况\n\n**截至**年底\n");
}

TEST(FixText, FillsBlankCells) {
  EXPECT_EQ(filled("| 甲 | 乙 |\n|---|---|\n| 1 |  |\n", 1, 1).find("没有改"), std::string::npos);
  EXPECT_EQ(filled("甲\t乙\t丙\n1\t\t3\n4\t5\t6\n", 1, 1), "甲\t乙\t丙\n1\t0\t3\n4\t5\t6\n");
}

TEST(FixText, RefusesCharactersThatTheEncodingLacks) {
  const std::string big5 = *encode(u"政府資訊公開工作年度報告，截止年底，共收到申請二十九件", "Big5");
  Document document = read(big5, {.encoding = "Big5"}).value();
  Corrections corrections;
  corrections.all.push_back(change(document, u"截止", u"ఠ"));
  EXPECT_EQ(to_utf8(fix(big5, document, corrections, {}).refusal.zh),
            "文件的编码（Big5）里没有“ఠ”中的字，没有改。");
}

// --- ODF ---------------------------------------------------------------------------------------------------

std::string odt(const std::string& text) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document "
         "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
         "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
         "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
         "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>" +
         text + "</office:text></office:body></office:document>";
}

std::string region(int id, const std::string& what) {
  const std::string name = "nianbao" + std::to_string(id);
  return "<text:changed-region xml:id=\"" + name + "\" text:id=\"" + name + "\">" + what +
         "</text:changed-region>";
}
const std::string info =
    "<office:change-info "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>年报体检</"
    "dc:creator><dc:date>1970-01-01T00:00:00</dc:date></office:change-info>";

TEST(FixOdt, TracksChanges) {
  const std::string bytes =
      odt("<text:p text:style-name=\"P1\">共<text:span text:style-name=\"T1\">29</text:span>件</text:p>");
  const std::string copy = fixed(bytes, {{u"29", u"28"}});
  EXPECT_EQ(copy, odt("<text:tracked-changes text:track-changes=\"false\">" +
                      region(1, "<text:deletion>" + info +
                                    "<text:p text:style-name=\"P1\"><text:span "
                                    "text:style-name=\"T1\">29</text:span></text:p></text:deletion>") +
                      region(2, "<text:insertion>" + info + "</text:insertion>") +
                      "</text:tracked-changes><text:p text:style-name=\"P1\">共<text:span "
                      "text:style-name=\"T1\"><text:change text:change-id=\"nianbao1\"/>"
                      "<text:change-start text:change-id=\"nianbao2\"/>28<text:change-end "
                      "text:change-id=\"nianbao2\"/></text:span>件</text:p>"));
  const Document before = read(bytes, {}).value();
  EXPECT_EQ(to_utf8(read(testing::accepted(copy, Format::odt), {}).value().text), "共28件\n");
  EXPECT_EQ(dump(read(testing::rejected(copy, Format::odt), {}).value()), dump(before));
}

TEST(FixOdt, PlainlyAndWithBlanks) {
  EXPECT_EQ(fixed(odt("<text:p>a   29\n  b</text:p>"), {{u"29", u"2  8"}}, {true, std::nullopt}),
            odt("<text:p>a   2 <text:s/>8\n  b</text:p>"));
}

TEST(FixOdt, FillsBlankCellsAndRefusesRepeatedOnes) {
  const auto table = [](const std::string& cells) {
    return odt(
        "<table:table><table:table-row><table:table-cell><text:p>甲</text:p></"
        "table:table-cell><table:table-cell><text:p>乙</text:p></table:table-cell>"
        "</table:table-row><table:table-row>" +
        cells + "</table:table-row></table:table>");
  };
  const std::string first = "<table:table-cell><text:p>1</text:p></table:table-cell>";
  EXPECT_EQ(filled(table(first + "<table:table-cell office:value-type=\"float\" "
                                 "table:style-name=\"A\"><text:p/></table:table-cell>"),
                   1, 1, {true, std::nullopt}),
            table(first + "<table:table-cell table:style-name=\"A\"><text:p>0</text:p></table:table-cell>"));
  EXPECT_NE(
      filled(table("<table:table-cell table:number-columns-repeated=\"2\"><text:p/></table:table-cell>"), 1,
             1)
          .find("没有改"),
      std::string::npos);
}

// --- the rest ----------------------------------------------------------------------------------------------

TEST(Fix, OffersAListWhereTheFormatIsNotChanged) {
  const std::string rtf = "{\\rtf1\\ansi\\ansicpg936 \\u20849?29\\u20214?\\par}";
  const Document document = read(rtf, {}).value();
  Corrections corrections;
  corrections.all.push_back(change(document, u"29", u"28"));
  corrections.all.front().why = u"正文与表三不一致。";
  EXPECT_EQ(to_utf8(fix(rtf, document, corrections, {}).refusal.zh),
            "这种格式的文件不能直接改，只能给出改正清单。");
  EXPECT_EQ(dump(read(list_of_corrections(document, corrections, "a.rtf", Language::chinese), {}).value()),
            "改正清单\na.rtf\n这种格式的文件不能逐字改动而不动其余，所以改正列在这里；用 Word 或 WPS 另存为 "
            "docx，就能得到带修订的副本。\n"
            "[2x4]\n| 位置 | 原文 | 改为 | 为什么 |\n| 第1行第2字 | 29 | 28 | 正文与表三不一致。 |\n");
}

}  // namespace
}  // namespace nianbao
