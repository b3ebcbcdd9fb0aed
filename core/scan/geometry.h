// What was read of a page, as the small format of laid-out pages.
#pragma once

#include <string>
#include <vector>

#include "scan/page.h"

namespace nianbao::scan {

struct Reading;

// Records of input/pdf_geometry.h from P on; `scale`: points a pixel. A crop that cannot be read with
// certainty becomes characters of unknown meaning, never a guess.
std::string page_geometry(const CutPage& page, const std::vector<Reading>& readings, double scale);

// What is taken of a reading; of what stands in a cell and is no text only numbers that are certain, or a
// dash.
std::u16string accepted(const Reading& reading, bool in_cell);
// It is a number, read with certainty or not, and not text.
bool is_of_number(const Reading& reading);

}  // namespace nianbao::scan
