#include "localise/smallest_repair.h"

#include <algorithm>

#include "base/limits.h"

namespace nianbao::localisation {
namespace {

class Search {
 public:
  Search(const System& system, std::size_t budget) : system_(system), budget_(budget), incidence_(system) {
    const std::size_t equations = system.equations.size();
    fails_.resize(equations);
    changed_in_.assign(equations, 0);
    place_.assign(system.values.size(), open);
    for (std::size_t e = 0; e < equations; ++e) fails_[e] = residual(system, system.equations[e]) != 0;
    make_families();
  }

  SmallestRepairs run() {
    if (std::find(fails_.begin(), fails_.end(), true) == fails_.end()) return {};
    for (int size = most_needs(); found_.sets.empty() && found_.complete; ++size) {
      if (size > static_cast<int>(limits::repair_cells)) found_.complete = false;
      else descend(size);
    }
    return std::move(found_);
  }

 private:
  enum Place : std::uint8_t { open, chosen, excluded };
  static std::size_t index(int i) { return static_cast<std::size_t>(i); }

  // Equations that share no cell: each of them that needs a change needs one of its own.
  void make_families() {
    std::vector<std::vector<bool>> used;
    for (std::size_t e = 0; e < system_.equations.size(); ++e) {
      std::size_t f = 0;
      const auto shares = [&](const Term& term) { return used[f][index(term.cell)]; };
      while (f < used.size() && std::any_of(system_.equations[e].begin(), system_.equations[e].end(), shares))
        ++f;
      if (f == used.size()) {
        used.emplace_back(system_.values.size(), false);
        families_.emplace_back();
      }
      families_[f].push_back(static_cast<int>(e));
      for (const Term& term : system_.equations[e]) used[f][index(term.cell)] = true;
    }
  }

  // A failing equation needs a changed cell; one that holds cannot have exactly one.
  bool needs(int e) const { return changed_in_[index(e)] == (fails_[index(e)] ? 0 : 1); }

  int needs_of(const std::vector<int>& family) const {
    return static_cast<int>(std::count_if(family.begin(), family.end(), [&](int e) { return needs(e); }));
  }

  void descend(int remaining) {
    if (++found_.steps > budget_) {
      found_.complete = false;
      return;
    }
    if (remaining < static_cast<int>(most_needs()) || !closed_hold(remaining)) return;
    if (const int e = tightest(); e >= 0) return branch(open_cells({e}), remaining);
    ChangeSet changes;
    const std::vector<int> wrong = unsolved(changes);
    if (wrong.empty()) found_.sets.push_back(std::move(changes));
    else if (remaining > 0) branch(open_cells(wrong), remaining);
  }

  int most_needs() const {
    int most = 0;
    for (const auto& family : families_) most = std::max(most, needs_of(family));
    return most;
  }

  // Where a family needs all that remains, its satisfied equations will get no further change: they must hold
  // already.
  bool closed_hold(int remaining) const {
    if (chosen_.empty()) return true;
    std::vector<int> closed;
    for (const auto& family : families_) {
      if (needs_of(family) < remaining) continue;
      for (int e : family)
        if (changed_in_[index(e)] > 0 && !needs(e)) closed.push_back(e);
    }
    ChangeSet changes;
    return closed.empty() || solve(system_, chosen_, closed, changes);
  }

  // The equation in need with the fewest cells to choose from; -1 when none is in need.
  int tightest() const {
    int best = -1;
    std::ptrdiff_t fewest = 0;
    for (std::size_t e = 0; e < system_.equations.size(); ++e) {
      if (!needs(static_cast<int>(e))) continue;
      const Equation& equation = system_.equations[e];
      const auto cells = std::count_if(equation.begin(), equation.end(),
                                       [&](const Term& t) { return place_[index(t.cell)] == open; });
      if (best < 0 || cells < fewest) best = static_cast<int>(e), fewest = cells;
    }
    return best;
  }

  std::vector<int> open_cells(const std::vector<int>& equations) const {
    std::vector<int> cells;
    for (int e : equations)
      for (const Term& term : system_.equations[index(e)])
        if (place_[index(term.cell)] == open) cells.push_back(term.cell);
    if (equations.size() > 1) {
      std::sort(cells.begin(), cells.end());
      cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
    }
    return cells;
  }

  // Each cell in turn; the ones before it are excluded, so that no set is met twice.
  void branch(const std::vector<int>& cells, int remaining) {
    for (int cell : cells) {
      choose(cell, 1);
      descend(remaining - 1);
      choose(cell, -1);
      place_[index(cell)] = excluded;
      if (!found_.complete) break;
    }
    for (int cell : cells) place_[index(cell)] = open;
  }

  void choose(int cell, int step) {
    place_[index(cell)] = step > 0 ? chosen : open;
    if (step > 0) chosen_.push_back(cell);
    else chosen_.pop_back();
    for (const auto& place : incidence_.of(cell)) changed_in_[index(place.equation)] += step;
  }

  // Solves each connected part of the chosen cells. The equations of the first part that has no solution: a
  // further cell must come from them. Empty when all is solved.
  std::vector<int> unsolved(ChangeSet& changes) const {
    std::vector<int> left = chosen_;
    while (!left.empty()) {
      std::vector<int> part{left.back()}, equations;
      left.pop_back();
      for (std::size_t i = 0; i < part.size(); ++i)
        for (const auto& place : incidence_.of(part[i])) {
          const int e = place.equation;
          if (std::find(equations.begin(), equations.end(), e) != equations.end()) continue;
          equations.push_back(e);
          for (const Term& term : system_.equations[index(e)]) {
            const auto next = std::find(left.begin(), left.end(), term.cell);
            if (next == left.end()) continue;
            part.push_back(term.cell);
            left.erase(next);
          }
        }
      ChangeSet solved;
      if (!solve(system_, part, equations, solved)) return equations;
      changes.insert(changes.end(), solved.begin(), solved.end());
    }
    put_in_order(changes);
    return {};
  }

  const System& system_;
  std::size_t budget_;
  Incidence incidence_;
  std::vector<std::vector<int>> families_;
  std::vector<bool> fails_;      // by equation
  std::vector<int> changed_in_;  // chosen cells, by equation
  std::vector<Place> place_;     // by cell
  std::vector<int> chosen_;
  SmallestRepairs found_;
};

}  // namespace

void put_in_order(ChangeSet& changes) {
  std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.cell < b.cell; });
}

Incidence::Incidence(const System& system) : begin_(system.values.size() + 1, 0) {
  for (const Equation& equation : system.equations)
    for (const Term& term : equation) ++begin_[static_cast<std::size_t>(term.cell) + 1];
  for (std::size_t c = 1; c < begin_.size(); ++c) begin_[c] += begin_[c - 1];
  places_.resize(begin_.back());
  std::vector<std::size_t> next(begin_.begin(), begin_.end() - 1);
  for (std::size_t e = 0; e < system.equations.size(); ++e)
    for (const Term& term : system.equations[e])
      places_[next[static_cast<std::size_t>(term.cell)]++] = {static_cast<int>(e), term.sign};
}

std::span<const Incidence::Place> Incidence::of(int cell) const {
  const auto c = static_cast<std::size_t>(cell);
  return std::span<const Place>(places_).subspan(begin_[c], begin_[c + 1] - begin_[c]);
}

SmallestRepairs smallest_repairs(const System& system, std::size_t budget) {
  return Search(system, budget).run();
}

}  // namespace nianbao::localisation
