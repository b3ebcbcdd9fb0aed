#include "scan/paper.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

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

// Brightness, but of red ink only what it reflects of red: on that channel a seal is hardly there and black
// stays black.
Grey without_red(const Picture& picture) {
  Grey out(picture.width, picture.height);
  const std::array<int, 3> white = tint(picture);
  const int brightest = std::max({white[0], white[1], white[2]});
  constexpr int clearly_red = 36;
  const std::uint8_t* from = picture.rgb.data();
  for (std::uint8_t& to : out.bytes) {
    const int red = from[0] * brightest / white[0], green = from[1] * brightest / white[1],
              blue = from[2] * brightest / white[2];
    const int light = (red * 77 + green * 151 + blue * 28) >> 8;
    to = static_cast<std::uint8_t>(
        std::clamp(red - std::max(green, blue) > clearly_red ? red : light, 0, 255));
    from += 3;
  }
  return out;
}

// Rows of the brightest, or darkest, of the pixels up to `reach` away: stretches of one, two, four pixels and
// so on, the last two of which overlap.
template <class Choice>
Grey among_neighbours(const Grey& grey, int reach, const Choice& choose) {
  const int window = 2 * reach + 1;
  Grey out(grey.width, grey.height);
  std::vector<std::uint8_t> row(static_cast<std::size_t>(grey.width + 2 * reach));
  for (int y = 0; y < grey.height; ++y) {
    std::fill_n(row.begin(), reach, grey.row(y)[0]);
    std::copy_n(grey.row(y), grey.width, row.begin() + reach);
    std::fill_n(row.begin() + reach + grey.width, reach, grey.row(y)[grey.width - 1]);
    std::size_t left = row.size(), stretch = 1;
    for (; 2 * stretch <= static_cast<std::size_t>(window); left -= stretch, stretch *= 2)
      for (std::size_t x = 0; x + stretch < left; ++x) row[x] = choose(row[x], row[x + stretch]);
    const std::size_t shift = static_cast<std::size_t>(window) - stretch;
    for (std::size_t x = 0; x < static_cast<std::size_t>(grey.width); ++x)
      out.row(y)[x] = choose(row[x], row[x + shift]);
  }
  return out;
}

template <class Choice>
Grey around(const Grey& grey, int reach, const Choice& choose) {
  return transposed(among_neighbours(transposed(among_neighbours(grey, reach, choose)), reach, choose));
}

Grey smoothed(const Grey& grey, int reach) {
  Grey out = grey;
  for (int pass = 0; pass < 2; ++pass) {
    const Grey from = out;
    for (int y = 0; y < from.height; ++y) {
      const std::uint8_t* row = from.row(y);
      int sum = 0, count = 0;
      for (int x = -reach; x < from.width; ++x) {
        if (x + reach < from.width) sum += row[x + reach], ++count;
        if (x - reach > 0) sum -= row[x - reach - 1], --count;
        if (x >= 0) out.row(y)[x] = static_cast<std::uint8_t>(sum / count);
      }
    }
    out = transposed(out);
  }
  return out;
}

// The brightness of the paper: what is left of a smaller picture when dark spots as wide as strokes of
// characters are filled in. A shadow is wider, and so is a fold.
class Lighting {
 public:
  explicit Lighting(const Grey& grey) : by_(std::max(1, std::min(grey.width, grey.height) / 800)) {
    const Grey small = reduced(grey, by_);
    const int stroke = std::max(3, std::min(small.width, small.height) / 140);  // half of one of the title
    const Grey filled = around(small, stroke, [](std::uint8_t a, std::uint8_t b) { return std::max(a, b); });
    light_ = around(filled, stroke, [](std::uint8_t a, std::uint8_t b) { return std::min(a, b); });
    find_desk(small, 2 * stroke);
    light_ = smoothed(light_, stroke / 2);
  }

  bool on_desk(int x, int y) const {
    return desk_.at(std::min(x / by_, desk_.width - 1), std::min(y / by_, desk_.height - 1)) != 0;
  }

  // Between the middles of its pixels in a straight line.
  int at(int x, int y) const {
    const int u = x * 16 / by_ - 8, v = y * 16 / by_ - 8;
    const int c = std::clamp(u >> 4, 0, std::max(light_.width - 2, 0)),
              r = std::clamp(v >> 4, 0, std::max(light_.height - 2, 0));
    const int c2 = std::min(c + 1, light_.width - 1), r2 = std::min(r + 1, light_.height - 1);
    const int a = std::clamp(u - c * 16, 0, 16), b = std::clamp(v - r * 16, 0, 16);
    const int top = light_.at(c, r) * (16 - a) + light_.at(c2, r) * a;
    const int bottom = light_.at(c, r2) * (16 - a) + light_.at(c2, r2) * a;
    return std::max((top * (16 - b) + bottom * b) >> 8, 1);
  }

 private:
  // What is dark and hangs together with the edge of the picture, and the edge of the sheet beside it; but
  // for places in deep shadow at which something is printed.
  void find_desk(const Grey& small, int edge) {
    Histogram histogram{};
    for (std::uint8_t value : light_.bytes) ++histogram[value];
    const int dark = percentile(histogram, 80) * 40 / 100;
    desk_ = Grey(light_.width, light_.height, 0);
    const Grey print = printed(small);
    std::vector<std::pair<int, int>> open;
    const auto visit = [&](int x, int y) {
      if (!light_.holds(x, y) || desk_.at(x, y) != 0 || light_.at(x, y) > dark ||
          print.at(x / block, y / block) != 0)
        return;
      desk_.row(y)[x] = 1;
      open.emplace_back(x, y);
    };
    for (int x = 0; x < light_.width; ++x) visit(x, 0), visit(x, light_.height - 1);
    for (int y = 0; y < light_.height; ++y) visit(0, y), visit(light_.width - 1, y);
    if (open.empty()) return;
    while (!open.empty()) {
      const auto [x, y] = open.back();
      open.pop_back();
      visit(x - 1, y), visit(x + 1, y), visit(x, y - 1), visit(x, y + 1);
    }
    desk_ = around(desk_, edge, [](std::uint8_t a, std::uint8_t b) { return std::max(a, b); });
  }

  // Block by block, those around included.
  Grey printed(const Grey& small) const {
    Grey out(small.width / block + 1, small.height / block + 1, 0);
    constexpr int noise = 20;  // grey levels
    std::vector<int> ink(out.bytes.size(), 0);
    for (int y = 0; y < small.height; ++y)
      for (int x = 0; x < small.width; ++x)
        ink[static_cast<std::size_t>(y / block * out.width + x / block)] +=
            small.at(x, y) * 10 < light_.at(x, y) * 6 && light_.at(x, y) - small.at(x, y) > noise;
    constexpr int some = block * block / 50;  // a line of text covers a fifth
    for (std::size_t i = 0; i < ink.size(); ++i) out.bytes[i] = ink[i] > some;
    constexpr int around_text = 2;
    return around(out, around_text, [](std::uint8_t a, std::uint8_t b) { return std::max(a, b); });
  }

  static constexpr int block = 16;
  int by_;
  Grey light_, desk_;
};

// Faint ink as dark as ink usually is.
void darken(Grey& grey) {
  constexpr std::size_t not_paper = 215;
  Histogram ink{};
  for (std::uint8_t value : grey.bytes)
    if (value < not_paper) ++ink[value];
  constexpr int usual = 215, most = 3;  // contrast; more than so many times would be noise
  const int contrast = paper - percentile(ink, 10);
  if (contrast >= usual) return;
  const int gain = std::min(256 * usual / std::max(contrast, 1), 256 * most);
  for (std::uint8_t& value : grey.bytes)
    value = static_cast<std::uint8_t>(std::max(paper - ((paper - value) * gain >> 8), 0));
}

}  // namespace

Grey on_white_paper(const Picture& picture) {
  Grey out = without_red(picture);
  constexpr int smallest = 16;  // pixels
  if (std::min(out.width, out.height) < smallest) return Grey(out.width, out.height);
  const Lighting lighting(out);
  for (int y = 0; y < out.height; ++y) {
    std::uint8_t* row = out.row(y);
    for (int x = 0; x < out.width; ++x)
      row[x] = lighting.on_desk(x, y)
                   ? paper
                   : static_cast<std::uint8_t>(std::min(row[x] * 255 / lighting.at(x, y), 255));
  }
  darken(out);
  return out;
}

}  // namespace nianbao::scan
