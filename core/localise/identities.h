// The identities of tables 三 and 四: which sums must agree, which do, and which cannot be checked.
#pragma once

#include <cstdint>
#include <vector>

#include "report/report.h"

namespace nianbao {

enum class Relation : std::uint8_t {
  row_total,      // 表三, a row: the six kinds of applicants add up to 总计
  outcome_total,  // 表三, a column: the outcomes add up to （七）总计
  balance,        // 表三, a column: 新收 + 上年结转 = （七）总计 + 结转下年度
  group_total,    // 表四, a group: the four results add up to 总计
};

enum class IdentityState : std::uint8_t {
  holds,
  fails,
  unchecked,  // a cell of it was not found, not read, or holds no whole number
};

struct IdentityTerm {
  CellRef cell;
  int side;  // 1: left of the equals sign, -1: right of it
};

struct Identity {
  Relation relation;
  TableId table;
  int at = 0;                       // the row (row_total, group_total) or column (outcome_total, balance)
  std::vector<IdentityTerm> terms;  // left side first, in the order of the form
  IdentityState state = IdentityState::unchecked;
  std::int64_t left = 0, right = 0;  // the sides' sums; blank cells and nil marks count as 0
};

// Empty for a table that the report does not have. Order: rows, then outcome totals, then balances; by
// position.
std::vector<Identity> identities(const Report& report);

// The cell as a term of a sum: nothing unless it is blank, a nil mark or a whole number.
std::optional<std::int64_t> countable(const ReportCell& cell);

// "10 + 3 ≠ 12 + 0"; zero terms are left out of sums of more than seven.
std::u16string equation(const Report& report, const Identity& identity);
// One side alone: "10 + 3 + 1".
std::u16string side(const Report& report, const Identity& identity, int side);

}  // namespace nianbao
