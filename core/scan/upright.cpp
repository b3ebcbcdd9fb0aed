#include "scan/upright.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "scan/rules.h"

namespace nianbao::scan {
namespace {

struct Point {
  double x = 0, y = 0;
};

// --- the angle of the whole page ---------------------------------------------------------------------------

struct Dot {
  int x, y, ink;
};

constexpr int coarse_width = 420;  // pixels: lines of text still stand apart

std::vector<Dot> dots_of(const Grey& page) {
  const Grey small = reduced(page, std::max(1, std::min(page.width, page.height) / coarse_width));
  constexpr int ink = 40;
  std::vector<Dot> dots;
  for (int y = 0; y < small.height; ++y)
    for (int x = 0; x < small.width; ++x)
      if (const int dark = paper - small.at(x, y); dark > ink) dots.push_back({x - small.width / 2, y, dark});
  return dots;
}

// How clearly the ink falls into lines with this tangent: the squares of what lies on each.
double clearness(const std::vector<Dot>& dots, double tangent, std::vector<double>& lines) {
  std::fill(lines.begin(), lines.end(), 0.0);
  const double offset = static_cast<double>(lines.size()) / 2;
  int height = 0;
  for (const Dot& dot : dots) height = std::max(height, dot.y);
  for (const Dot& dot : dots) {
    const auto line =
        static_cast<std::ptrdiff_t>(std::floor(dot.y - height / 2.0 - dot.x * tangent + offset));
    if (line >= 0 && static_cast<std::size_t>(line) < lines.size())
      lines[static_cast<std::size_t>(line)] += dot.ink;
  }
  double sum = 0;
  for (double line : lines) sum += line * line;
  return sum;
}

double clearest(const std::vector<Dot>& dots, double middle, double range, double step,
                std::vector<double>& lines) {
  double best = middle, most = -1;
  for (double tangent = middle - range; tangent <= middle + range + step / 2; tangent += step)
    if (const double value = clearness(dots, tangent, lines); value > most) most = value, best = tangent;
  return best;
}

// --- what is left of it, differing over the page -----------------------------------------------------------

// A slope that changes evenly over the page: value + along_x * x + along_y * y, places in halves of the
// page's width.
struct Slopes {
  double value = 0, along_x = 0, along_y = 0;
  double at(Point p) const { return value + along_x * p.x + along_y * p.y; }
};

struct Evidence {
  Point place;
  double slope = 0, weight = 0;
};

// Least squares, the rates of change held back so that few rules do not bend a page.
Slopes fitted(const std::vector<Evidence>& all, double farthest) {
  std::array<std::array<double, 4>, 3> m{};
  double total = 0;
  for (const Evidence& e : all) {
    const double weight = std::abs(e.slope) <= farthest ? e.weight : 0;
    const std::array<double, 4> row{1, e.place.x, e.place.y, e.slope};
    for (std::size_t i = 0; i < 3; ++i)
      for (std::size_t j = 0; j < 4; ++j) m[i][j] += weight * row[i] * row[j];
    total += weight;
  }
  if (total <= 0) return {};
  constexpr double hold = 0.02;
  m[1][1] += hold * total, m[2][2] += hold * total;
  for (std::size_t i = 0; i < 3; ++i)  // positive definite by then: no pivots
    for (std::size_t j = 0; j < 3; ++j) {
      if (i == j) continue;
      const double factor = m[j][i] / m[i][i];
      for (std::size_t k = 0; k < 4; ++k) m[j][k] -= factor * m[i][k];
    }
  return {m[0][3] / m[0][0], m[1][3] / m[1][1], m[2][3] / m[2][2]};
}

// The same without what lies far off it: strokes that are no rules.
Slopes slopes_of(const std::vector<Evidence>& all) {
  constexpr double steepest = 0.15;
  Slopes out = fitted(all, steepest);
  for (const double near : {0.05, 0.015, 0.006}) {
    std::vector<Evidence> kept;
    for (const Evidence& e : all)
      if (std::abs(e.slope - out.at(e.place)) <= near) kept.push_back(e);
    if (kept.size() < 3) break;
    out = fitted(kept, steepest);
  }
  return out;
}

std::vector<Evidence> evidence(const std::vector<Rule>& rules, double character, bool upright, int width,
                               int height) {
  std::vector<Evidence> out;
  const double half = width / 2.0;
  for (const Rule& rule : rules) {
    if (rule.length() < 4 * character) continue;
    const Point level{(rule.middle() - width / 2.0) / half, (rule.at - height / 2.0) / half};
    const Point across{(rule.at - width / 2.0) / half, (rule.middle() - height / 2.0) / half};
    // The error of a slope falls with the length, and so does what it says of the page around.
    out.push_back({upright ? across : level, rule.slope, std::pow(rule.length() / character, 2)});
  }
  return out;
}

// What lines of text say: the clearest slant of each of some parts of the page, a fifth of what a rule as
// wide as it says.
void add_lines(const Grey& page, double character, std::vector<Evidence>& out) {
  constexpr int bands = 8, columns = 2;
  constexpr std::size_t some = 300;  // dots: about ten characters
  constexpr double farthest = 0.14, step = 0.004, clearly = 1.04, less_than_rules = 0.2;
  const std::vector<Dot> dots = dots_of(page);
  const int by = std::max(1, std::min(page.width, page.height) / coarse_width);
  const int width = page.width / by, height = page.height / by;
  std::vector<double> lines(static_cast<std::size_t>(2 * height + 4));
  const double half = width / 2.0;
  for (int part = 0; part < bands * columns; ++part) {
    const int top = part / columns * height / bands, bottom = (part / columns + 1) * height / bands;
    const int left = part % columns * width / columns - width / 2, right = left + width / columns;
    std::vector<Dot> inside;
    for (const Dot& dot : dots)
      if (dot.y >= top && dot.y < bottom && dot.x >= left && dot.x < right)
        inside.push_back({dot.x - (left + right) / 2, dot.y, dot.ink});
    if (inside.size() < some) continue;
    const double about = clearest(inside, 0, farthest, step, lines);
    if (std::abs(about) > farthest - step) continue;
    const double slope = clearest(inside, about, step, step / 4, lines);
    constexpr double elsewhere = 0.03;
    const double best = clearness(inside, slope, lines);
    const double off =
        std::max(clearness(inside, slope - elsewhere, lines), clearness(inside, slope + elsewhere, lines));
    if (best < clearly * off) continue;
    out.push_back({{(left + right) / 2.0 / half, ((top + bottom) / 2.0 - height / 2.0) / half},
                   slope,
                   less_than_rules * std::pow(static_cast<double>(page.width) / columns / character, 2)});
  }
}

// One step of straightening: from a place on the straight page to the place on the page before.
struct Step {
  double width = 0, height = 0;
  double sine = 0, cosine = 1;  // a turn about the middle of the page
  Slopes level, upright;
  Point before(Point p) const {
    const double half = width / 2;
    const double x = p.x - width / 2, y = p.y - height / 2;
    const Point place{x / half, y / half};
    // The slope added up from the middle to the place.
    const double down = x * (level.value + level.along_x * place.x / 2 + level.along_y * place.y);
    const double right = y * (upright.value + upright.along_x * place.x + upright.along_y * place.y / 2);
    const double bent_x = x + right, bent_y = y + down;
    return {cosine * bent_x - sine * bent_y + width / 2, sine * bent_x + cosine * bent_y + height / 2};
  }
};

std::uint8_t sampled(const Grey& page, Point p) {
  const double left = std::floor(p.x), top = std::floor(p.y);
  const int x = static_cast<int>(left), y = static_cast<int>(top);
  if (x < 0 || y < 0 || x + 1 >= page.width || y + 1 >= page.height)
    return page.holds(x, y) ? page.at(x, y) : paper;
  const int a = static_cast<int>((p.x - left) * 256), b = static_cast<int>((p.y - top) * 256);
  const std::uint8_t *upper = page.row(y) + x, *lower = page.row(y + 1) + x;
  const int over = upper[0] * (256 - a) + upper[1] * a, under = lower[0] * (256 - a) + lower[1] * a;
  return static_cast<std::uint8_t>((over * (256 - b) + under * b) >> 16);
}

Point before_all(const std::vector<Step>& steps, int x, int y) {
  Point p{static_cast<double>(x), static_cast<double>(y)};
  for (std::size_t i = steps.size(); i-- > 0;) p = steps[i].before(p);
  return p;
}

// Every step goes back to the page as it was, which is sampled once. Places are worked out every so many
// pixels: between them they lie on a straight line as nearly as can be seen.
Grey straightened(const Grey& page, const std::vector<Step>& steps) {
  constexpr int stretch = 16;
  Grey out(page.width, page.height);
  for (int y = 0; y < out.height; ++y) {
    Point from = before_all(steps, 0, y);
    for (int begin = 0; begin < out.width; begin += stretch) {
      const Point to = before_all(steps, begin + stretch, y);
      const double dx = (to.x - from.x) / stretch, dy = (to.y - from.y) / stretch;
      for (int i = 0; i < stretch && begin + i < out.width; ++i)
        out.row(y)[begin + i] = sampled(page, {from.x + i * dx, from.y + i * dy});
      from = to;
    }
  }
  return out;
}

// By how many pixels the step moves the corners of the page.
double reach(const Step& step) {
  double most = 0;
  for (const double x : {0.0, step.width})
    for (const double y : {0.0, step.height}) {
      const Point p = step.before({x, y});
      most = std::max({most, std::abs(p.x - x), std::abs(p.y - y)});
    }
  return most;
}

}  // namespace

double slant(const Grey& page) {
  const std::vector<Dot> dots = dots_of(page);
  if (dots.empty()) return 0;
  int height = 0;
  for (const Dot& dot : dots) height = std::max(height, dot.y);
  std::vector<double> lines(static_cast<std::size_t>(2 * height + 4));
  const double about = clearest(dots, 0, 0.2, 0.005, lines);
  return clearest(dots, about, 0.006, 0.001, lines);
}

Grey levelled(const Grey& page, double character) {
  const double angle = std::atan(slant(page));
  Step turn{static_cast<double>(page.width),
            static_cast<double>(page.height),
            std::sin(angle),
            std::cos(angle),
            {},
            {}};
  std::vector<Step> steps;
  constexpr double noticeable = 1.0;  // pixels
  if (reach(turn) > noticeable) steps.push_back(turn);
  Grey out = steps.empty() ? page : straightened(page, steps);
  constexpr int rounds = 3;  // each straightens what the next measures
  for (int round = 0; round < rounds; ++round) {
    Step bend{static_cast<double>(page.width), static_cast<double>(page.height), 0, 1, {}, {}};
    std::vector<Evidence> level =
        evidence(level_rules(out, character), character, false, page.width, page.height);
    add_lines(out, character, level);
    bend.level = slopes_of(level);
    bend.upright = slopes_of(
        evidence(level_rules(transposed(out), character), character, true, page.width, page.height));
    if (reach(bend) <= noticeable) break;
    steps.push_back(bend);
    out = straightened(page, steps);
  }
  return out;
}

}  // namespace nianbao::scan
