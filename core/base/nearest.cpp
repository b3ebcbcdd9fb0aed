#include "base/nearest.h"

#include <algorithm>

namespace nianbao {
namespace {

constexpr std::size_t letters_a_change = 3;
constexpr std::size_t beginning = 4;  // characters of a name that was not written out

bool begins(std::string_view one, std::string_view other) {
  return one.size() >= beginning && other.starts_with(one);
}

// The changes between beginnings of the two, row by row; the two rows above are all that the next one needs.
std::size_t changes(std::string_view a, std::string_view b) {
  std::vector<std::size_t> above(b.size() + 1), row(b.size() + 1), next(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    next[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) next[j] = std::min(next[j], above[j - 2] + 1);
    }
    above.swap(row);
    row.swap(next);
  }
  return row[b.size()];
}

// How far `typed` is off; `none` when it is another word.
std::size_t distance(std::string_view typed, std::string_view name, std::size_t none) {
  if (begins(typed, name) || begins(name, typed)) return 1;
  const std::size_t allowed = name.size() / letters_a_change;
  if (typed.size() > name.size() + allowed) return none;
  const std::size_t off = changes(typed, name);
  return off <= allowed ? off : none;
}

}  // namespace

std::string_view nearest(std::string_view typed, const std::vector<std::string_view>& known) {
  std::string_view best;
  std::size_t least = std::string_view::npos;
  for (std::string_view name : known)
    if (const std::size_t off = distance(typed, name, std::string_view::npos); off < least) {
      best = name;
      least = off;
    }
  return best;
}

}  // namespace nianbao
