// A picture of a page as ink on white paper: light and shadow evened out, red ink of seals dropped, the desk
// around a photographed sheet gone.
#pragma once

#include "scan/bitmap.h"

namespace nianbao::scan {

// Cost: linear.
Grey on_white_paper(const Picture& picture);

}  // namespace nianbao::scan
