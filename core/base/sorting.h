// Sorting with one body for every kind of element: std::sort and std::stable_sort are compiled anew for each,
// which was 120 kB of WebAssembly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace nianbao {

// The places of `count` elements in their order; equal ones keep theirs. `before(context, a, b)`: element a
// comes first.
// Cost: n log n.
std::vector<std::uint32_t> stable_order(std::size_t count,
                                        bool (*before)(const void* context, std::uint32_t a, std::uint32_t b),
                                        const void* context);

// Stable. `before(a, b)` as for std::stable_sort.
template <class T, class Before>
void sort_by(std::vector<T>& items, const Before& before) {
  struct Given {
    const std::vector<T>& items;
    const Before& before;
  };
  const Given given{items, before};
  const std::vector<std::uint32_t> order = stable_order(
      items.size(),
      [](const void* context, std::uint32_t a, std::uint32_t b) -> bool {
        const auto& [all, comes_before] = *static_cast<const Given*>(context);
        return std::invoke(comes_before, all[a], all[b]);
      },
      &given);
  std::vector<T> sorted;
  sorted.reserve(items.size());
  for (std::uint32_t place : order) sorted.push_back(std::move(items[place]));
  items = std::move(sorted);
}

template <class T>
void sort_by(std::vector<T>& items) {
  sort_by(items, std::less<T>());
}

}  // namespace nianbao
