// Requests and what became of them over the years, of one body or of all together, as a table and as a
// picture.
#pragma once

#include "desk/desk.h"

namespace nianbao {

struct Trend {
  struct Line {
    std::u16string name;
    std::vector<CellFigure> values;  // by year; nothing where it was not read of every body
  };
  std::vector<int> years;
  std::vector<std::size_t> bodies;  // that are added up, by year
  std::vector<Line> lines;          // new requests first, then the outcomes in the order of the form
};

// `body`: as its reports have it; empty: all. `parent`: the name of the county, whose own reports are not
// added. Years of which no report counts are left out.
Trend trend(const std::vector<Handed>& reports, std::u16string_view body, std::u16string_view parent);

std::string trend_svg(const Trend& trend, std::u16string_view title, Language language);

}  // namespace nianbao
