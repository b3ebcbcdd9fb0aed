// Counts the paragraphs of a multi-level list and writes their numbers: "%1、" and "（%2）" with formats for
// each level.
#pragma once

#include <array>
#include <map>
#include <string>

#include "input/numbering_text.h"

namespace nianbao {

constexpr int list_levels = 10;

struct ListLevel {
  NumberFormat format = NumberFormat::none;
  bool bullet = false;
  int start = 1;
  std::u16string text;  // "%1.%2": the numbers of levels 1 and 2; everything else is literal
  int restart = -1;     // restarts behind this level (1-based) and higher ones only; 0 never; -1 as usual
  bool decimal_only = false;  // shows all levels as decimal
  char16_t suffix = u'\t';    // what Word puts behind: tab, space, or 0 for nothing
};

using ListLevels = std::array<ListLevel, list_levels>;

// The counters of one list; lists that share a definition share them.
class ListCounter {
 public:
  void restart_at(int level, int value);  // the next paragraph of the level gets `value`
  void count(const ListLevels& levels, int level);
  std::u16string text(const ListLevels& levels, int level) const;

 private:
  std::array<int, list_levels> values_{};
  std::array<bool, list_levels> begun_{};
};

// The number as it stands before the paragraph's text: a gap only where number and text would run into each
// other.
std::u16string with_gap(std::u16string number, char16_t suffix);

}  // namespace nianbao
