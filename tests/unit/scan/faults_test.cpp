#include "scan/faults.h"

#include <gtest/gtest.h>

#include "canvas.h"
#include "scan/read_page.h"

namespace nianbao::scan {
namespace {

using Faults = std::vector<PictureFault>;

constexpr int size = 30;  // of a character

// A table between lines of text.
Picture page() {
  Canvas out(900, 1000);
  for (int i = 0; i < 4; ++i) out.text(100, 80 + 50 * i, size, 20);
  for (int r = 0; r <= 6; ++r) out.level(100, 802, 400 + 60 * r);
  for (int c = 0; c <= 5; ++c) out.upright(100 + 140 * c, 400, 762);
  for (int r = 0; r < 6; ++r)
    for (int c = 0; c < 5; ++c) out.text(140 + 140 * c, 415 + 60 * r, size, 2);
  for (int i = 0; i < 3; ++i) out.text(100, 800 + 50 * i, size, 20);
  return out.picture();
}

Reading text(double certainty) { return {"公开信息", "", certainty, 0}; }
Reading number(double certainty) { return {"12", "12", certainty, certainty}; }

Faults faults(const Picture& picture, const Reading& reading) {
  const CutPage cut = cut_page(picture);
  return faults_of(cut, std::vector<Reading>(cut.crops.size(), reading));
}

TEST(Faults, AWellReadPageHasNone) {
  EXPECT_EQ(faults(page(), text(0.95)), Faults{});
  EXPECT_EQ(faults(dimmed(page(), 25), text(0.95)), Faults{});
  EXPECT_EQ(faults(blurred(page(), 3), text(0.95)), Faults{});
}

TEST(Faults, SaysWhyAPageIsPoorlyRead) {
  EXPECT_EQ(faults(page(), text(0.4)), Faults{PictureFault::illegible});
  EXPECT_EQ(faults(dimmed(page(), 25), text(0.4)), Faults{PictureFault::dark});
  EXPECT_EQ(faults(dimmed(page(), 60), text(0.4)), Faults{PictureFault::illegible});
  EXPECT_EQ(faults(blurred(page(), 3), text(0.4)), Faults{PictureFault::blurred});
}

TEST(Faults, NumbersThatAreUncertainMakeAPagePoor) {
  const CutPage cut = cut_page(page());
  std::vector<Reading> readings;
  for (const Crop& crop : cut.crops) readings.push_back(crop.cell < 0 ? text(0.95) : number(0.5));
  EXPECT_EQ(faults_of(cut, readings), Faults{PictureFault::illegible});
}

TEST(Faults, APictureOfSomethingElseHasNoText) {
  Canvas canvas(800, 800, {180, 170, 160});
  canvas.fill({100, 100, 500, 400}, {90, 60, 30});
  canvas.fill({300, 350, 700, 700}, {20, 90, 40});
  EXPECT_EQ(faults(canvas.picture(), text(0.3)), Faults{PictureFault::no_text});
}

TEST(Faults, ABlankPageHasNone) {
  EXPECT_EQ(faults(Canvas(800, 1000).picture(), text(0.3)), Faults{});
  EXPECT_EQ(faults(Canvas(800, 1000, {20, 20, 20}).picture(), text(0.3)), Faults{PictureFault::dark});
}

TEST(Faults, ATableOrTextThatRunsOutOfThePictureIsCut) {
  for (const Area& part :
       {Area{0, 0, 500, 1000}, Area{400, 0, 900, 1000}, Area{0, 0, 900, 620}, Area{0, 500, 900, 1000}}) {
    SCOPED_TRACE(part.left + part.top + part.right + part.bottom);
    EXPECT_EQ(faults(cropped(page(), part), text(0.95)), Faults{PictureFault::cut});
  }
}

TEST(Faults, StreaksOfAScannerAreNoCut) {
  Canvas canvas(900, 1000);
  for (int i = 0; i < 8; ++i) canvas.text(100, 80 + 50 * i, size, 20);
  for (int i = 0; i < 6; ++i) canvas.upright(30 + 150 * i, 0, 1000);
  EXPECT_EQ(faults(canvas.picture(), text(0.95)), Faults{});
}

TEST(Faults, NoiseIsNoText) {
  EXPECT_TRUE(nothing_read({text(0.5), number(0.99)}));
  EXPECT_TRUE(nothing_read({}));
  EXPECT_FALSE(nothing_read({text(0.9), text(0.9)}));
}

}  // namespace
}  // namespace nianbao::scan
