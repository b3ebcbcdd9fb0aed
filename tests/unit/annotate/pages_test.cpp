// Remarks in web pages and plain text.
#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "base/encode.h"
#include "base/sha256.h"
#include "base/unicode.h"
#include "input/reader.h"

namespace nianbao {
namespace {

Document document_of(std::string_view bytes) { return read(bytes, {}).value(); }

Remark about(const Document& document, std::u16string_view text, Severity severity = Severity::error) {
  const auto begin = static_cast<std::uint32_t>(document.text.find(text));
  return {{{begin, begin + static_cast<std::uint32_t>(text.size())}},
          severity,
          {u"错误：合计 <不对>。", u"建议：改为 3。"}};
}

void expect_way_back(const std::string& copy, const std::string& bytes) {
  const Copy bare = strip(copy);
  EXPECT_TRUE(bare.refusal.empty());
  EXPECT_GT(bare.remarks, 0);
  EXPECT_EQ(bare.bytes, bytes);
}

// The key of a copy: 12 hex digits behind these words.
std::u16string key_in(std::u16string_view copy, std::u16string_view words) {
  const std::size_t at = copy.find(words);
  return at == std::u16string_view::npos ? std::u16string()
                                         : std::u16string(copy.substr(at + words.size(), 12));
}
constexpr std::u16string_view html_record = u"<!--nianbao:notes ", text_record = u"【年报体检 ";

const std::u16string page =
    u"<!DOCTYPE html><html><head><meta "
    u"charset=\"gb2312\"></head><body><h1>二〇二四年政府信息公开工作年度报告</h1>\r\n"
    u"<p>全年收到<b>申</b>请23件，上年&nbsp;结转1件。</p><table><tr><td>件数</td><td>4</td></"
    u"tr><tr><td>总计</td><td></td></tr></table></body></html>";

TEST(AnnotateHtml, KeepsThePagesOwnEncoding) {
  for (const char* encoding : {"GB18030", "UTF-8", "UTF-16LE"}) {
    const std::string bytes =
        (std::string(encoding) == "UTF-16LE" ? "\xFF\xFE" : "") + *encode(page, encoding);
    const Document document = document_of(bytes);
    ASSERT_EQ(document.encoding, encoding);
    const std::string copy =
        annotate_html(bytes, document, {about(document, u"收到申请23件"), about(document, u"请23")});
    expect_way_back(copy, bytes);
    const std::u16string text = decode(copy, {}, encoding).value().text;
    const std::u16string key = key_in(text, html_record);
    const std::u16string mark =
        u"<mark class=\"nianbao-" + key + u" nianbao nianbao-error\" data-nianbao=\"[1]\" title=\"";
    const std::u16string end = u"</mark><!--nianbao " + key + u"-->";
    const std::u16string title =
        u"&#x9519;&#x8BEF;&#xFF1A;&#x5408;&#x8BA1; &#x3C;&#x4E0D;&#x5BF9;&#x3E;&#x3002;\">";
    EXPECT_NE(text.find(mark + title + u"收到" + end + u"<b>" + mark + title + u"申" + end + u"</b>"),
              std::u16string::npos);
    EXPECT_LT(text.find(html_record), text.find(u"</body>"));
  }
}

TEST(AnnotateHtml, MarksABlankCellByItsNumber) {
  const std::string bytes = to_utf8(page);
  const Document document = document_of(bytes);
  const Cell* cell = document.tables.at(0).at(1, 1);
  ASSERT_NE(cell, nullptr);
  const std::string copy = annotate_html(bytes, document, {{{cell->range}, Severity::notice, {u"空白"}}});
  const std::string key = to_utf8(key_in(from_utf8(copy), html_record));
  EXPECT_NE(copy.find("<td><mark class=\"nianbao-" + key +
                      " nianbao nianbao-notice\" data-nianbao=\"[1]\" "
                      "title=\"&#x7A7A;&#x767D;\"></mark><!--nianbao " +
                      key + "--></td>"),
            std::string::npos);
  expect_way_back(copy, bytes);
}

TEST(AnnotateHtml, AFragmentWithoutBodyGetsItsNotesAtTheEnd) {
  const std::string bytes = "<p>收到23件</p>";
  const std::string copy =
      annotate_html(bytes, read_html(bytes, {}).value(), {about(read_html(bytes, {}).value(), u"23")});
  const std::string end = "<!--/nianbao:notes " + to_utf8(key_in(from_utf8(copy), html_record)) + "-->";
  EXPECT_EQ(copy.rfind(end), copy.size() - end.size());
  EXPECT_EQ(strip_html(copy).bytes, bytes);
}

// A page that holds what older copies were marked with, and half of what this one is.
TEST(AnnotateHtml, LeavesTheAuthorsOwnMarkersAlone) {
  for (const char* own :
       {"<!--nianbao:notes-->正文<!--/nianbao:notes-->", "<mark class=\"nianbao\">", "</mark><!--nianbao-->",
        "<!--nianbao:notes 0123456789ab 1 "
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}) {
    const std::string bytes = "<p>收到23件" + std::string(own) + "，办结22件</p>";
    EXPECT_EQ(strip(bytes).bytes, bytes);
    const Document document = read_html(bytes, {}).value();
    expect_way_back(annotate_html(bytes, document, {about(document, u"23")}), bytes);
  }
}

TEST(AnnotateHtml, RefusesACopyWhoseMarksWereChanged) {
  const std::string bytes = to_utf8(page);
  const Document document = document_of(bytes);
  const std::string copy = annotate_html(bytes, document, {about(document, u"23件")});
  std::string cut = copy;
  const std::string end = "</mark><!--nianbao " + to_utf8(key_in(from_utf8(copy), html_record)) + "-->";
  cut.erase(cut.find(end), end.size());
  EXPECT_TRUE(strip(cut).bytes.empty());
  std::string doubled = copy;
  const std::size_t mark = copy.find("<mark "), behind = copy.find(end) + end.size();
  doubled.insert(behind, copy.substr(mark, behind - mark));
  EXPECT_EQ(to_utf8(strip(doubled).refusal.zh),
            "副本记着有 2 处批注标记，现在是 3 处：标记被改动过，没有去掉任何东西。请用原文件。");
}

TEST(AnnotateHtml, TakesRemarksOutOfACopyEditedElsewhereAndSaysSo) {
  const std::string bytes = to_utf8(page);
  const Document document = document_of(bytes);
  std::string copy = annotate_html(bytes, document, {about(document, u"23件")});
  EXPECT_EQ(to_utf8(strip(copy).note.zh), "");
  copy.insert(copy.find("</body>"), "<p>加一段</p>");
  const Copy bare = strip(copy);
  EXPECT_NE(bare.bytes.find("加一段"), std::string::npos);
  EXPECT_EQ(bare.bytes.find("mark"), std::string::npos);
  EXPECT_EQ(to_utf8(bare.note.zh), "这份副本批注后改过：去掉批注后，与当初的文件不是一字不差。");
}

// Nothing of the page runs or is fetched; the way back is the same bytes.
TEST(AnnotateHtml, TheCopyRunsAndFetchesNothing) {
  const std::string bytes =
      "<!DOCTYPE html>\n<!-- cms --><html lang=\"zh\"><head><meta charset=\"utf-8\"><META "
      "HTTP-EQUIV='refresh' content='0;url=http://a/'>"
      "<link rel=\"dns-prefetch\" href=\"//b\"><script "
      "src=\"http://c/d.js\"></script></head><body><p>收到23件</p></body></html>";
  const Document document = read_html(bytes, {}).value();
  const std::string copy = annotate_html(bytes, document, {about(document, u"23")});
  const std::size_t policy =
      copy.find("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
  ASSERT_NE(policy, std::string::npos);
  EXPECT_LT(copy.find("<head>"), policy);
  EXPECT_LT(policy, copy.find("<meta charset=\"utf-8\">"));
  EXPECT_EQ(copy.find(" HTTP-EQUIV='refresh'"), std::string::npos);
  EXPECT_EQ(copy.find(" rel=\"dns-prefetch\""), std::string::npos);
  expect_way_back(copy, bytes);
}

TEST(AnnotateText, LeavesTheAuthorsOwnLinesAlone) {
  const std::string bytes = "【年报体检】收到23件\n【年报体检 0123456789ab】批注记录：无。\n办结22件\n";
  EXPECT_EQ(strip(bytes).bytes, bytes);
  EXPECT_EQ(strip(bytes).remarks, 0);
  const Document document = document_of(bytes);
  const std::string copy = annotate_text(bytes, document, {about(document, u"23")});
  expect_way_back(copy, bytes);
  std::string cut = copy;
  cut.erase(cut.find("\n【年报体检 " + to_utf8(key_in(from_utf8(copy), u"\n【年报体检 "))), 4);
  EXPECT_TRUE(strip(cut).bytes.empty());
}

TEST(AnnotateText, PutsLinesBehindThePlaces) {
  const std::string bytes = "收到申请23件。\r\n办结22件。";
  const Document document = document_of(bytes);
  const std::string copy = annotate_text(bytes, document, {about(document, u"23"), about(document, u"22")});
  const std::string mark = "【年报体检 " + to_utf8(key_in(from_utf8(copy), text_record)) + "】",
                    key = mark.substr(16, 12);
  EXPECT_EQ(copy, "收到申请23件。\r\n" + mark + "错误：合计 <不对>。　建议：改为 3。\r\n办结22件。\r\n" +
                      mark + "错误：合计 <不对>。　建议：改为 3。\r\n" + mark + "批注记录：" + key + " 2 " +
                      sha256(bytes) + "。");
  expect_way_back(copy, bytes);
}

TEST(AnnotateText, TakesAllRemarksFromBehindALastLineWithoutEnd) {
  for (const char* bytes : {"收到申请23件，办结22件。", "办结情况\r\n收到申请23件，办结22件。"}) {
    const Document document = document_of(bytes);
    const Remark first = about(document, u"23"), second = about(document, u"22");
    expect_way_back(annotate_text(bytes, document, {first, second}), bytes);
    expect_way_back(annotate_text(bytes, document, {first, second, first}), bytes);
  }
}

// With what a remark quotes repeated as it stands, the copy would be no text any more.
TEST(AnnotateText, RepeatsNoControlCharacters) {
  const std::string bytes = "收到申请23件。\n";
  const Document document = document_of(bytes);
  Remark remark = about(document, u"23");
  remark.lines.front() = u"“\u0001\u0002件”不对";
  const std::string copy = annotate_text(bytes, document, {remark});
  EXPECT_NE(copy.find("“  件”不对"), std::string::npos);
  expect_way_back(copy, bytes);
}

TEST(AnnotateText, WritesNothingBehindHalfACharacter) {
  const std::u16string text = u"政府信息公开工作年度报告\n收到申请23件。";
  for (std::size_t cut : {0, 1}) {
    const std::string whole = "\xFF\xFE" + *encode(text, "UTF-16LE"),
                      bytes = whole.substr(0, whole.size() - cut);
    const Document document = document_of(bytes);
    EXPECT_EQ(annotate_text(bytes, document, {about(document, u"23件")}).empty(), cut == 1);
    EXPECT_FALSE(annotate_text(bytes, document, {about(document, u"年度报告")}).empty());
  }
}

TEST(AnnotateText, KeepsEncodingAndMark) {
  const std::u16string text = u"收到申请23件。\n办结22件，结转1件，均在法定期限内答复。\n";
  for (const char* encoding : {"GB18030", "UTF-8", "UTF-16LE", "UTF-16BE"}) {
    const std::string name = encoding;
    const std::string mark = name == "UTF-16LE"   ? "\xFF\xFE"
                             : name == "UTF-16BE" ? "\xFE\xFF"
                             : name == "UTF-8"    ? "\xEF\xBB\xBF"
                                                  : "";
    const std::string bytes = mark + *encode(text, encoding);
    const Document document = document_of(bytes);
    ASSERT_EQ(document.encoding, encoding);
    const std::string copy = annotate_text(bytes, document, {about(document, u"22件")});
    const std::u16string told = decode(copy).value().text,
                         head = u"【年报体检 " + key_in(told, text_record) + u"】";
    EXPECT_EQ(told.substr(0, told.find(u"批注记录")),
              text + head + u"错误：合计 <不对>。　建议：改为 3。\n" + head);
    expect_way_back(copy, bytes);
  }
}

TEST(AnnotateText, StaysOutOfMarkdownTables) {
  const std::string bytes = "# 报告\n\n| 甲 | 乙 |\n| --- | --- |\n| 3 | 4 |\n| 5 | 6 |\n\n## 完\n";
  const Document document = document_of(bytes);
  ASSERT_EQ(document.format, Format::markdown);
  const std::string copy = annotate_text(bytes, document, {about(document, u"3")});
  EXPECT_NE(copy.find("| 5 | 6 |\n【年报体检 "), std::string::npos) << copy;
  expect_way_back(copy, bytes);
}

TEST(Annotate, RefusesOtherFormatsAndSaysWhatToDo) {
  const std::string words = to_utf8(strip("{\\rtf1 年报}").refusal.zh);
  EXPECT_EQ(words,
            "批注副本只能做成 docx、网页（html）和文本（txt、md）。这份文件请另存为 docx "
            "再批注，或者用校核单带走结果。");
}

TEST(Encode, GivesBackWhatWasDecoded) {
  for (const char* encoding : {"GB18030", "Big5", "UTF-8", "UTF-16LE", "UTF-16BE"}) {
    const std::string bytes = *encode(u"年報a，", encoding);
    EXPECT_EQ(decode(bytes, {}, encoding).value().text, u"年報a，");
    const std::vector<std::uint32_t> offsets = byte_offsets(bytes, encoding);
    ASSERT_EQ(offsets.size(), 5u);
    EXPECT_EQ(encode(u"年報", encoding)->size(), offsets[2]);
  }
  EXPECT_EQ(encode(u"𝕏", "Big5"), std::nullopt);
  EXPECT_TRUE(byte_offsets("a", "no-such-encoding").empty());
}

}  // namespace
}  // namespace nianbao
