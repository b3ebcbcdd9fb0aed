// Ink that hangs together.
#pragma once

#include "scan/bitmap.h"

namespace nianbao::scan {

struct Run {
  int y, begin, end;  // half-open
  std::uint32_t blob;
};

struct Blob {
  Area area;
  int ink = 0;  // pixels
};

struct Blobs {
  std::vector<Run> runs;  // by row, then from the left
  std::vector<Blob> blobs;
};

// Pixels darker than the level, those that touch at a corner included. Cost: linear, nearly.
Blobs find_blobs(const Grey& grey, int level);
// Of given runs, sorted by row and from the left; `gap` pixels between two runs of neighbouring rows still
// hang together.
Blobs joined_runs(std::vector<Run> runs, int gap);

// The size of most of the characters in pixels: as high as a Chinese character with the room around it. 0:
// there are none.
double character_size(const std::vector<Blob>& blobs, int page_width);

}  // namespace nianbao::scan
