#include "base/nearest.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

const std::vector<std::string_view> names = {"--date",     "--disable", "--out",
                                             "--previous", "--year",    "withText"};

TEST(Nearest, IsTheNameOfTheFewestChanges) {
  EXPECT_EQ(nearest("--yeer", names), "--year");   // changed
  EXPECT_EQ(nearest("--yer", names), "--year");    // left out
  EXPECT_EQ(nearest("--years", names), "--year");  // put in
  EXPECT_EQ(nearest("--yaer", names), "--year");   // swapped
  EXPECT_EQ(nearest("with-text", names), "withText");
  EXPECT_EQ(nearest("--year", names), "--year");
}

TEST(Nearest, ABeginningIsNear) {
  EXPECT_EQ(nearest("--prev", names), "--previous");
  EXPECT_EQ(nearest("--output", names), "--out");
  EXPECT_EQ(nearest("--p", names), "");
}

TEST(Nearest, AnotherWordIsNone) {
  EXPECT_EQ(nearest("--colour", names), "");
  EXPECT_EQ(nearest("--yonder", names), "");
  EXPECT_EQ(nearest("-x", names), "");
  EXPECT_EQ(nearest("", names), "");
  EXPECT_EQ(nearest(std::string(1000000, '-'), names), "");
  EXPECT_EQ(nearest("--year", {}), "");
}

TEST(Nearest, TheFirstOfEquals) { EXPECT_EQ(nearest("cat", {"bat", "car", "cut"}), "bat"); }

}  // namespace
}  // namespace nianbao
