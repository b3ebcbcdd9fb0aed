// The smallest sets of variables whose change satisfies a system of equations: error localisation after
// Fellegi and Holt.
//
//   System system{{3, 1, 5}, {{{{0, 1}, {1, 1}, {2, -1}}}}};    // 3 + 1 - 5 = 0 fails
//   SmallestRepairs found = smallest_repairs(system, 1000);     // {0: 4}, {1: 2}, {2: 4}
//
// Exact: every set of the smallest size for which integers >= 0 exist is found, and no other. The search
// deepens by size and always branches over the cells of an equation that must hold a (further) changed cell;
// what must still be changed is bounded from below by families of equations that share no cell.
// Requires what sums of a two-way table give: all coefficients -1, 0 or 1 and the matrix totally unimodular
// (a network), so that eliminations stay integral.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace nianbao::localisation {

struct Term {
  int cell;
  int sign;  // 1 or -1
};
using Equation = std::vector<Term>;  // the signed values add up to 0

struct System {
  std::vector<std::int64_t> values;  // as they stand, by cell
  std::vector<Equation> equations;
};

// The equations of each cell, with its sign there; one block of memory.
class Incidence {
 public:
  struct Place {
    int equation;
    int sign;
  };
  explicit Incidence(const System& system);
  std::span<const Place> of(int cell) const;

 private:
  std::vector<std::size_t> begin_;
  std::vector<Place> places_;
};

struct Change {
  int cell;
  std::int64_t by;  // never 0; value + by >= 0
};
using ChangeSet = std::vector<Change>;  // sorted by cell
void put_in_order(ChangeSet& changes);

struct SmallestRepairs {
  // all of one size; empty when nothing fails, or when nothing was found in time
  std::vector<ChangeSet> sets;
  bool complete = true;   // false: the budget was reached; sets of this size, or all sets, may be missing
  std::size_t steps = 0;  // search steps taken
};

// `budget` bounds the search steps; a step costs a few microseconds.
SmallestRepairs smallest_repairs(const System& system, std::size_t budget);

// How far the equation is from 0.
std::int64_t residual(const System& system, const Equation& equation);

// Integers x with value + x >= 0 for the chosen cells that bring each of `equations` to 0; where several fit,
// one of small size. False when there are none. Cost: cubic in the number of chosen cells.
bool solve(const System& system, const std::vector<int>& chosen, const std::vector<int>& equations,
           ChangeSet& out);

}  // namespace nianbao::localisation
