// A page made level: turned a little, and what a camera's slant or a sheet that is not flat bends made
// straight.
#pragma once

#include "scan/bitmap.h"

namespace nianbao::scan {

// Of a page whose lines run from left to right, or right to left upside down. `character`: its size in
// pixels.
Grey levelled(const Grey& page, double character);

// For tests: the angle of the lines of text and of the rules, as the tangent; positive: they sink to the
// right.
double slant(const Grey& page);

}  // namespace nianbao::scan
