// Things that belong together, told pair by pair.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace nianbao::scan {

class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) {
    for (std::size_t i = 0; i < size; ++i) parent_[i] = i;
  }
  // One of the set, the first of them.
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a), b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace nianbao::scan
