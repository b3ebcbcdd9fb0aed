// Independent causes: failing equations belong together when some smallest repair mends them by the same
// inseparable part.
#include <algorithm>
#include <numeric>

#include "base/sorting.h"
#include "localise/causes.h"

namespace nianbao::localisation {
namespace {

constexpr std::size_t most_separable = 12;  // parts are found by trying all subsets

struct Effect {
  int equation;
  std::int64_t by;
};

class Grouping {
 public:
  explicit Grouping(const System& system) : parent_(system.equations.size()), incidence_(system) {
    for (const Equation& equation : system.equations) residuals_.push_back(residual(system, equation));
    std::iota(parent_.begin(), parent_.end(), 0);
  }

  // The finest cut of a repair into parts that each mend some equations wholly and leave the others alone.
  std::vector<ChangeSet> parts(ChangeSet repair) const {
    std::vector<ChangeSet> parts;
    while (!repair.empty()) {
      ChangeSet part = first_part(repair);
      const auto taken = [&](const Change& change) {
        return std::any_of(part.begin(), part.end(), [&](const Change& p) { return p.cell == change.cell; });
      };
      repair.erase(std::remove_if(repair.begin(), repair.end(), taken), repair.end());
      parts.push_back(std::move(part));
    }
    return parts;
  }

  std::vector<int> mended(const ChangeSet& part) const {
    std::vector<int> equations;
    for (const Effect& effect : effects(part))
      if (effect.by != 0) equations.push_back(effect.equation);
    return equations;
  }

  void unite(const std::vector<int>& equations) {
    for (int e : equations) parent_[static_cast<std::size_t>(root(e))] = root(equations.front());
  }
  int root(int e) const {
    while (parent_[static_cast<std::size_t>(e)] != e) e = parent_[static_cast<std::size_t>(e)];
    return e;
  }
  bool fails(std::size_t e) const { return residuals_[e] != 0; }

 private:
  // What the changes do to each equation that they touch.
  std::vector<Effect> effects(const ChangeSet& part) const {
    std::vector<Effect> sums;
    for (const Change& change : part)
      for (const auto& place : incidence_.of(change.cell)) {
        const auto known = std::find_if(sums.begin(), sums.end(),
                                        [&](const Effect& sum) { return sum.equation == place.equation; });
        if (known == sums.end()) sums.push_back({place.equation, place.sign * change.by});
        else known->by += place.sign * change.by;
      }
    return sums;
  }

  bool is_part(const ChangeSet& part) const {
    const auto sums = effects(part);
    return std::all_of(sums.begin(), sums.end(), [&](const Effect& sum) {
      return sum.by == 0 || sum.by == -residuals_[static_cast<std::size_t>(sum.equation)];
    });
  }

  // The smallest part that holds the first cell.
  ChangeSet first_part(const ChangeSet& repair) const {
    if (repair.size() > most_separable) return repair;
    ChangeSet best = repair;
    for (unsigned mask = 0; mask < (1u << (repair.size() - 1)); ++mask) {
      ChangeSet part{repair.front()};
      for (std::size_t i = 1; i < repair.size(); ++i)
        if (mask >> (i - 1) & 1u) part.push_back(repair[i]);
      if (part.size() < best.size() && is_part(part)) best = std::move(part);
    }
    return best;
  }

  std::vector<std::int64_t> residuals_;
  std::vector<int> parent_;
  Incidence incidence_;
};

bool same(const ChangeSet& a, const ChangeSet& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Change& x, const Change& y) { return x.cell == y.cell && x.by == y.by; });
}

void add_repair(Group& group, ChangeSet repair) {
  put_in_order(repair);
  const auto known = [&](const ChangeSet& other) { return same(other, repair); };
  if (std::none_of(group.repairs.begin(), group.repairs.end(), known))
    group.repairs.push_back(std::move(repair));
}

}  // namespace

std::vector<Group> independent_groups(const System& system, const SmallestRepairs& found) {
  Grouping grouping(system);
  std::vector<std::vector<ChangeSet>> parts_of;
  for (const ChangeSet& repair : found.sets) {
    parts_of.push_back(grouping.parts(repair));
    for (const ChangeSet& part : parts_of.back()) grouping.unite(grouping.mended(part));
  }
  std::vector<Group> groups;
  std::vector<int> root_of;  // by group
  for (std::size_t e = 0; e < system.equations.size(); ++e) {
    if (!grouping.fails(e)) continue;
    const int root = grouping.root(static_cast<int>(e));
    const auto at = std::find(root_of.begin(), root_of.end(), root);
    const auto g = static_cast<std::size_t>(at - root_of.begin());
    if (at == root_of.end()) {
      root_of.push_back(root);
      groups.push_back({{}, {}, found.complete});
    }
    groups[g].equations.push_back(static_cast<int>(e));
  }
  for (const auto& parts : parts_of)
    for (std::size_t g = 0; g < groups.size(); ++g) {
      ChangeSet repair;
      for (const ChangeSet& part : parts)
        if (grouping.root(grouping.mended(part).front()) == root_of[g])
          repair.insert(repair.end(), part.begin(), part.end());
      add_repair(groups[g], std::move(repair));
    }
  return groups;
}

std::vector<ChangeSet> slips(const System& system, const ChangeSet& repair) {
  std::vector<ChangeSet> slips;
  for (const Change& change : repair) slips.push_back({change});
  const auto holds_one_of = [](const Equation& equation, const ChangeSet& slip) {
    return std::any_of(equation.begin(), equation.end(), [&](const Term& term) {
      return std::any_of(slip.begin(), slip.end(),
                         [&](const Change& change) { return change.cell == term.cell; });
    });
  };
  for (const Equation& equation : system.equations) {
    if (residual(system, equation) != 0) continue;
    ChangeSet joined;
    for (const ChangeSet& slip : slips)
      if (holds_one_of(equation, slip)) joined.insert(joined.end(), slip.begin(), slip.end());
    if (joined.empty()) continue;
    slips.erase(std::remove_if(slips.begin(), slips.end(),
                               [&](const ChangeSet& slip) { return holds_one_of(equation, slip); }),
                slips.end());
    slips.push_back(std::move(joined));
  }
  sort_by(slips, [](const ChangeSet& a, const ChangeSet& b) { return a.front().cell < b.front().cell; });
  return slips;
}

}  // namespace nianbao::localisation
