#include "scan/quality.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace nianbao::scan {
namespace {

constexpr int ink = 140;  // grey level below which it is certain to be some

double light_of(const Picture& picture) {
  std::array<std::size_t, 256> histogram{};
  constexpr std::size_t step = 7;  // every seventh pixel tells as much
  std::size_t total = 0;
  for (std::size_t i = 0; i + 2 < picture.rgb.size(); i += 3 * step, ++total)
    ++histogram[std::max({picture.rgb[i], picture.rgb[i + 1], picture.rgb[i + 2]})];
  constexpr std::size_t darker = 80;  // per cent: the sheet, where it does not fill the picture
  std::size_t sum = 0;
  for (std::size_t level = 0; level < histogram.size(); ++level)
    if ((sum += histogram[level]) * 100 >= total * darker) return static_cast<double>(level);
  return paper;
}

// The median of the pixels from paper to ink, had all of an edge the slope of its steepest part.
double edge_width(const Grey& page, double character) {
  const int reach =
      std::clamp(static_cast<int>(character / 3), 2, 16);  // pixels; hardly beyond the next stroke
  constexpr int rows = 3;                                  // every third tells as much
  constexpr int least_contrast = 110;
  constexpr int parts = 10;  // of a pixel
  std::array<std::size_t, 400> widths{};
  std::size_t total = 0;
  for (int y = 0; y < page.height; y += rows) {
    const std::uint8_t* row = page.row(y);
    for (int x = reach; x + reach < page.width; ++x) {
      if ((row[x - 1] < ink) == (row[x] < ink)) continue;
      int darkest = paper, brightest = 0, steepest = 1;
      for (int i = x - reach; i < x + reach; ++i) {
        darkest = std::min<int>(darkest, row[i]);
        brightest = std::max<int>(brightest, row[i]);
        steepest = std::max(steepest, std::abs(row[i + 1] - row[i]));
      }
      if (brightest - darkest < least_contrast) continue;
      const auto width = static_cast<std::size_t>((brightest - darkest) * parts / steepest);
      ++widths[std::min(width, widths.size() - 1)];
      ++total;
    }
  }
  std::size_t sum = 0;
  for (std::size_t width = 0; width < widths.size(); ++width)
    if ((sum += widths[width]) * 2 >= total) return static_cast<double>(width) / parts;
  return 0;
}

// --- what runs out of the picture --------------------------------------------------------------------------

struct RunningOut {
  int rules = 0, characters = 0;
};

// How far down what is darker than `level` at [begin, end) of the row goes on, straight, up to `most` pixels.
int depth(const Grey& page, int level, int y, int begin, int end, int most) {
  int deep = 0;
  for (; deep < most && y + deep < page.height; ++deep) {
    const std::uint8_t* row = page.row(y + deep);
    int first = std::max(begin - 1, 0), last = std::min(end + 1, page.width);
    while (first < last && row[first] >= level) ++first;
    while (last > first && row[last - 1] >= level) --last;
    if (first == last) break;
    if (last - first <= end - begin) begin = first, end = last;
  }
  return deep;
}

// Straight strokes and pieces of characters that begin at the top, of what is darker than `level`.
RunningOut darker_at_the_top(const Grey& page, int level, double character) {
  constexpr int frame = 2;  // pixels at the edge of pictures may be anything
  const int longest = static_cast<int>(1.5 * character),
            stroke = std::max(3, static_cast<int>(character / 4));
  RunningOut out;
  if (page.height <= longest + frame) return out;
  const std::uint8_t* row = page.row(frame);
  for (int x = 0; x < page.width; ++x) {
    if (row[x] >= level) continue;
    const int begin = x;
    while (x < page.width && row[x] < level) ++x;
    if (x - begin > character) continue;
    const int deep = depth(page, level, frame, begin, x, longest);
    if (deep == longest) out.rules += x - begin <= stroke;
    else out.characters += deep * 5 > character;
  }
  return out;
}

RunningOut out_of_the_top(const Grey& page, double character) {
  constexpr int thin = 200;  // grey level of a hairline, a pixel wide
  return {darker_at_the_top(page, thin, character).rules, darker_at_the_top(page, ink, character).characters};
}

// One side of a table, or of a page of text, and nothing of the like at the other side: streaks of a scanner
// go from one to the other.
bool is_cut(const RunningOut& here, const RunningOut& opposite) {
  constexpr int rules = 4, characters = 8;
  return (here.rules >= rules && here.rules > 2 * opposite.rules) ||
         (here.characters >= characters && here.characters > 2 * opposite.characters);
}

PictureQuality::Sides cut_sides(const Grey& page, double character) {
  const RunningOut top = out_of_the_top(page, character), left = out_of_the_top(turned(page, 1), character),
                   bottom = out_of_the_top(turned(page, 2), character),
                   right = out_of_the_top(turned(page, 3), character);
  return {is_cut(top, bottom), is_cut(left, right), is_cut(bottom, top), is_cut(right, left)};
}

}  // namespace

PictureQuality quality_of(const Picture& picture, const Grey& on_paper, double character) {
  PictureQuality out;
  out.light = light_of(picture);
  if (character == 0) return out;
  out.edge = edge_width(on_paper, character) / character;
  out.cut = cut_sides(on_paper, character);
  return out;
}

}  // namespace nianbao::scan
