#include "scan/read_page.h"

#include <gtest/gtest.h>

#include "canvas.h"
#include "scan/geometry.h"
#include "scan/picture_pages.h"
#include "scan/printed_labels.h"

namespace nianbao::scan {
namespace {

// Reads with certainty what stands on its heavier half.
Reading read_canvas(const Grey& crop) {
  int upper = 0, lower = 0;
  for (int y = 0; y < crop.height; ++y)
    for (int x = 0; x < crop.width; ++x) (y < crop.height / 2 ? upper : lower) += paper - crop.at(x, y);
  return {"公开", "", 5 * lower > 6 * upper ? 0.99 : 0.1, 0};
}

Canvas lines() {
  Canvas canvas(700, 900);
  for (int i = 0; i < 8; ++i) canvas.text(80, 100 + 60 * i, 30, 10 + i % 3);
  return canvas;
}

PageReader read(Picture picture) {
  PageReader reader(std::move(picture), 595);
  for (int rounds = 0; rounds < 5 && !reader.wanted().empty(); ++rounds) {
    std::vector<Reading> readings;
    for (const Grey& crop : reader.wanted()) readings.push_back(read_canvas(crop));
    reader.give(readings);
  }
  return reader;
}

TEST(ReadPage, TurnsAPageUntilItCanBeRead) {
  for (int quarters = 0; quarters < 4; ++quarters) {
    const PageReader reader = read(turned(lines().picture(), quarters));
    EXPECT_EQ((reader.quarters() + quarters) % 4, 0) << quarters;
    EXPECT_EQ(reader.page().crops.size(), 8u);
  }
}

TEST(ReadPage, WritesGeometry) {
  const std::string geometry = read(lines().picture()).geometry();
  EXPECT_EQ(geometry.substr(0, geometry.find("\nT")), "P 595.00 765.00\nS 0");
  EXPECT_NE(geometry.find(" 公\n"), std::string::npos);
}

TEST(ReadPage, AnEmptyPageAsksForNothing) {
  EXPECT_TRUE(PageReader(Canvas(300, 400).picture(), 595).wanted().empty());
}

TEST(Geometry, TakesNumbersOnlyWhereTheyAreCertain) {
  EXPECT_EQ(accepted({"12", "12", 0.9, 0.97}, true), u"12");
  EXPECT_EQ(accepted({"o", "0", 0.5, 0.95}, true), u"0");
  EXPECT_EQ(accepted({"38", "38", 0.5, 0.6}, true), u"\uFFFD");
  EXPECT_EQ(accepted({"O", "", 0.5, 0}, true), u"\uFFFD");
  EXPECT_EQ(accepted({"B", "8", 0.9, 0.55}, true), u"\uFFFD");
  EXPECT_EQ(accepted({"811.61", "811.61", 0.99, 0.99}, true), u"811.61");
  EXPECT_EQ(accepted({"1,234", "1,234", 0.99, 0.99}, true), u"1,234");
}

TEST(Geometry, ASpeckBesideADigitIsNoPartOfANumber) {
  for (const char* number : {"0.", ".5", "0,", "1,23", "12,34", "1.2.3", "3-", "/"})
    EXPECT_EQ(accepted({std::string(number) + "'", number, 0.99, 0.99}, true), u"\uFFFD") << number;
}

TEST(Geometry, TakesTextAsItIs) {
  EXPECT_EQ(accepted({"丶总计", "", 0.4, 0}, true), u"、总计");
  EXPECT_EQ(accepted({"二～主动公开", "", 0.9, 0}, false), u"二、主动公开");
  EXPECT_EQ(accepted({"1.属于国家秘密", "1.", 0.99, 0.9}, true), u"1.属于国家秘密");
  EXPECT_EQ(accepted({"—", "-", 0.9, 0.9}, true), u"—");
  EXPECT_EQ(accepted({"0479-4528287", "0479-4528287", 0.9, 0.5}, false), u"0479-4528287");
}

TEST(PrintedLabels, TakeTheNearestLabelOfTheForms) {
  EXPECT_EQ(as_printed(u"自然"), u"自然人");
  EXPECT_EQ(as_printed(u"5.属于三类内部事务信患"), u"5.属于三类内部事务信息");
  EXPECT_EQ(as_printed(u"结巢纠正"), u"结果纠正");
}

TEST(PrintedLabels, LeaveWhatIsLikeNoneOrMoreThanOne) {
  for (const std::u16string_view text : {u"棠溪区财政局", u"结果", u"人", u"（）不予公开处理情况说明"})
    EXPECT_EQ(as_printed(text), text);
}

TEST(PicturePages, AreTheOnesWithoutText) {
  const std::string geometry =
      "NBPDF1\nP 100 100\nI 0 0 100 90\nT 1 1 2 2 1\nP 100 100\nI 0 0 100 40\nP 100 100\nI 0 0 100 100\n"
      "T 1 1 2 2 a\nT 1 1 2 2 b\nT 1 1 2 2 c\nT 1 1 2 2 d\nT 1 1 2 2 e\nT 1 1 2 2 f\n";
  const auto pages = pages_of(geometry);
  ASSERT_EQ(pages.size(), 3u);
  EXPECT_TRUE(pages[0].picture);
  EXPECT_FALSE(pages[1].picture);
  EXPECT_FALSE(pages[2].picture);
  EXPECT_EQ(pages[1].records, "P 100 100\nI 0 0 100 40\n");
  EXPECT_TRUE(pages_of("NBPDF1\nE damaged\n").empty());
}

}  // namespace
}  // namespace nianbao::scan
