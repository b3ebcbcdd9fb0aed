#include "desk/years.h"

#include <gtest/gtest.h>

#include "base/unicode.h"

namespace nianbao {
namespace {

Handed report(std::u16string agency, int year, int requests) {
  Handed out;
  out.file = "a.txt";
  out.agency = std::move(agency);
  out.year = year;
  out.form = &form_2021();
  out.whole = true;
  const std::vector<CellRef> cells = form_cells(form_2021());
  out.figures.assign(cells.size(), Decimal(0));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string id = cell_id(form_2021(), cells[i]);
    if (id == "requests.new_requests.total" || id == "requests.disclosed.total")
      out.figures[i] = Decimal(requests);
  }
  return out;
}

std::string told(const Trend& trend) {
  std::string out;
  for (std::size_t i = 0; i < trend.years.size(); ++i)
    out += std::to_string(trend.years[i]) + "（" + std::to_string(trend.bodies[i]) + "） ";
  for (const Trend::Line& line : trend.lines) {
    out += "\n" + to_utf8(line.name);
    for (const CellFigure& value : line.values)
      out += value ? " " + to_utf8(value->to_string()) : std::string(" -");
  }
  return out;
}

std::vector<Handed> several() {
  return {report(u"青禾县教育局", 2023, 3), report(u"青禾县教育局", 2024, 5),
          report(u"青禾县民政局", 2024, 7), report(u"青禾县人民政府", 2024, 12)};
}

TEST(Years, OfAllTogetherWithoutTheCounty) {
  const std::string all = told(trend(several(), {}, u"青禾县人民政府"));
  EXPECT_TRUE(all.starts_with("2023（1） 2024（2） \n本年新收 3 12\n（一）予以公开 3 12\n")) << all;
}

TEST(Years, OfOneBody) {
  const std::string own = told(trend(several(), u"青禾县教育局", {}));
  EXPECT_TRUE(own.starts_with("2023（1） 2024（1） \n本年新收 3 5\n")) << own;
}

TEST(Years, WhatWasNotReadIsNoNumber) {
  std::vector<Handed> reports = several();
  for (CellFigure& figure : reports[1].figures) figure.reset();
  const Trend all = trend(reports, {}, u"青禾县人民政府");
  EXPECT_TRUE(told(all).starts_with("2023（1） 2024（2） \n本年新收 3 -\n")) << told(all);
  EXPECT_NE(trend_svg(all, u"各单位合计", Language::chinese).find("2 个单位"), std::string::npos);
}

TEST(Years, ThePictureIsInTheUsersLanguage) {
  const Trend all = trend(several(), {}, u"青禾县人民政府");
  const std::string picture = trend_svg(all, u"<all>", Language::english);
  EXPECT_TRUE(picture.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
  EXPECT_NE(picture.find("&lt;all&gt;"), std::string::npos);
  EXPECT_NE(picture.find("2 bodies"), std::string::npos);
}

TEST(Years, NothingOfNothing) { EXPECT_EQ(told(trend({}, {}, {})), ""); }

}  // namespace
}  // namespace nianbao
