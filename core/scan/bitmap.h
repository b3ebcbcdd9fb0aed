// Pictures of pages as plain values. Rows from the top, no padding.
#pragma once

#include <cstdint>
#include <vector>

namespace nianbao::scan {

struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;  // three bytes a pixel
};

// One byte a pixel: 0 is ink, 255 paper.
struct Grey {
  int width = 0, height = 0;
  std::vector<std::uint8_t> bytes;

  Grey() = default;
  Grey(int w, int h, std::uint8_t fill = 255)
      : width(w), height(h), bytes(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), fill) {}
  std::uint8_t* row(int y) {
    return bytes.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  }
  const std::uint8_t* row(int y) const {
    return bytes.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  }
  std::uint8_t at(int x, int y) const { return row(y)[x]; }
  bool holds(int x, int y) const { return x >= 0 && y >= 0 && x < width && y < height; }
};

constexpr std::uint8_t paper = 255;

// Half-open, in pixels.
struct Area {
  int left = 0, top = 0, right = 0, bottom = 0;
  int width() const { return right - left; }
  int height() const { return bottom - top; }
  int middle_x() const { return (left + right) / 2; }
  int middle_y() const { return (top + bottom) / 2; }
  bool holds(int x, int y) const { return left <= x && x < right && top <= y && y < bottom; }
};

Area joined(const Area& a, const Area& b);

// Turned clockwise by so many quarters.
Picture turned(const Picture& picture, int quarters);
Grey turned(const Grey& grey, int quarters);
// Rows for columns.
Grey transposed(const Grey& grey);
// Smaller by a whole number: the mean of its squares.
Grey reduced(const Grey& grey, int by);

}  // namespace nianbao::scan
