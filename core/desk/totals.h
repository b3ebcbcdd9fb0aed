// The three tables added up over the bodies of a county, and held against the county's own report.
//
// A figure that was not read makes its total incomplete, and an incomplete total is no number. Reports of
// the 2019 form and of the 2021 form are never added to each other.
#pragma once

#include <vector>

#include "desk/hand_in.h"

namespace nianbao {

struct CellTotal {
  Decimal sum;                      // of what was read
  std::vector<std::size_t> unread;  // reports in which the cell was not read
  bool overflow = false;            // larger than a Decimal holds
  bool complete() const { return unread.empty() && !overflow; }
};

struct FormTotals {
  const Form* form = nullptr;
  std::vector<std::size_t> reports;  // those that are added up
  std::vector<CellRef> cells;
  std::vector<CellTotal> totals;  // by cell
};

// One for each form that counted reports have, the newer first.
std::vector<FormTotals> add_up(const HandIn& hand_in, const std::vector<Handed>& reports);

struct Difference {
  std::size_t cell;  // index into FormTotals::cells
  Decimal own, sum;
  Decimal by() const { return own - sum; }
};

// One report whose whole table is just what the county's has too much or too little.
struct Reason {
  enum Kind : std::uint8_t {
    left_out,     // counted here, and the county's report lacks it
    added_twice,  // counted here once, and twice in the county's
    added,        // not counted here: of no listed body, or one that is asked about
    other_copy,   // of a body with several reports the county has added another one
  } kind;
  TableId table;
  std::size_t report;
};

struct AgainstParent {
  std::size_t totals = 0;  // index of the FormTotals; those of the county's own form
  std::size_t compared = 0;
  std::vector<std::size_t> unread;      // cells of the county's report that were not read
  std::vector<std::size_t> incomplete;  // cells whose total is not complete
  std::vector<Difference> differences;
  std::vector<Reason> reasons;  // only where exactly one report explains a table
};

// Nothing without a county's report, or when no body has its form.
std::optional<AgainstParent> against_parent(const HandIn& hand_in, const std::vector<Handed>& reports,
                                            const std::vector<FormTotals>& totals);

}  // namespace nianbao
