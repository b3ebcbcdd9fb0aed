// Random valid tables 三 and 四, and the slips that people make in them. The same seed gives the same tables
// everywhere.
#pragma once

#include <cstdint>

#include "report/report.h"

namespace nianbao {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();  // splitmix64
  int below(int n) { return static_cast<int>(next() % static_cast<std::uint64_t>(n)); }
  int between(int low, int high) { return low + below(high - low + 1); }
  double unit() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }

 private:
  std::uint64_t state_;
};

// Every cell of tables 三 and 四 a number, every identity kept. From a handful of requests to some thousand.
Report random_report(Random& random);

std::int64_t value_at(const Report& report, CellRef ref);
void set_value(Report& report, CellRef ref, std::int64_t value);

// Another number for the cell, as slips go: a digit swapped, dropped, added or mistyped, a little more or
// less.
std::int64_t slip_of(Random& random, std::int64_t value);

CellRef random_cell(Random& random, const Report& report, TableId table);

// Items moved between two cells of one row, or of one column of outcomes. False when the cell drawn has none.
struct Misfiling {
  CellRef from, to;
  std::int64_t items;
};
bool misfile(Random& random, Report& report, Misfiling& done);

}  // namespace nianbao
