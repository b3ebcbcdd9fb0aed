#include "base/sorting.h"

#include <algorithm>
#include <numeric>

namespace nianbao {

std::vector<std::uint32_t> stable_order(std::size_t count,
                                        bool (*before)(const void* context, std::uint32_t a, std::uint32_t b),
                                        const void* context) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [=](std::uint32_t a, std::uint32_t b) { return before(context, a, b); });
  return order;
}

}  // namespace nianbao
