// Remarks on pages: where text of a document stands on them, and what the page's PDF part is told.
#include "annotate/page_remarks.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "annotate/page_places.h"
#include "base/unicode.h"
#include "document/edit.h"
#include "input/pdf_geometry.h"
#include "input/reader.h"

namespace nianbao {
namespace {

// Characters of ten points side by side, or below each other.
std::string text(int x, int y, std::u16string_view words, int right = 10, int down = 0) {
  std::string out;
  for (char16_t c : words) {
    const auto number = [](int n) { return " " + std::to_string(n) + ".00"; };
    if (c != u' ')
      out += "T" + number(x) + number(y) + number(x + 10) + number(y + 10) + " " + to_utf8({&c, 1}) + "\n";
    x += right;
    y += down;
  }
  return out;
}

std::string line(int x0, int y0, int x1, int y1) {
  return "L " + std::to_string(x0) + " " + std::to_string(y0) + " " + std::to_string(x1) + " " +
         std::to_string(y1) + "\n";
}

std::string grid(std::initializer_list<int> xs, std::initializer_list<int> ys) {
  std::string out;
  for (int x : xs) out += line(x, *ys.begin(), x, *(ys.end() - 1));
  for (int y : ys) out += line(*xs.begin(), y, *(xs.end() - 1), y);
  return out;
}

std::string pages(std::initializer_list<std::string> contents) {
  std::string out(pdf_geometry_magic);
  for (const std::string& content : contents) out += "P 600 800\n" + content;
  return out;
}

Range range_of(const Document& document, std::u16string_view words) {
  const std::size_t at = document.text.find(words);
  EXPECT_NE(at, std::u16string::npos) << to_utf8(words);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

// "0: 100 100 120 110" of every line.
std::vector<std::string> places(const std::string& geometry, const Document& document, Range range) {
  const Result<Drawing> drawing = parse_pdf_geometry(geometry);
  std::vector<std::string> out;
  for (const PagePlace& place : PagePlaces(drawing.value(), document).of(range)) {
    const auto whole = [](double n) { return " " + std::to_string(static_cast<int>(n)); };
    const Box& box = place.box;
    out.push_back(std::to_string(place.page) + ":" + whole(box.left) + whole(box.top) + whole(box.right) +
                  whole(box.bottom));
  }
  return out;
}

std::vector<std::string> places(const std::string& geometry, std::u16string_view words) {
  const Document document = read(geometry, {}).value();
  return places(geometry, document, range_of(document, words));
}

using Places = std::vector<std::string>;

const std::u16string full_line =
    u"本报告按照有关规定编制，由总体情况等六个部分组成，数据的统计期限为本";  // to the margin

TEST(PagePlaces, AreThoseOfTheCharacters) {
  const std::string geometry = pages({text(100, 100, u"收到申请 23件"), text(100, 200, u"第二页")});
  EXPECT_EQ(places(geometry, u"23件"), Places{"0: 150 100 180 110"});
  EXPECT_EQ(places(geometry, u"申请 23"), Places{"0: 120 100 170 110"});
  EXPECT_EQ(places(geometry, u"第二页"), Places{"1: 100 200 130 210"});
}

TEST(PagePlaces, AreOneForEachLineAndPage) {
  const std::string geometry = pages({text(100, 100, full_line) + text(100, 120, u"年全年。")});
  EXPECT_EQ(places(geometry, u"为本年全"), (Places{"0: 420 100 440 110", "0: 100 120 120 130"}));
}

TEST(PagePlaces, DoNotGoByTheOrderInTheFile) {
  const std::string geometry = pages({text(150, 100, u"23件") + text(100, 100, u"收到申请 ")});
  EXPECT_EQ(places(geometry, u"申请 23"), Places{"0: 120 100 170 110"});
}

TEST(PagePlaces, OfTextWrittenSidewaysAreColumns) {
  const std::string geometry = pages({"Q 1\n" + text(300, 100, u"收到申请二十三件", 0, 10)});
  EXPECT_EQ(places(geometry, u"申请"), Places{"0: 300 120 310 140"});
}

TEST(PagePlaces, OfABlankCellAreWhereRowAndColumnMeet) {
  const std::string geometry =
      pages({grid({100, 200, 300, 400}, {100, 120, 140, 160}) + text(105, 105, u"项目") +
             text(205, 105, u"自然人") + text(305, 105, u"总计") + text(105, 125, u"新收") +
             text(305, 125, u"3") + text(105, 145, u"结转") + text(205, 145, u"2") + text(305, 145, u"2")});
  const Document document = read(geometry, {}).value();
  const Cell* blank = document.tables.front().at(1, 1);
  ASSERT_TRUE(blank != nullptr && blank->range.empty());
  EXPECT_EQ(places(geometry, document, blank->range), Places{"0: 205 125 235 135"});
}

TEST(PagePlaces, OfNothingAreBesideIt) {
  const std::string geometry = pages({text(100, 100, u"收到申请23件")});
  const Document document = read(geometry, {}).value();
  EXPECT_EQ(places(geometry, document, {0, 0}), Places{"0: 100 100 110 110"});
  const auto end = static_cast<std::uint32_t>(document.text.size());
  EXPECT_EQ(places(geometry, document, {end, end}), Places{"0: 160 100 170 110"});
}

TEST(PagePlaces, StayWhenTextBeforeThemIsChanged) {
  const std::string geometry = pages({text(100, 100, u"收到申请23件，办结22件")});
  Document document = read(geometry, {}).value();
  ASSERT_TRUE(apply_edits({{range_of(document, u"23"), u"12345"}}, document));
  EXPECT_EQ(places(geometry, document, range_of(document, u"22件")), Places{"0: 200 100 230 110"});
}

TEST(PageRemarks, SayAllAtTheFirstPlace) {
  const std::string geometry = pages({text(100, 100, u"收到申请23件"), text(100, 200, u"办结22件")});
  const Document document = read(geometry, {}).value();
  Remark remark{
      {range_of(document, u"23件"), range_of(document, u"22件")}, Severity::error, {u"1. 错误", u"建议"}};
  remark.again = {u"1. 错误", u"另一处"};
  remark.rest = u"还有 2 处";
  const Remark accepted{{range_of(document, u"收到")}, Severity::notice, {u"已采纳"}};
  const std::string json = page_remarks_json(geometry, {document, {remark}}, {document, {accepted}});
  EXPECT_EQ(
      json,
      "[{\"kind\":\"accepted\",\"text\":\"已采纳\",\"page\":0,\"boxes\":[[100.0,100.0,120.0,110.0]]},"
      "{\"kind\":\"error\",\"text\":\"1. 错误\\n建议\",\"page\":0,\"boxes\":[[140.0,100.0,170.0,110.0]]},"
      "{\"kind\":\"error\",\"text\":\"1. 错误\\n另一处\\n还有 2 "
      "处\",\"page\":1,\"boxes\":[[120.0,200.0,150.0,210.0]]}]");
  EXPECT_EQ(page_remarks_json("%PDF-1.7", {document, {}}, {document, {}}), "");
}

}  // namespace
}  // namespace nianbao
