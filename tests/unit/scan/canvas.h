// Pages drawn for the tests of core/scan.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "scan/bitmap.h"

namespace nianbao::scan {

struct Colour {
  std::uint8_t red, green, blue;
};
constexpr Colour black{0, 0, 0}, white{255, 255, 255}, seal_red{215, 40, 45};

class Canvas {
 public:
  Canvas(int width, int height, Colour ground = white)
      : picture_{width, height,
                 std::vector<std::uint8_t>(std::size_t{3} * static_cast<std::size_t>(width * height))} {
    fill({0, 0, width, height}, ground);
  }

  void fill(const Area& area, Colour colour = black) {
    for (int y = std::max(area.top, 0); y < std::min(area.bottom, picture_.height); ++y)
      for (int x = std::max(area.left, 0); x < std::min(area.right, picture_.width); ++x) set(x, y, colour);
  }

  // The outline of a character that fills its square, with a stroke in the lower half: an upside-down one
  // differs.
  void character(int left, int top, int size, Colour colour = black) {
    const int stroke = std::max(2, size / 9), end = size * 9 / 10;
    fill({left, top, left + end, top + stroke}, colour);
    fill({left, top + end - stroke, left + end, top + end}, colour);
    fill({left, top, left + stroke, top + end}, colour);
    fill({left + end - stroke, top, left + end, top + end}, colour);
    fill({left, top + end * 2 / 3, left + end, top + end}, colour);
  }

  void text(int left, int top, int size, int count) {
    for (int i = 0; i < count; ++i) character(left + i * size, top, size);
  }

  // A level rule of 2 pixels; of every `period` pixels the first `drawn` are there.
  void level(int left, int right, int y, int drawn = 1, int period = 1) {
    for (int x = left; x < right; ++x)
      if ((x + y) % period < drawn) fill({x, y, x + 1, y + 2});
  }
  void upright(int x, int top, int bottom, int drawn = 1, int period = 1) {
    for (int y = top; y < bottom; ++y)
      if ((x + y) % period < drawn) fill({x, y, x + 2, y + 1});
  }

  const Picture& picture() const { return picture_; }

  // Everything sinks by `tangent` to the right, and to the left on the way down, as a turned sheet does.
  Picture slanted(double tangent) const {
    Picture out = Canvas(picture_.width, picture_.height).picture_;
    for (int y = 0; y < out.height; ++y)
      for (int x = 0; x < out.width; ++x) {
        const int from_y = static_cast<int>(std::lround(y - tangent * (x - out.width / 2.0)));
        const int from_x = static_cast<int>(std::lround(x + tangent * (y - out.height / 2.0)));
        if (from_x < 0 || from_y < 0 || from_x >= out.width || from_y >= out.height) continue;
        std::copy_n(picture_.rgb.begin() + at(from_x, from_y), 3, out.rgb.begin() + at(x, y));
      }
    return out;
  }

 private:
  std::ptrdiff_t at(int x, int y) const {
    return std::ptrdiff_t{3} * (std::ptrdiff_t{y} * picture_.width + x);
  }
  void set(int x, int y, Colour colour) {
    const auto i = static_cast<std::size_t>(at(x, y));
    picture_.rgb[i] = colour.red, picture_.rgb[i + 1] = colour.green, picture_.rgb[i + 2] = colour.blue;
  }
  Picture picture_;
};

// --- what goes wrong when a picture is taken ---------------------------------------------------------------

inline Picture dimmed(Picture picture, int per_cent) {
  for (std::uint8_t& value : picture.rgb) value = static_cast<std::uint8_t>(value * per_cent / 100);
  return picture;
}

inline Picture cropped(const Picture& picture, const Area& area) {
  Picture out{area.width(), area.height(), {}};
  for (int y = area.top; y < area.bottom; ++y) {
    const auto from =
        picture.rgb.begin() + std::ptrdiff_t{3} * (std::ptrdiff_t{y} * picture.width + area.left);
    out.rgb.insert(out.rgb.end(), from, from + std::ptrdiff_t{3} * area.width());
  }
  return out;
}

// The mean of the pixels up to `reach` away, to the left and right and then above and below, twice: nearly
// what a lens out of focus makes. Of pictures without colour.
inline Picture blurred(const Picture& picture, int reach) {
  Picture out = picture;
  for (int pass = 0; pass < 4; ++pass) {
    const Picture from = out;
    const int dx = pass % 2, dy = 1 - dx;
    for (int y = 0; y < out.height; ++y)
      for (int x = 0; x < out.width; ++x) {
        int sum = 0;
        for (int i = -reach; i <= reach; ++i) {
          const int at_x = std::clamp(x + i * dx, 0, out.width - 1),
                    at_y = std::clamp(y + i * dy, 0, out.height - 1);
          sum += from.rgb[std::size_t{3} * static_cast<std::size_t>(at_y * out.width + at_x)];
        }
        const auto mean = static_cast<std::uint8_t>(sum / (2 * reach + 1));
        std::fill_n(out.rgb.begin() + std::ptrdiff_t{3} * (std::ptrdiff_t{y} * out.width + x), 3, mean);
      }
  }
  return out;
}

}  // namespace nianbao::scan
