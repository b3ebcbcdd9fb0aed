// Which pages of laid-out geometry (input/pdf_geometry.h) are pictures and nothing else, and the same with
// something else there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::scan {

struct GeometryPage {
  std::string_view records;  // from P on
  double width = 0;          // in points
  bool picture = false;      // a picture covers most of it and hardly a character stands on it
};

// Empty where the geometry tells of a failure. Cost: linear.
std::vector<GeometryPage> pages_of(std::string_view geometry);

}  // namespace nianbao::scan
