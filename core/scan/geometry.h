// What was read of a page, as the small format of laid-out pages.
#pragma once

#include <string>
#include <vector>

#include "scan/page.h"

namespace nianbao::scan {

struct Reading;

// What is taken of a crop.
struct Taken {
  // a crop that cannot be read with certainty is a character of unknown meaning, never a guess
  std::u16string text;
  bool number = false;    // of a table, to be confirmed
  std::u16string second;  // another number that it may be
  bool confirmed = false;
};
std::vector<Taken> take(const CutPage& page, const std::vector<Reading>& readings);

// Records of input/pdf_geometry.h from P on; `scale`: points a pixel. Characters stand in the order of the
// crops, all but blanks.
std::string page_geometry(const CutPage& page, const std::vector<Taken>& taken, double scale);

// What is taken of a reading; of what stands in a cell and is no text only numbers that are certain, or a
// dash.
std::u16string accepted(const Reading& reading, bool in_cell);
// It is a number, read with certainty or not, and not text.
bool is_of_number(const Reading& reading);

}  // namespace nianbao::scan
