// What the styles of a workbook say about its cells: the number format, and whether lines are drawn around
// them.
#pragma once

#include <string>
#include <vector>

#include "input/xml.h"

namespace nianbao {

struct SheetStyle {
  std::u16string format;  // of numbers; empty: General
  bool ruled = false;     // lines on two sides at least: one alone is an underline
};

// By the number that cells name. `root` may be none.
std::vector<SheetStyle> read_sheet_styles(pugi::xml_node root);

}  // namespace nianbao
