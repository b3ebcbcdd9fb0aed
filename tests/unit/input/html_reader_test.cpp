#include <gtest/gtest.h>

#include <string>

#include "base/unicode.h"
#include "input/reader.h"
#include "support/dump.h"

namespace nianbao {
namespace {

using testing::dump;

Document read_page(std::string_view html) {
  const Result<Document> read = read_html(html, {});
  EXPECT_TRUE(read.ok());
  EXPECT_EQ(invalid(read.value()), "");
  return read.value();
}

std::string page(std::string_view html) { return dump(read_page(html)); }

// Enough of a report for its place on a page to be told.
const std::string report =
    "<p>一、总体情况</p><p>正文。</p><p>二、主动公开政府信息情况</p>"
    "<table><tr><td "
    "colspan=4>第二十条第（一）项</td></tr><tr><td>规章</td><td>0</td><td></td><td>1</td></tr></table>"
    "<p>三、收到和处理政府信息公开申请情况</p><p>六、其他需要报告的事项</p><p>没有。</p>";
const std::string report_dump =
    "一、总体情况\n正文。\n二、主动公开政府信息情况\n[2x4]\n| 第二十条第（一）项 1x4 |\n| 规章 | 0 | | 1 |\n"
    "三、收到和处理政府信息公开申请情况\n六、其他需要报告的事项\n没有。\n";

TEST(HtmlReader, ReadsHeadingsParagraphsAndBreaks) {
  EXPECT_EQ(page("<h1>报告</h1><h3>一、\n 总体</h3>甲<br>乙<div>丙<p>丁</div>戊<hr>己"),
            "# 报告\n### 一、总体\n甲\n乙\n丙\n丁\n戊\n己\n");
}

TEST(HtmlReader, CollapsesWhiteSpaceAsBrowsersDo) {
  EXPECT_EQ(page("<p>  收到\n\t申请 <b> 12 </b>\n件，\n共 3&nbsp;件 &lt;5&gt; </p>"),
            "收到申请 12 件，共 3\u00A0件 <5>\n");
  EXPECT_EQ(page("<pre>甲  乙\n丙</pre>"), "甲  乙\n丙\n");
}

TEST(HtmlReader, KeepsSpansOfTables) {
  EXPECT_EQ(page("<table><thead><tr><th rowspan=2>甲<th "
                 "colspan='2'>乙<tbody><tr><td>丙<td><p>丁</p><p>戊</p></table>"),
            "[2x2]\n| 甲 | 乙 |\n| 丙 | 丁⏎戊 |\n");  // spans end with their row group; no cell begins in the
                                                      // third column
  EXPECT_EQ(page("<table><tr><td rowspan=2>结果<br>维持<td>乙<tr><td>&nbsp;</table>"),
            "[2x2]\n| 结果⏎维持 2x1 | 乙 |\n| |\n");
}

TEST(HtmlReader, ReadsOutOfNestedTablesOnce) {
  EXPECT_EQ(page("<table><tr><td>外部甲<td>外部乙<table><tr><td>1<td>2</table></table>"),
            "[1x2]\n| 外部甲 | 外部乙 |\n[1x2]\n| 1 | 2 |\n");
}

TEST(HtmlReader, LeavesOutThePageAroundTheReport) {
  const std::string furniture_before =
      "<div class=top><a href=/>欢迎访问</a></div><ul class=nav><li><a href=1>首页</a><li><a "
      "href=2>新闻</a></ul>"
      "<div>当前位置：<a href=/>首页</a> &gt; 正文</div><div "
      "class=main><h1>某局2024年政府信息公开工作年度报告</h1>"
      "<div class=meta>发布时间：2025-01-12 <script>document.write(3)</script></div><div id=zoom>";
  const std::string furniture_after =
      "</div><div>【打印本页】</div><p>下一篇：<a href=3>2023年政府信息公开工作年度报告</a></p></div>"
      "<div class=footer>版权所有 ICP备1号</div>";
  EXPECT_EQ(page("<title>某局年报-门户</title>" + furniture_before + report + furniture_after),
            "# 某局2024年政府信息公开工作年度报告\n" + report_dump);
}

TEST(HtmlReader, LeavesOutFurnitureBesideAReportInTheBodyItself) {
  EXPECT_EQ(page("<nav><a "
                 "href=1>首页</a></nav><p>发布日期：2025-01-12</p><p>某局2024年政府信息公开工作年度报告</p>" +
                 report + "<p>2025年1月12日</p><p>主办：某局</p><footer>地址</footer>"),
            "某局2024年政府信息公开工作年度报告\n" + report_dump + "2025年1月12日\n");
}

TEST(HtmlReader, DissolvesLayoutTables) {
  EXPECT_EQ(
      page("<table><tr><td>信息公开指南</td></tr></table><table><tr><td><table><tr><td>目录</td></tr></"
           "table></td><td>"
           "<table><tr><td>索引号</td><td>01</td></tr></table><p>某局2024年政府信息公开工作年度报告</p>" +
           report + "</td></tr></table>"),
      "某局2024年政府信息公开工作年度报告\n" + report_dump);
}

TEST(HtmlReader, SplitsATableThatHoldsTheWholeReport) {
  EXPECT_EQ(page("<table><tr><td colspan=2>一、总体情况</td></tr><tr><td colspan=2>正文。</td></tr>"
                 "<tr><td "
                 "colspan=2>二、主动公开政府信息情况</td></tr><tr><td>规章</td><td>0</td></tr><tr><td>许可</"
                 "td><td></td></tr>"
                 "<tr><td colspan=2>三、收到和处理政府信息公开申请情况</td></tr></table>"),
            "一、总体情况\n正文。\n二、主动公开政府信息情况\n[2x2]\n| 规章 | 0 |\n| 许可 | "
            "|\n三、收到和处理政府信息公开申请情况\n");
}

TEST(HtmlReader, RecordsHiddenTextAndRevisions) {
  EXPECT_EQ(page("<style>.x{color:red} p.hide, .y {display : none}</style><p>甲<span style='display: "
                 "none'>内部</span>乙</p>"
                 "<p class=hide>口径</p><p class='x'>丙<ins>增</ins><del>减</del></p><div "
                 "style='display:none'><a href=1>菜单</a></div>"),
            "甲乙\n丙增\nhidden \"\" 内部\nhidden \"\" 口径\ninsertion \"增\"\ndeletion \"\" 减\n");
}

TEST(HtmlReader, ShowsAReportThatAScriptWouldUnhide) {
  EXPECT_EQ(page("<div style='display:none'>" + report + "</div>"), report_dump);
}

TEST(HtmlReader, NumbersOrderedLists) {
  EXPECT_EQ(page("<ol style='list-style-type:cjk-ideographic'><li><p>总体情况</p><li>主动公开</ol><ol "
                 "start=3><li>甲</ol><ul><li>乙</ul>"),
            "一、总体情况\n二、主动公开\n3.甲\n乙\nnumber \"一、\"\nnumber \"二、\"\nnumber \"3.\"\n");
}

TEST(HtmlReader, ReadsWordHtml) {
  EXPECT_EQ(page("<p class=MsoNormal style='mso-list:l0'><![if !supportLists]><span "
                 "style='mso-list:Ignore'>一、</span><![endif]>"
                 "<a name=\"_GoBack\"></a>总体<o:p></o:p></p><!--[if gte mso 9]><xml>x</xml><![endif]-->"
                 "<div style='mso-element:comment-list'>请核对</div>"),
            "一、总体\nnumber \"一、\"\nbookmark \"\" _GoBack\ncomment \"\" 请核对\n");
}

TEST(HtmlReader, TakesTheFragmentOfAClipboardPage) {
  EXPECT_EQ(
      page("Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000999\r\nStartFragment:0\r\nEndFragment:1\r\n"
           "<html><body>前<!--StartFragment--><p>正文</p><!--EndFragment-->后</body></html>"),
      "正文\n");
  const std::string head =
      "Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000160\r\nStartFragment:0000000114\r\nEndFragment:"
      "0000000130\r\n";
  ASSERT_EQ(head.size(), 105u);
  EXPECT_EQ(page(head + "<b>前</b>后<p>正文</p>其余"), "后\n正文\n");
}

TEST(HtmlReader, ReadsDeclaredEncodingsAndTitles) {
  const Document document = read_page(
      "<meta http-equiv=Content-Type content='text/html; charset=gb2312'><title> \xC4\xEA\xB1\xA8 "
      "</title><p>\xB1\xA8\xB8\xE6</p>");
  EXPECT_EQ(dump(document), "报告\n");
  EXPECT_EQ(document.encoding, "GB18030");
  EXPECT_EQ(document.title_hint, u"年报");
  EXPECT_EQ(read_page("<meta name=ArticleTitle content='年度报告'><title>年度报告-门户</title>甲").title_hint,
            u"年度报告");
  EXPECT_EQ(page("<?xml version='1.0' encoding='gbk'?><html "
                 "xmlns='http://www.w3.org/1999/xhtml'><body>\xB1\xA8\xB8\xE6<br/></body></html>"),
            "报告\n");
}

TEST(HtmlReader, TellsOfBrokenCharactersInTheReportOnly) {
  const Result<Document> menu = read_html("<nav>\xFF</nav><p>报告</p>", {"UTF-8"});
  ASSERT_TRUE(menu.ok());
  EXPECT_TRUE(menu.value().problems.empty());
  const Result<Document> read = read_html("<p>\xE6\x8A\xA5\xFF</p>", {"UTF-8"});
  ASSERT_TRUE(read.ok());
  ASSERT_EQ(read.value().problems.size(), 1u);
  EXPECT_EQ(read.value().problems[0].code, ErrorCode::encoding);
  EXPECT_EQ(read.value().problems[0].where, (Range{1, 2}));
}

TEST(HtmlReader, AnchorsTextInTheSource) {
  const std::string html = "<p>甲&amp;乙</p>\n<p> 丙</p>";
  const Document document = read_page(html);
  const std::u16string source = from_utf8(html);
  ASSERT_FALSE(document.anchors.empty());
  for (const Anchor& anchor : document.anchors) {
    if (document.text[anchor.text] == u'&') continue;
    EXPECT_EQ(document.text[anchor.text], source[anchor.source]);
  }
  EXPECT_EQ(document.anchors.back().source, source.find(u'丙'));
}

TEST(HtmlReader, CountsRecordedImages) {
  EXPECT_EQ(page("<p>表<img src=a.png alt=表三></p>"), "表\nimage \"\" 表三\n");
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

TEST(HtmlReader, HostileNestingKeepsTheText) {
  for (const std::string& tags :
       {repeated("<div>", 20'000), repeated("<p><b>", 10'000),
        repeated("<p><font size=1><font size=2>", 5'000), repeated("<table><tr><td>", 5'000),
        repeated("<ul><li>", 5'000), "<p " + repeated("a='1' b=2 ", 10'000) + ">"})
    EXPECT_NE(read_page(tags + "正文").text.find(u"正文"), std::u16string::npos) << tags.substr(0, 20);
}

TEST(HtmlReader, NamesTheLimitOfNestingAndKeepsTheText) {
  const Document document = read_page(repeated("<div>", 2000) + "正文");
  EXPECT_EQ(dump(document), "正文\n");
  ASSERT_EQ(document.problems.size(), 1u);
  EXPECT_EQ(document.problems[0].code, ErrorCode::limit);
  EXPECT_EQ(document.problems[0].detail, u"网页元素嵌套不超过 512 层");
}

TEST(HtmlReader, ReadsScrapsWithoutTrouble) {
  for (std::string_view scrap :
       {"<", "<p", "<p a", "<p a='", "<!--", "<!", "</", "</p", "<table", "<table><tr><td", "&", "&#",
        "&#x110000;", "<script>", "<title>", "Version:0.9\r\nStartHTML:99999999999999\r\n<",
        "<table><tr><td rowspan=99999999999 colspan=0>", "\xFF\xFE<"})
    read_page(scrap);
}

}  // namespace
}  // namespace nianbao
