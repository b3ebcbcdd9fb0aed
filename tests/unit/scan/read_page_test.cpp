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

PageReader read_all(Picture picture, const Reading& reading) {
  PageReader reader(std::move(picture), 595);
  while (!reader.wanted().empty()) reader.give(std::vector<Reading>(reader.wanted().size(), reading));
  return reader;
}

TEST(ReadPage, TellsOfWhatCannotBeReadAndTakesNothingOfIt) {
  const std::string geometry = read_all(lines().picture(), {"丨囗彐", "1", 0.3, 0.99}).geometry();
  EXPECT_EQ(geometry.substr(geometry.find('\n') + 1), "S 0 illegible\nI 0.00 0.00 595.00 765.00\n");
}

// A table whose right half is not in the picture.
TEST(ReadPage, NumbersAtTheEdgeOfACutPictureAreNotTaken) {
  Canvas canvas(700, 700);
  for (int r = 0; r <= 6; ++r) canvas.level(100, 700, 100 + 60 * r);
  for (int c = 0; c <= 3; ++c) canvas.upright(100 + 160 * c, 100, 462);
  for (int r = 0; r < 6; ++r) {
    for (int c = 0; c < 3; ++c) canvas.text(140 + 160 * c, 115 + 60 * r, 30, 2);
    canvas.text(640, 115 + 60 * r, 30, 2);
  }
  PageReader reader = read_all(canvas.picture(), {"公开信息", "", 0.95, 0});
  const auto taken =
      take(reader.page(), std::vector<Reading>(reader.page().crops.size(), {"12", "12", 0.99, 0.99}));
  std::size_t unread = 0;
  for (std::size_t i = 0; i < taken.size(); ++i) {
    const bool at_edge = reader.page().crops[i].place.right > 670;
    EXPECT_EQ(taken[i].text == u"\uFFFD", at_edge) << i;
    unread += at_edge;
  }
  EXPECT_EQ(unread, 6u);
}

TEST(Geometry, CarriesSecondReadingsOfNumbers) {
  Canvas canvas(700, 500);
  for (int r = 0; r <= 2; ++r) canvas.level(100, 422, 100 + 60 * r);
  for (int c = 0; c <= 2; ++c) canvas.upright(100 + 160 * c, 100, 222);
  for (int r = 0; r < 2; ++r)
    for (int c = 0; c < 2; ++c) canvas.text(140 + 160 * c, 115 + 60 * r, 30, 2);
  const CutPage page = cut_page(canvas.picture());
  ASSERT_EQ(page.crops.size(), 4u);
  Reading doubtful{"12", "12", 0.99, 0.95}, unsure = doubtful, confirmed = doubtful;
  doubtful.second = unsure.second = confirmed.second = "17";
  unsure.certainty = unsure.number_certainty = 0.5;
  confirmed.confirmed = true;
  const auto taken = take(page, {doubtful, {"34", "34", 0.99, 0.99}, unsure, confirmed});
  EXPECT_EQ(taken[0].second, u"17");
  for (std::size_t i : {1u, 2u, 3u}) EXPECT_TRUE(taken[i].second.empty()) << i;
  const std::string geometry = page_geometry(page, taken, 1);
  EXPECT_NE(geometry.find(" 2\nA 2 17\nT "), std::string::npos) << geometry;
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
