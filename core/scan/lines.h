// Lines of text of a levelled page, cut closely.
#pragma once

#include <vector>

#include "scan/blobs.h"
#include "scan/tables.h"

namespace nianbao::scan {

constexpr int crop_height = 48;  // what the recogniser takes

// Characters in one line: their place on the page, and their picture with all else taken away.
struct Crop {
  Area place;
  double size = 0;  // of its characters in pixels of the page
  int table = -1;   // in which it stands, or -1
  int cell = -1;    // index into its cells
  Grey picture;     // crop_height high
};

// The ink of the rules at the edges of the cells becomes paper.
void erase_rules(Grey& page, const std::vector<RuledTable>& tables);

// `page` with the rules erased. Table by table and cell by cell, then the text around, each from the top.
std::vector<Crop> cut_lines(const Grey& page, const std::vector<RuledTable>& tables, double character);

}  // namespace nianbao::scan
