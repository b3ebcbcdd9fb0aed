#include <algorithm>

#include "base/limits.h"
#include "localise/causes.h"

namespace nianbao::localisation {
namespace {

struct Candidate {
  Change change;
  std::vector<int> equations;
};

// Cells whose equations all fail by the same amount, at least two of them.
std::vector<Candidate> crossing_cells(const System& system) {
  std::vector<Candidate> of_cell(system.values.size());
  std::vector<bool> possible(system.values.size(), true);
  for (std::size_t e = 0; e < system.equations.size(); ++e) {
    const std::int64_t off = residual(system, system.equations[e]);
    for (const Term& term : system.equations[e]) {
      Candidate& candidate = of_cell[static_cast<std::size_t>(term.cell)];
      const std::int64_t by = -off * term.sign;
      if (off == 0 || (!candidate.equations.empty() && candidate.change.by != by))
        possible[static_cast<std::size_t>(term.cell)] = false;
      candidate.change = {term.cell, by};
      candidate.equations.push_back(static_cast<int>(e));
    }
  }
  std::vector<Candidate> found;
  for (std::size_t c = 0; c < of_cell.size(); ++c)
    if (possible[c] && of_cell[c].equations.size() >= 2 && system.values[c] + of_cell[c].change.by >= 0)
      found.push_back(of_cell[c]);
  return found;
}

// Those of them whose equations no other such cell would mend.
std::vector<Candidate> unrivalled(const std::vector<Candidate>& candidates, std::size_t equations) {
  std::vector<int> claimed(equations, 0);
  for (const Candidate& candidate : candidates)
    for (int e : candidate.equations) ++claimed[static_cast<std::size_t>(e)];
  std::vector<Candidate> alone;
  for (const Candidate& candidate : candidates)
    if (std::all_of(candidate.equations.begin(), candidate.equations.end(),
                    [&](int e) { return claimed[static_cast<std::size_t>(e)] == 1; }))
      alone.push_back(candidate);
  return alone;
}

std::vector<int> failing(const System& system) {
  std::vector<int> equations;
  for (std::size_t e = 0; e < system.equations.size(); ++e)
    if (residual(system, system.equations[e]) != 0) equations.push_back(static_cast<int>(e));
  return equations;
}

}  // namespace

Explanation explain(const System& system) {
  SmallestRepairs found = smallest_repairs(system, limits::repair_nodes);
  if (found.complete) return {independent_groups(system, found), {}};
  Explanation explanation;
  System rest = system;
  for (const Candidate& candidate : unrivalled(crossing_cells(system), system.equations.size())) {
    explanation.groups.push_back({candidate.equations, {{candidate.change}}, false});
    rest.values[static_cast<std::size_t>(candidate.change.cell)] += candidate.change.by;
  }
  found = smallest_repairs(rest, limits::repair_nodes);
  if (found.sets.empty()) {
    explanation.unexplained = failing(rest);
    return explanation;
  }
  for (Group& group : independent_groups(rest, found)) {
    group.complete = false;  // smallest only if the settled cells are right
    explanation.groups.push_back(std::move(group));
  }
  return explanation;
}

}  // namespace nianbao::localisation
