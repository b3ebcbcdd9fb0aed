#include "scan/blobs.h"

#include <algorithm>

#include "base/sorting.h"
#include "scan/sets.h"

namespace nianbao::scan {
Blobs joined_runs(std::vector<Run> runs, int gap) {
  Sets sets(runs.size());
  std::size_t above = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    while (above < i && (runs[above].y < runs[i].y - 1 ||
                         (runs[above].y == runs[i].y - 1 && runs[above].end + gap < runs[i].begin)))
      ++above;
    for (std::size_t j = above; j < i && runs[j].y == runs[i].y - 1 && runs[j].begin <= runs[i].end + gap;
         ++j)
      if (runs[j].end + gap >= runs[i].begin) sets.join(i, j);
  }
  Blobs out;
  std::vector<std::uint32_t> number(runs.size());
  for (std::uint32_t i = 0; i < runs.size(); ++i) {
    const std::size_t root = sets.find(i);
    const Area area{runs[i].begin, runs[i].y, runs[i].end, runs[i].y + 1};
    if (root == i) {
      number[i] = static_cast<std::uint32_t>(out.blobs.size());
      out.blobs.push_back({area, 0});
    }
    Blob& blob = out.blobs[number[root]];
    runs[i].blob = number[root];
    blob.area = joined(blob.area, area);
    blob.ink += area.width();
  }
  out.runs = std::move(runs);
  return out;
}

Blobs find_blobs(const Grey& grey, int level) {
  std::vector<Run> runs;
  for (int y = 0; y < grey.height; ++y) {
    const std::uint8_t* row = grey.row(y);
    for (int x = 0; x < grey.width; ++x) {
      if (row[x] >= level) continue;
      const int begin = x;
      while (x < grey.width && row[x] < level) ++x;
      runs.push_back({y, begin, x, 0});
    }
  }
  return joined_runs(std::move(runs), 0);
}

double character_size(const std::vector<Blob>& blobs, int page_width) {
  constexpr int smallest = 6;                // pixels: less is a speck, and no reader could tell what it is
  constexpr double room = 1.12;              // a character fills about nine tenths of its square
  std::vector<std::pair<int, int>> heights;  // with the ink, by which characters outweigh their own parts
  std::int64_t ink = 0, below = 0;
  for (const Blob& blob : blobs) {
    const int height = blob.area.height(), width = blob.area.width();
    if (height < smallest || height > page_width / 12 || width > 3 * height || height > 5 * width) continue;
    heights.emplace_back(height, blob.ink);
    ink += blob.ink;
  }
  sort_by(heights, [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [height, part] : heights)
    if ((below += part) * 2 >= ink) return room * height;
  return 0;
}

}  // namespace nianbao::scan
