// A picture of a page to what can be read of it: its tables, and its lines of text as small pictures for a
// recogniser.
#pragma once

#include <vector>

#include "input/picture_fault.h"
#include "scan/bitmap.h"
#include "scan/lines.h"
#include "scan/quality.h"
#include "scan/tables.h"

namespace nianbao::scan {

struct CutPage {
  Grey page;  // as its lines are cut from it: ink on white paper, level; to be shown beside what was read
  double character = 0;  // the size of most characters, in pixels
  PictureQuality quality;
  bool blank = true;  // hardly any ink
  std::vector<RuledTable> tables;
  std::vector<Crop> crops;
  std::vector<PictureFault> faults;  // once it has been read
};

// Cells that hold a number, `is_number` of the crops, and something else, where its rows and columns keep
// them apart: the rules between them are gone, and come back.
void split_cells(CutPage& page, const std::vector<bool>& is_number);

// `picture`: the page with its lines from left to right; see turned(). Cost: linear in the pixels.
CutPage cut_page(const Picture& picture);

}  // namespace nianbao::scan
