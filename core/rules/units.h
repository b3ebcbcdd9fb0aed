// Reports of many bodies held against each other: copies among them, and a government's report against those below it.
//
//   Company company;                                  // one pass over all reports
//   for (…) company.add(unit_of(report, file_name));
//   company.close();                                  // finds the copies
//   check_report(reading, previous, options, company.together(i));   // second pass
//
// A Unit keeps about a kilobyte of a report, never its text. Cost of close(): n log n; every pair is never compared.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "report/report.h"

namespace nianbao {

// The rows of 表三 that a roll-up adds up.
constexpr std::string_view rolled_up_rows[4] = {"new_requests", "carried_over", "outcome_total", "carried_forward"};

struct Unit {
  std::string name;                                    // of the file
  std::u16string agency;                               // folded
  int year = 0;
  AgencyKind kind = AgencyKind::unknown;
  std::array<std::optional<std::int64_t>, 4> totals;   // by rolled_up_rows: the 总计 column of 表三
  std::array<std::uint32_t, 128> sketch{};             // smallest hash of the narrative's shingles in each bin; 0: none
  bool comparable = false;                             // enough text to call it a copy
};

Unit unit_of(const Report& report, std::string name);

struct AlikeUnit {
  const Unit* unit;
  int percent;          // estimated likeness of the narratives, as of shingles
};

// What a report is checked together with. Views into a Company.
struct Together {
  std::vector<const Unit*> children;  // the reports of the same year that this one should add up
  std::vector<AlikeUnit> alike;       // other bodies with nearly the same narrative, most alike first
};

class Company {
 public:
  // Returns the index of the unit. Units stay where they are until the Company dies.
  std::size_t add(Unit unit);
  void close();
  // Of the unit with this index; empty for an index that is not there.
  Together together(std::size_t i) const;

 private:
  void find_copies(std::size_t first_bin);
  void compare(std::size_t a, std::size_t b);
  std::vector<const Unit*> children_of(const Unit& parent) const;

  std::vector<Unit> units_;
  std::vector<std::vector<std::pair<std::size_t, int>>> alike_;
};

}  // namespace nianbao
