#include "report/aligned_columns.h"

#include <algorithm>

namespace nianbao {
namespace {

constexpr int widest_stripe = 4;  // in half characters: how far the middles of one column may lie apart
constexpr int narrowest_gap = 6;  // in half characters: between two columns
constexpr std::size_t windows[] = {
    16, 10, 6};  // lines looked at together; columns move from one part of a page to the next

enum class Metric { characters, display };

int middle(const Piece& piece, Metric metric) {
  return metric == Metric::characters ? piece.x + piece.x_end : piece.wide_x + piece.wide_end;
}

struct Stripe {
  int first, last;
};

std::vector<Stripe> stripes_of(std::vector<int> middles) {
  std::sort(middles.begin(), middles.end());
  std::vector<Stripe> stripes;
  for (int at : middles) {
    if (!stripes.empty() && at - stripes.back().last < narrowest_gap) stripes.back().last = at;
    else stripes.push_back({at, at});
  }
  return stripes;
}

std::optional<std::vector<std::size_t>> align_in(const Evidence& evidence,
                                                 const std::vector<std::size_t>& values,
                                                 const std::vector<std::vector<std::size_t>>& around,
                                                 std::size_t window, std::size_t columns, Metric metric) {
  std::vector<int> middles;
  for (std::size_t value : values) middles.push_back(middle(evidence.all[value], metric));
  bool complete = false;
  for (std::size_t i = 0; i < std::min(window, around.size()); ++i) {
    complete |= around[i].size() == columns;
    for (std::size_t value : around[i]) middles.push_back(middle(evidence.all[value], metric));
  }
  const std::vector<Stripe> stripes = stripes_of(std::move(middles));
  const bool clear = stripes.size() == columns && std::all_of(stripes.begin(), stripes.end(), [](Stripe s) {
                       return s.last - s.first <= widest_stripe;
                     });
  if (!complete || !clear) return std::nullopt;
  std::vector<std::size_t> out(columns, no_piece);
  for (std::size_t value : values) {
    const int at = middle(evidence.all[value], metric);
    const auto stripe = std::find_if(stripes.begin(), stripes.end(),
                                     [at](Stripe s) { return s.first <= at && at <= s.last; });
    std::size_t& place = out[static_cast<std::size_t>(stripe - stripes.begin())];
    if (place != no_piece) return std::nullopt;
    place = value;
  }
  return out;
}

}  // namespace

std::optional<std::vector<std::size_t>> align_values(const Evidence& evidence,
                                                     const std::vector<std::size_t>& values,
                                                     const std::vector<std::vector<std::size_t>>& around,
                                                     std::size_t columns) {
  if (values.empty()) return std::nullopt;
  for (Metric metric : {Metric::characters, Metric::display})
    for (std::size_t window : windows)
      if (auto aligned = align_in(evidence, values, around, window, columns, metric)) return aligned;
  return std::nullopt;
}

}  // namespace nianbao
