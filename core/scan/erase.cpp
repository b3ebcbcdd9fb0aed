// Takes the rules of tables away without the characters that touch them.
#include <algorithm>
#include <cmath>

#include "scan/lines.h"

namespace nianbao::scan {
namespace {

constexpr int least_ink = 195;  // grey level between a black rule and its soft edge

// Follows one edge over the page: where the ink at it is as thin as a rule it goes, where a character crosses
// only the rule's own rows do.
class Eraser {
 public:
  Eraser(Grey& page, const Level& level)
      : page_(page),
        level_(level),
        half_(std::max(level.thickness, 1.0) / 2),
        ink_(std::max(least_ink, level.half_ink())) {}

  void run(int begin, int end) {
    drift_ = 0;
    for (int x = std::max(begin, 0); x < std::min(end, page_.width); ++x) step(x);
  }

 private:
  bool inked(int x, int y) const { return page_.holds(x, y) && page_.at(x, y) < ink_; }

  void step(int x) {
    const double expected = level_.at_place(x) + drift_;
    const int middle = static_cast<int>(std::lround(expected));
    constexpr int nearby = 2;  // pixels by which a rule leaves its level, drift aside
    int found = middle;
    for (int d = 0; d <= nearby && !inked(x, found); ++d)
      found = inked(x, middle - d) ? middle - d : middle + d;
    if (!inked(x, found)) return;
    int top = found, bottom = found + 1;
    const int most = static_cast<int>(std::ceil(2 * half_)) + 2;
    while (bottom - top <= most && inked(x, top - 1)) --top;
    while (bottom - top <= most && inked(x, bottom)) ++bottom;
    if (bottom - top <= most) {
      constexpr double inertia = 0.1;
      drift_ = std::clamp(drift_ + inertia * ((top + bottom - 1) / 2.0 - expected), -3.0, 3.0);
      clear(x, top - 1, bottom + 1);
    } else {
      clear(x, static_cast<int>(std::lround(expected - half_)),
            static_cast<int>(std::lround(expected + half_)) + 1);
    }
  }

  void clear(int x, int top, int bottom) {
    for (int y = std::max(top, 0); y < std::min(bottom, page_.height); ++y) page_.row(y)[x] = paper;
  }

  Grey& page_;
  const Level& level_;
  double half_, drift_ = 0;
  int ink_;
};

// Every edge once: behind a rule that is gone the next stroke of a character would be taken for it. On the
// page with rows and columns exchanged the edges at the left of the cells are above them.
void erase_edges(Grey& page, const RuledTable& table, bool upright) {
  const std::vector<Level>& levels = upright ? table.columns : table.rows;
  const std::vector<Level>& across = upright ? table.rows : table.columns;
  constexpr int corner = 3;
  const auto erase = [&](std::size_t level, double begin, double end) {
    Eraser(page, levels[level]).run(static_cast<int>(begin) - corner, static_cast<int>(end) + corner);
  };
  for (const TableCell& cell : table.cells) {
    const auto first = static_cast<std::size_t>(upright ? cell.row : cell.column);
    const auto last = first + static_cast<std::size_t>(upright ? cell.rows : cell.columns);
    erase(static_cast<std::size_t>(upright ? cell.column : cell.row), across[first].at, across[last].at);
  }
  erase(levels.size() - 1, across.front().at, across.back().at);
}

}  // namespace

void erase_rules(Grey& page, const std::vector<RuledTable>& tables) {
  if (tables.empty()) return;
  for (const bool upright : {false, true}) {
    for (const RuledTable& table : tables) erase_edges(page, table, upright);
    page = transposed(page);
  }
}

}  // namespace nianbao::scan
