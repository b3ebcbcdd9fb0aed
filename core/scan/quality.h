// What a picture of a page is like, as far as it decides how well it can be read.
#pragma once

#include "scan/bitmap.h"

namespace nianbao::scan {

struct PictureQuality {
  double light = 255;  // of its paper, from 0 to 255
  double edge = 0;     // how wide the edges of strokes are, as a share of a character; 0: nothing has an edge
  struct Sides {
    bool top = false, left = false, bottom = false, right = false;
    bool any() const { return top || left || bottom || right; }
  } cut;  // where rules or lines of text run out of the picture
};

// `on_paper`: the picture as on_white_paper() makes it; `character`: the size of most characters, 0 where
// there are none. Cost: linear in the pixels.
PictureQuality quality_of(const Picture& picture, const Grey& on_paper, double character);

}  // namespace nianbao::scan
