#include "scan/bitmap.h"

#include <algorithm>
#include <utility>

namespace nianbao::scan {
namespace {

// Where the pixel (x, y) of a picture turned by quarters comes from in one of width by height.
std::pair<int, int> source_of(int x, int y, int quarters, int width, int height) {
  switch (quarters & 3) {
    case 1: return {y, height - 1 - x};
    case 2: return {width - 1 - x, height - 1 - y};
    case 3: return {width - 1 - y, x};
    default: return {x, y};
  }
}

}  // namespace

Area joined(const Area& a, const Area& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

Picture turned(const Picture& picture, int quarters) {
  const bool across = (quarters & 1) != 0;
  Picture out{across ? picture.height : picture.width, across ? picture.width : picture.height, {}};
  out.rgb.resize(picture.rgb.size());
  std::uint8_t* to = out.rgb.data();
  for (int y = 0; y < out.height; ++y)
    for (int x = 0; x < out.width; ++x, to += 3) {
      const auto [from_x, from_y] = source_of(x, y, quarters, picture.width, picture.height);
      const std::size_t pixel = static_cast<std::size_t>(from_y) * static_cast<std::size_t>(picture.width) +
                                static_cast<std::size_t>(from_x);
      std::copy_n(picture.rgb.data() + 3 * pixel, 3, to);
    }
  return out;
}

Grey turned(const Grey& grey, int quarters) {
  const bool across = (quarters & 1) != 0;
  Grey out(across ? grey.height : grey.width, across ? grey.width : grey.height);
  for (int y = 0; y < out.height; ++y)
    for (int x = 0; x < out.width; ++x) {
      const auto [from_x, from_y] = source_of(x, y, quarters, grey.width, grey.height);
      out.row(y)[x] = grey.at(from_x, from_y);
    }
  return out;
}

Grey transposed(const Grey& grey) {
  constexpr int tile = 32;  // both sides of it fit the cache
  Grey out(grey.height, grey.width);
  for (int top = 0; top < grey.height; top += tile)
    for (int left = 0; left < grey.width; left += tile)
      for (int y = top; y < std::min(top + tile, grey.height); ++y)
        for (int x = left; x < std::min(left + tile, grey.width); ++x) out.row(x)[y] = grey.at(x, y);
  return out;
}

Grey reduced(const Grey& grey, int by) {
  Grey out(grey.width / by, grey.height / by);
  for (int y = 0; y < out.height; ++y)
    for (int x = 0; x < out.width; ++x) {
      int sum = 0;
      for (int dy = 0; dy < by; ++dy)
        for (int dx = 0; dx < by; ++dx) sum += grey.at(x * by + dx, y * by + dy);
      out.row(y)[x] = static_cast<std::uint8_t>(sum / (by * by));
    }
  return out;
}

}  // namespace nianbao::scan
