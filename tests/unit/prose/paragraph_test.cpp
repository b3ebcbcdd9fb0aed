#include "prose/paragraph.h"

#include <gtest/gtest.h>

#include "base/unicode.h"
#include "report/bind.h"
#include "rules/contents_sentence.h"

namespace nianbao {
namespace {

struct Reading {
  Document document;
  Report report;
  Prose prose;

  explicit Reading(std::u16string text, Format format = Format::txt) {
    document.format = format;
    document.text = std::move(text);
    report.document = &document;
  }
  void read() { prose = read_prose(report); }
  std::vector<std::string> texts() {
    read();
    std::vector<std::string> out;
    for (const Paragraph& paragraph : prose.paragraphs) out.push_back(to_utf8(paragraph.text));
    return out;
  }
};

using Strings = std::vector<std::string>;

TEST(Prose, LinesBrokenInASentenceAreJoined) {
  EXPECT_EQ(Reading(u"全年通过门户网站主动公开政府信息四百二十\n条，各项工作平稳有序。\n下一段。").texts(),
            (Strings{"全年通过门户网站主动公开政府信息四百二十条,各项工作平稳有序。", "下一段。"}));
}

TEST(Prose, PageNumbersBetweenBrokenLines) {
  EXPECT_EQ(Reading(u"全年通过门户网站主动公开政府信息四百二十\n\n—2—\n\n条，各项工作平稳有序。").texts(),
            Strings{"全年通过门户网站主动公开政府信息四百二十条,各项工作平稳有序。"});
}

TEST(Prose, HeadingsAndNumberedLinesBegin) {
  EXPECT_EQ(Reading(u"（四）政府信息公开平台建设和监督保障情况\n优化专栏。\n一是解读形式偏少的问题还没有得到"
                    u"彻底解决\n（五）监督")
                .texts(),
            (Strings{"(四)政府信息公开平台建设和监督保障情况", "优化专栏。",
                     "一是解读形式偏少的问题还没有得到彻底解决", "(五)监督"}));
}

TEST(Prose, ParagraphsOfWordFilesThatWereOneSentenceAreJoined) {
  EXPECT_EQ(Reading(u"全年通过门户网站主动公开政府信息四百二十\n条", Format::docx).texts(),
            Strings{"全年通过门户网站主动公开政府信息四百二十条"});
  EXPECT_EQ(Reading(u"（一）主动公开情况\n全年公开20条。", Format::docx).texts(),
            (Strings{"(一)主动公开情况", "全年公开20条。"}));
}

TEST(Prose, MarksOfMarkdownAreLeftOut) {
  EXPECT_EQ(Reading(u"## **一、总体情况**\n138****8000", Format::markdown).texts(),
            (Strings{"一、总体情况", "138****8000"}));
  EXPECT_EQ(Reading(u"## **一、总体情况**").texts(), Strings{"##**一、总体情况**"});
}

TEST(Prose, TheWayBack) {
  Reading reading(u"甲 乙\u3000丙（丁）");
  reading.read();
  const Paragraph& paragraph = reading.prose.paragraphs.at(0);
  EXPECT_EQ(paragraph.text, u"甲乙丙(丁)");
  EXPECT_EQ(reading.document.view(paragraph.back(1, 3)), u"乙\u3000丙");
  EXPECT_FALSE(paragraph.adjoins(1));
  EXPECT_TRUE(paragraph.adjoins(3));
  EXPECT_EQ(reading.prose.at(5), &paragraph);
  EXPECT_EQ(reading.prose.at(100), nullptr);
}

TEST(Prose, CharactersBeyondTheBasicPlane) {
  Reading reading(u"甲𠮷乙");
  reading.read();
  const Paragraph& paragraph = reading.prose.paragraphs.at(0);
  EXPECT_EQ(reading.document.view(paragraph.back(0, 3)), u"甲𠮷");
}

std::string contents(std::u16string sentence) {
  Reading reading(std::move(sentence));
  reading.read();
  const auto found = find_contents_sentence(reading.prose);
  if (!found) return "none";
  std::string out = std::to_string(found->stated) + (found->open ? " open" : "");
  for (TextSpan name : found->names) out += " | " + to_utf8(part(found->paragraph->text, name));
  return out;
}

TEST(ContentsSentence, NumberAndNames) {
  EXPECT_EQ(contents(u"报告由总体情况、主动公开情况、存在问题和其他需要报告的事项四部分组成。"),
            "4 | 总体情况 | 主动公开情况 | 存在问题 | 其他需要报告的事项");
  EXPECT_EQ(contents(u"全文共分6个部分：总体情况、主动公开情况、其他事项。"),
            "6 | 总体情况 | 主动公开情况 | 其他事项");
  EXPECT_EQ(contents(u"由总体情况、主动公开情况、行政复议、行政诉讼情况等六部分组成。"),
            "6 open | 总体情况 | 主动公开情况 | 行政复议、行政诉讼情况");
  EXPECT_EQ(contents(u"包括总体情况、主动公开情况、存在问题等。"),
            "0 open | 总体情况 | 主动公开情况 | 存在问题");
  EXPECT_EQ(contents(u"本报告根据规定编制，向社会公布。"), "none");
}

}  // namespace
}  // namespace nianbao
