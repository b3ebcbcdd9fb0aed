#include "scan/page.h"

#include <gtest/gtest.h>

#include "canvas.h"
#include "scan/paper.h"
#include "scan/upright.h"

namespace nianbao::scan {
namespace {

constexpr int size = 30;  // of a character

// Three rows and four columns; the first two cells of the first row are one.
struct TableOf12 {
  int left = 120, top = 200, width = 180, height = 60;
  int drawn = 1, period = 1;  // of broken rules

  Canvas canvas(int page_width = 1000, int page_height = 1000) const {
    Canvas out(page_width, page_height);
    for (int r = 0; r <= 3; ++r) out.level(left, left + 4 * width + 2, top + r * height, drawn, period);
    for (int c = 0; c <= 4; ++c)
      out.upright(left + c * width, top + (c == 1 ? height : 0), top + 3 * height, drawn, period);
    for (int r = 0; r < 3; ++r)
      for (int c = 0; c < 4; ++c)
        if (r > 0 || c > 1) out.text(left + c * width + 60, top + r * height + 15, size, 2);
    out.text(left + width - 2 * size, top + 15, size, 4);
    return out;
  }
};

void expect_twelve(const CutPage& page) {
  ASSERT_EQ(page.tables.size(), 1u);
  const RuledTable& table = page.tables[0];
  EXPECT_EQ(table.rows.size(), 4u);
  EXPECT_EQ(table.columns.size(), 5u);
  ASSERT_EQ(table.cells.size(), 11u);
  EXPECT_EQ(table.cells[0].columns, 2);
  EXPECT_EQ(page.crops.size(), 11u);
  for (std::size_t i = 0; i < page.crops.size(); ++i) EXPECT_EQ(page.crops[i].cell, static_cast<int>(i));
}

TEST(Page, CutsTheCellsOfATable) { expect_twelve(cut_page(TableOf12{}.canvas().picture())); }

TEST(Page, JoinsBrokenRules) {
  TableOf12 table;
  table.drawn = 90, table.period = 120;
  expect_twelve(cut_page(table.canvas().picture()));
}

TEST(Page, MakesASlantedPageLevel) {
  for (const double tangent : {-0.04, 0.015, 0.06}) {
    const CutPage page = cut_page(TableOf12{}.canvas().slanted(tangent));
    SCOPED_TRACE(tangent);
    expect_twelve(page);
    for (const Level& row : page.tables[0].rows) EXPECT_NEAR(row.slope, 0, 0.002);
  }
}

TEST(Page, LeavesSpecksOutAndKeepsPoints) {
  Canvas canvas = TableOf12{}.canvas();
  canvas.fill({140, 270, 143, 273});  // far from the text of its cell
  canvas.fill({242, 297, 246, 301});  // at the foot of the line
  const CutPage page = cut_page(canvas.picture());
  expect_twelve(page);
  EXPECT_GE(page.crops[3].place.left, 175);
  EXPECT_EQ(page.crops[3].place.right, 246);
}

// A slender 1, or a piece of a rule: which of them it is, the stroke does not tell.
TEST(Page, ACellWithAStrokeInItIsNotBlank) {
  Canvas canvas(1000, 1000);
  TableOf12 table;
  for (int r = 0; r <= 3; ++r) canvas.level(table.left, table.left + 722, table.top + 60 * r);
  for (int c = 0; c <= 4; ++c) canvas.upright(table.left + 180 * c, table.top, table.top + 180);
  for (int c = 0; c < 4; ++c) canvas.text(table.left + 180 * c + 60, table.top + 15, size, 2);
  canvas.fill({210, 278, 213, 303});
  const CutPage page = cut_page(canvas.picture());
  ASSERT_EQ(page.crops.size(), 5u);
  EXPECT_EQ(page.crops[4].cell, 4);
}

TEST(Page, DropsTheSealAndKeepsWhatIsUnderIt) {
  Canvas canvas = TableOf12{}.canvas();
  constexpr int radius = 130, x = 500, y = 300;
  for (int degree = 0; degree < 3600; ++degree) {
    const double angle = degree * 3.14159265 / 1800;
    const int at_x = x + static_cast<int>(radius * std::cos(angle)),
              at_y = y + static_cast<int>(radius * std::sin(angle));
    for (int dx = -4; dx < 4; ++dx)
      for (int dy = -4; dy < 4; ++dy) {
        const std::size_t pixel = 3 * static_cast<std::size_t>((at_y + dy) * 1000 + at_x + dx);
        if (canvas.picture().rgb[pixel + 1] > 128)
          canvas.fill({at_x + dx, at_y + dy, at_x + dx + 1, at_y + dy + 1}, seal_red);
      }
  }
  expect_twelve(cut_page(canvas.picture()));
}

TEST(Page, CutsLinesOutsideOfTables) {
  Canvas canvas = TableOf12{}.canvas();
  canvas.text(100, 600, size, 20);
  canvas.text(100, 650, size, 12);
  const CutPage page = cut_page(canvas.picture());
  ASSERT_EQ(page.crops.size(), 13u);
  EXPECT_EQ(page.crops[11].cell, -1);
  EXPECT_NEAR(page.crops[11].place.top, 600, 2);
  EXPECT_NEAR(page.crops[12].place.width(), 12 * size, 8);
  EXPECT_EQ(page.crops[12].picture.height, crop_height);
}

TEST(Page, AnEmptyOrDarkPageHasNothing) {
  EXPECT_TRUE(cut_page(Canvas(300, 400).picture()).crops.empty());
  EXPECT_TRUE(cut_page(Canvas(300, 400, {20, 20, 20}).picture()).crops.empty());
  EXPECT_TRUE(cut_page(Picture{}).crops.empty());
}

TEST(Paper, EvensOutShadowAndTakesTheDeskAway) {
  Canvas canvas(640, 640, {40, 40, 45});
  canvas.fill({80, 80, 320, 560}, {210, 205, 190});
  canvas.fill({320, 80, 560, 560}, {130, 127, 118});
  canvas.fill({200, 300, 230, 304});
  canvas.fill({450, 300, 480, 304});
  const Grey paper_of = on_white_paper(canvas.picture());
  EXPECT_GT(paper_of.at(10, 10), 240);
  EXPECT_GT(paper_of.at(200, 200), 230);
  EXPECT_GT(paper_of.at(480, 200), 230);
  EXPECT_LT(paper_of.at(215, 302), 30);
  EXPECT_LT(paper_of.at(465, 302), 30);
}

TEST(Paper, KeepsWhatIsPrintedInADeepShadow) {
  Canvas canvas(640, 640, {220, 220, 220});
  canvas.fill({320, 0, 640, 640}, {60, 60, 60});
  for (int y = 40; y < 600; y += 20) canvas.fill({360, y, 600, y + 3});
  EXPECT_LT(on_white_paper(canvas.picture()).at(480, 41), 30);
}

TEST(Upright, MeasuresTheSlant) {
  for (const double tangent : {-0.1, -0.02, 0.0, 0.05})
    EXPECT_NEAR(slant(on_white_paper(TableOf12{}.canvas().slanted(tangent))), tangent, 0.004);
}

TEST(Bitmap, TurnsByQuarters) {
  Canvas canvas(3, 2);
  canvas.fill({0, 0, 1, 1});
  const Picture once = turned(canvas.picture(), 1);
  EXPECT_EQ(once.width, 2);
  EXPECT_EQ(once.rgb[3], 0);
  EXPECT_EQ(turned(once, 3).rgb, canvas.picture().rgb);
}

}  // namespace
}  // namespace nianbao::scan
