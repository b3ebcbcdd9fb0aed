// The parts of localise(), one file each. Cells are numbered within their table: row * columns + column.
#pragma once

#include "localise/localise.h"
#include "localise/smallest_repair.h"

namespace nianbao::localisation {

// One table as a system of equations. Blank totals are eliminated: their own sum defines them, and is taken
// into the others.
struct TableSystem {
  TableId table;
  int columns = 0;
  System system;
  // By equation of the system, indices into Localisation::identities: its own, then those taken in.
  std::vector<std::vector<int>> identities_of;
  struct BlankTotal {
    int cell;
    int defined_by;  // index into Localisation::identities
  };
  std::vector<BlankTotal> blanks;

  CellRef ref(int cell) const {
    return {table, static_cast<std::uint8_t>(cell / columns), static_cast<std::uint8_t>(cell % columns)};
  }
  int cell(CellRef ref) const { return ref.row * columns + ref.column; }
};

// table_system.cpp. `identities` are all of the report's.
TableSystem table_system(const Report& report, TableId table, const std::vector<Identity>& identities);
// The totals left blank that are not 0 once `changes` are made, with their values.
std::vector<Proposal::Set> filled_totals(const TableSystem& table, const std::vector<Identity>& identities,
                                         const ChangeSet& changes);

// One group of failing equations that is repaired on its own, with all its smallest repairs.
struct Group {
  std::vector<int> equations;  // of the system; failing
  std::vector<ChangeSet> repairs;
  bool complete = true;
};

// groups.cpp: cuts the smallest repairs of a whole table into independent groups.
std::vector<Group> independent_groups(const System& system, const SmallestRepairs& found);
// The parts of one repair that have nothing to do with each other except that failing sums hold several of
// them.
std::vector<ChangeSet> slips(const System& system, const ChangeSet& repair);

// explain.cpp: all smallest repairs of the system in independent groups; cells that two failing sums agree on
// are settled first when the whole is too much for the budget. Failing equations left over are `unexplained`.
struct Explanation {
  std::vector<Group> groups;
  std::vector<int> unexplained;
};
Explanation explain(const System& system);

// shifted_rows.cpp: rows that fail as they stand and satisfy everything when moved by one column; the
// proposal moves them all. Nothing unless at least four failing identities come right and none is broken.
struct Shift {
  Proposal proposal;
  std::vector<CellRef> cells;
  std::vector<int> repaired;  // identities
};
std::optional<Shift> shifted_rows(const Report& report, TableId table,
                                  const std::vector<Identity>& identities);

// likeness.cpp: how likely a slip this is, and why.
void judge(const Report& report, Proposal& proposal, std::span<const Claim> claims);

// misreading.cpp: whether the proposal only groups the same characters into other cells.
bool regroups_characters(const Report& report, const Proposal& proposal);

}  // namespace nianbao::localisation
