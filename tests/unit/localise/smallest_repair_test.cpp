#include "localise/smallest_repair.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace nianbao::localisation {
namespace {

using Sets = std::set<std::vector<int>>;

Sets sets_of(const SmallestRepairs& found) {
  Sets sets;
  for (const ChangeSet& changes : found.sets) {
    std::vector<int> cells;
    for (const Change& change : changes) cells.push_back(change.cell);
    sets.insert(cells);
  }
  return sets;
}

bool holds(const System& system) {
  return std::all_of(system.equations.begin(), system.equations.end(),
                     [&](const Equation& e) { return residual(system, e) == 0; });
}

TEST(SmallestRepair, FindsNothingWhereEverythingHolds) {
  const SmallestRepairs found = smallest_repairs({{3, 1, 4}, {{{0, 1}, {1, 1}, {2, -1}}}}, 1000);
  EXPECT_TRUE(found.sets.empty());
  EXPECT_TRUE(found.complete);
  EXPECT_EQ(found.steps, 0u);
}

TEST(SmallestRepair, OffersEveryCellOfALoneSumThatCanTakeTheDifference) {
  EXPECT_EQ(sets_of(smallest_repairs({{3, 1, 5}, {{{0, 1}, {1, 1}, {2, -1}}}}, 1000)), (Sets{{0}, {1}, {2}}));
  // 3 + 1 = 2: neither addend but the first can lose two.
  EXPECT_EQ(sets_of(smallest_repairs({{3, 1, 2}, {{{0, 1}, {1, 1}, {2, -1}}}}, 1000)), (Sets{{0}, {2}}));
}

TEST(SmallestRepair, NamesTheCellAtTheCrossing) {
  //  1 2 | 3      columns add up to the last row; the middle cell should be 4
  //  4 9 | 8
  //  5 6 | 11
  System system{{1, 2, 3, 4, 9, 8, 5, 6, 11}, {}};
  for (int r = 0; r < 3; ++r) system.equations.push_back({{3 * r, 1}, {3 * r + 1, 1}, {3 * r + 2, -1}});
  for (int c = 0; c < 3; ++c) system.equations.push_back({{c, 1}, {3 + c, 1}, {6 + c, -1}});
  const SmallestRepairs found = smallest_repairs(system, 1000);
  ASSERT_EQ(found.sets.size(), 1u);
  EXPECT_EQ(found.sets[0][0].cell, 4);
  EXPECT_EQ(found.sets[0][0].by, -5);
}

TEST(SmallestRepair, ChoosesAmongManyValuesWhenBoundsForceTwoCellsIntoOneSum) {
  // a + b = t, t + u = 4, t = v and v + w = 4 pin t; a and b must lose 10 together, neither can alone.
  const System system{{6, 7, 3, 1, 3, 1}, {{{0, 1}, {1, 1}, {2, -1}}, {{2, 1}, {3, 1}, {4, -1}, {5, -1}}}};
  const SmallestRepairs found = smallest_repairs(system, 10000);
  for (const ChangeSet& changes : found.sets) {
    System repaired = system;
    for (const Change& change : changes) repaired.values[static_cast<std::size_t>(change.cell)] += change.by;
    EXPECT_TRUE(holds(repaired));
  }
  EXPECT_TRUE(sets_of(found).count({0, 1}));
}

TEST(SmallestRepair, SaysWhenTheBudgetIsReached) {
  System system{{}, {}};
  for (int r = 0; r < 30; ++r) {
    for (int v : {1, 1, 5}) system.values.push_back(v);
    system.equations.push_back({{3 * r, 1}, {3 * r + 1, 1}, {3 * r + 2, -1}});
  }
  const SmallestRepairs found = smallest_repairs(system, 500);
  EXPECT_FALSE(found.complete);
  EXPECT_LE(found.steps, 501u);
}

// --- an independent solver: every set of cells, every value ------------------------------------------------

class BruteForce {
 public:
  BruteForce(const System& system, std::int64_t largest) : system_(system), largest_(largest) {}

  Sets smallest() {
    if (holds(system_)) return {};
    for (int size = 1; found_.empty(); ++size) try_sets({}, 0, size);
    return found_;
  }

 private:
  void try_sets(std::vector<int> set, int first, int left) {
    if (left == 0) {
      if (plausible(set) && some_values_fit(system_, set, 0)) found_.insert(set);
      return;
    }
    for (int cell = first; cell < static_cast<int>(system_.values.size()); ++cell) {
      set.push_back(cell);
      try_sets(set, cell + 1, left - 1);
      set.pop_back();
    }
  }

  // Untouched equations keep their sums.
  bool plausible(const std::vector<int>& set) const {
    for (const Equation& e : system_.equations) {
      const bool touched = std::any_of(e.begin(), e.end(), [&](const Term& term) {
        return std::find(set.begin(), set.end(), term.cell) != set.end();
      });
      if (!touched && residual(system_, e) != 0) return false;
    }
    return true;
  }

  bool some_values_fit(System system, const std::vector<int>& set, std::size_t at) const {
    if (at == set.size()) return holds(system);
    for (std::int64_t value = 0; value <= largest_; ++value) {
      system.values[static_cast<std::size_t>(set[at])] = value;
      if (some_values_fit(system, set, at + 1)) return true;
    }
    return false;
  }

  System system_;
  std::int64_t largest_;
  Sets found_;
};

// A small 表三: new, over, two outcomes, total, forward; two kinds of applicant and their total. Some
// identities unchecked.
System small_table(std::mt19937& random) {
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  System system{std::vector<std::int64_t>(18, 0), {}};
  const auto at = [&](int row, int column) -> std::int64_t& {
    return system.values[static_cast<std::size_t>(row * 3 + column)];
  };
  for (int c = 0; c < 2; ++c) {
    for (int r : {1, 2, 3, 5}) at(r, c) = below(3);
    at(4, c) = at(2, c) + at(3, c);
    at(0, c) = at(4, c) + at(5, c) - at(1, c);
    if (at(0, c) < 0) at(5, c) -= at(0, c), at(0, c) = 0;
  }
  for (int r = 0; r < 6; ++r) at(r, 2) = at(r, 0) + at(r, 1);
  for (int r = 0; r < 6; ++r) system.equations.push_back({{r * 3, 1}, {r * 3 + 1, 1}, {r * 3 + 2, -1}});
  for (int c = 0; c < 3; ++c) {
    system.equations.push_back({{6 + c, 1}, {9 + c, 1}, {12 + c, -1}});
    system.equations.push_back({{c, 1}, {3 + c, 1}, {12 + c, -1}, {15 + c, -1}});
  }
  for (int unchecked = below(4); unchecked > 2; --unchecked)
    system.equations.erase(system.equations.begin() + below(static_cast<int>(system.equations.size())));
  for (int errors = 1 + below(2); errors > 0; --errors) system.values[random() % 18] = below(7);
  return system;
}

TEST(SmallestRepair, AgreesWithBruteForceOnTenThousandSmallTables) {
  std::mt19937 random(1);
  for (int i = 0; i < 10000; ++i) {
    const System system = small_table(random);
    const SmallestRepairs found = smallest_repairs(system, 100000);
    ASSERT_TRUE(found.complete);
    ASSERT_EQ(sets_of(found), BruteForce(system, 20).smallest()) << "table " << i;
    ASSERT_EQ(sets_of(found).size(), found.sets.size()) << "a set was found twice";
    for (const ChangeSet& changes : found.sets) {
      System repaired = system;
      for (const Change& change : changes) {
        ASSERT_NE(change.by, 0);
        ASSERT_GE(repaired.values[static_cast<std::size_t>(change.cell)] += change.by, 0);
      }
      ASSERT_TRUE(holds(repaired));
    }
  }
}

}  // namespace
}  // namespace nianbao::localisation
