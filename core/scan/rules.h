// Ruling lines of a page: long thin level strokes of ink.
#pragma once

#include <vector>

#include "scan/bitmap.h"

namespace nianbao::scan {

// Level, or upright on a page whose rows and columns were exchanged.
struct Rule {
  double at = 0;     // y in the middle of it
  double slope = 0;  // by which y grows a pixel
  int begin = 0, end = 0;
  double thickness = 0;
  double ink = 0;  // its grey level, where it is darkest
  int length() const { return end - begin; }
  double middle() const { return (begin + end) / 2.0; }
  double at_x(double x) const { return at + slope * (x - middle()); }
};

// Those at least about two characters long. Cost: linear.
std::vector<Rule> level_rules(const Grey& grey, double character);

}  // namespace nianbao::scan
