#include "scan/paper.h"

#include <algorithm>
#include <array>

namespace nianbao::scan {
namespace {

using Histogram = std::array<std::uint32_t, 256>;

// The level that so many per cent of the counted pixels do not exceed.
int percentile(const Histogram& histogram, std::uint32_t percent) {
  std::uint64_t total = 0, sum = 0;
  for (std::uint32_t count : histogram) total += count;
  for (int level = 0; level < 256; ++level)
    if ((sum += histogram[static_cast<std::size_t>(level)]) * 100 >= total * percent) return level;
  return 255;
}

// What the paper is like in each of the three colours, where a lamp or a camera tints it.
std::array<int, 3> tint(const Picture& picture) {
  std::array<int, 3> out{};
  constexpr std::size_t step = 7;  // every seventh pixel tells as much
  for (std::size_t colour = 0; colour < 3; ++colour) {
    Histogram histogram{};
    for (std::size_t i = colour; i < picture.rgb.size(); i += 3 * step) ++histogram[picture.rgb[i]];
    constexpr std::uint32_t most_is_paper = 75;
    out[colour] = std::max(percentile(histogram, most_is_paper), 1);
  }
  return out;
}

// Brightness, but of red ink only what it reflects of red: on that channel a seal is hardly there and black stays black.
Grey without_red(const Picture& picture) {
  Grey out(picture.width, picture.height);
  const std::array<int, 3> white = tint(picture);
  const int brightest = std::max({white[0], white[1], white[2]});
  constexpr int clearly_red = 36;
  const std::uint8_t* from = picture.rgb.data();
  for (std::uint8_t& to : out.bytes) {
    const int red = from[0] * brightest / white[0], green = from[1] * brightest / white[1], blue = from[2] * brightest / white[2];
    const int light = (red * 77 + green * 151 + blue * 28) >> 8;
    to = static_cast<std::uint8_t>(std::clamp(red - std::max(green, blue) > clearly_red ? red : light, 0, 255));
    from += 3;
  }
  return out;
}

// The brightness of the paper, block by block.
class Lighting {
 public:
  explicit Lighting(const Grey& grey)
      : side_(std::max(12, std::min(grey.width, grey.height) / 64)),
        columns_((grey.width + side_ - 1) / side_),
        rows_((grey.height + side_ - 1) / side_) {
    measure(grey);
    find_desk();
    smooth();
  }

  int side() const { return side_; }
  bool on_desk(int x, int y) const { return desk_[index(x / side_, y / side_)] != 0; }

  // Between the middles of blocks in a straight line.
  int at(int x, int y) const {
    const int u = x * 16 / side_ - 8, v = y * 16 / side_ - 8;
    const int c = std::clamp(u >> 4, 0, std::max(columns_ - 2, 0)), r = std::clamp(v >> 4, 0, std::max(rows_ - 2, 0));
    const int c2 = std::min(c + 1, columns_ - 1), r2 = std::min(r + 1, rows_ - 1);
    const int a = std::clamp(u - c * 16, 0, 16), b = std::clamp(v - r * 16, 0, 16);
    const int top = light_[index(c, r)] * (16 - a) + light_[index(c2, r)] * a;
    const int bottom = light_[index(c, r2)] * (16 - a) + light_[index(c2, r2)] * a;
    return std::max((top * (16 - b) + bottom * b) >> 8, 1);
  }

 private:
  std::size_t index(int column, int row) const { return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column); }

  void measure(const Grey& grey) {
    light_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
    for (int r = 0; r < rows_; ++r)
      for (int c = 0; c < columns_; ++c) {
        Histogram histogram{};
        for (int y = r * side_; y < std::min((r + 1) * side_, grey.height); ++y)
          for (int x = c * side_; x < std::min((c + 1) * side_, grey.width); ++x) ++histogram[grey.at(x, y)];
        constexpr std::uint32_t paper_share = 85;  // some of a block is always paper, whatever is printed on it
        light_[index(c, r)] = percentile(histogram, paper_share);
      }
  }

  // Dark blocks that hang together with the edge of the picture.
  void find_desk() {
    std::vector<int> sorted = light_;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2), sorted.end());
    const int dark = sorted[sorted.size() / 2] * 45 / 100;
    desk_.assign(light_.size(), 0);
    std::vector<std::pair<int, int>> open;
    const auto visit = [&](int c, int r) {
      if (c < 0 || r < 0 || c >= columns_ || r >= rows_ || desk_[index(c, r)] != 0 || light_[index(c, r)] > dark) return;
      desk_[index(c, r)] = 1;
      open.emplace_back(c, r);
    };
    for (int c = 0; c < columns_; ++c) visit(c, 0), visit(c, rows_ - 1);
    for (int r = 0; r < rows_; ++r) visit(0, r), visit(columns_ - 1, r);
    while (!open.empty()) {
      const auto [c, r] = open.back();
      open.pop_back();
      visit(c - 1, r), visit(c + 1, r), visit(c, r - 1), visit(c, r + 1);
    }
    widen_desk();
  }

  // The edge of the sheet lies in the blocks beside those.
  void widen_desk() {
    const std::vector<std::uint8_t> inner = desk_;
    for (int r = 0; r < rows_; ++r)
      for (int c = 0; c < columns_; ++c)
        if (inner[index(c, r)] != 0)
          for (int y = std::max(r - 1, 0); y <= std::min(r + 1, rows_ - 1); ++y)
            for (int x = std::max(c - 1, 0); x <= std::min(c + 1, columns_ - 1); ++x) desk_[index(x, y)] = 1;
  }

  // A block full of ink takes the light of those around it.
  void smooth() {
    const std::vector<int> from = light_;
    for (int r = 0; r < rows_; ++r)
      for (int c = 0; c < columns_; ++c) {
        std::array<int, 9> around{};
        std::size_t count = 0;
        for (int y = std::max(r - 1, 0); y <= std::min(r + 1, rows_ - 1); ++y)
          for (int x = std::max(c - 1, 0); x <= std::min(c + 1, columns_ - 1); ++x) around[count++] = from[index(x, y)];
        std::sort(around.begin(), around.begin() + static_cast<std::ptrdiff_t>(count));
        light_[index(c, r)] = std::max(from[index(c, r)], around[count / 2]);
      }
  }

  int side_, columns_, rows_;
  std::vector<int> light_;
  std::vector<std::uint8_t> desk_;
};

}  // namespace

Grey on_white_paper(const Picture& picture) {
  Grey out = without_red(picture);
  if (out.width == 0 || out.height == 0) return out;
  const Lighting lighting(out);
  for (int y = 0; y < out.height; ++y) {
    std::uint8_t* row = out.row(y);
    for (int x = 0; x < out.width; ++x)
      row[x] = lighting.on_desk(x, y) ? paper : static_cast<std::uint8_t>(std::min(row[x] * 255 / lighting.at(x, y), 255));
  }
  return out;
}

}  // namespace nianbao::scan
