#include "scan/rules.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "scan/blobs.h"

namespace nianbao::scan {
namespace {

constexpr int contrast = 30;  // grey levels by which a rule is darker than what is above and below it
constexpr int speck = 2;      // pixels by which a rule may be interrupted

// The darkest of three pixels side by side tells more noise than rule, their mean more rule than noise.
void mean_of_three(const std::uint8_t* row, int width, std::vector<int>& out) {
  for (int x = 0; x < width; ++x) {
    const int left = row[std::max(x - 1, 0)], right = row[std::min(x + 1, width - 1)];
    out[static_cast<std::size_t>(x)] = (left + row[x] + right) / 3;
  }
}

// The brighter of the places at so many and at half as many pixels: beside a thin rule a character may stand
// as far away.
void brighter(const Grey& grey, int y, int reach, std::vector<int>& far, std::vector<int>& near) {
  const auto row = [&](int at) { return grey.row(std::clamp(at, 0, grey.height - 1)); };
  constexpr int beside = 3;
  mean_of_three(row(y + reach), grey.width, far);
  mean_of_three(row(y + (reach < 0 ? -1 : 1) * std::max(beside, std::abs(reach) / 2)), grey.width, near);
  for (std::size_t x = 0; x < far.size(); ++x) far[x] = std::max(far[x], near[x]);
}

// Runs along which the page is darker than up to `reach` pixels above and below.
std::vector<Run> dark_runs(const Grey& grey, int reach, int shortest) {
  const auto width = static_cast<std::size_t>(grey.width);
  std::vector<int> above(width), here(width), below(width), near(width);
  std::vector<Run> runs;
  for (int y = 0; y < grey.height; ++y) {
    brighter(grey, y, -reach, above, near);
    mean_of_three(grey.row(y), grey.width, here);
    brighter(grey, y, reach, below, near);
    int begin = -1, end = -1;
    const auto finish = [&] {
      if (begin >= 0 && end - begin >= shortest) runs.push_back({y, begin, end, 0});
      begin = -1;
    };
    for (int x = 0; x < grey.width; ++x) {
      const auto i = static_cast<std::size_t>(x);
      if (std::min(above[i], below[i]) - here[i] < contrast) continue;
      if (begin >= 0 && x - end > speck) finish();
      if (begin < 0) begin = x;
      end = x + 1;
    }
    finish();
  }
  return runs;
}

// Sums for the straight line through the middles of runs.
struct Fit {
  double n = 0, x = 0, y = 0, xx = 0, xy = 0, dark = 0, darker = 0;
  void add(const Run& run, const std::uint8_t* row) {
    for (int i = run.begin; i < run.end; ++i) {
      const double d = paper - row[i];
      dark += d, darker += d * d;  // what is darker counts for more: the soft edges are rows of their own
    }
    const double length = run.end - run.begin, middle = (run.begin + run.end - 1) / 2.0;
    n += length, x += length * middle, y += length * run.y;
    xx += length * (middle * middle + (length * length - 1) / 12), xy += length * middle * run.y;
  }
  Rule rule(const Area& area) const {
    const double spread = xx - x * x / n;
    Rule out;
    out.begin = area.left, out.end = area.right;
    out.slope = spread > 0 ? (xy - x * y / n) / spread : 0;
    out.at = y / n + out.slope * (out.middle() - x / n);
    out.thickness = n / std::max(area.width(), 1);
    out.ink = dark > 0 ? paper - darker / dark : paper;
    return out;
  }
};

}  // namespace

std::vector<Rule> level_rules(const Grey& grey, double character) {
  const int reach = std::max(3, static_cast<int>(std::lround(character / 5)));
  const int shortest_run = std::max(6, static_cast<int>(character * 0.7));
  const double shortest = 1.8 * character;
  constexpr double steepest = 0.1;
  const Blobs strokes = joined_runs(dark_runs(grey, reach, shortest_run), speck);
  std::vector<Fit> fits(strokes.blobs.size());
  for (const Run& run : strokes.runs) fits[run.blob].add(run, grey.row(run.y));
  std::vector<Rule> out;
  for (std::size_t i = 0; i < fits.size(); ++i) {
    const Area& area = strokes.blobs[i].area;
    if (area.width() < shortest || area.height() > reach + steepest * area.width()) continue;
    const Rule rule = fits[i].rule(area);
    if (rule.thickness <= reach && std::abs(rule.slope) <= steepest) out.push_back(rule);
  }
  return out;
}

}  // namespace nianbao::scan
