// Reports of many bodies held against each other: copies among them, and a government's report against those
// below it.
//
//   Company company;                                  // one pass over all reports
//   for (…) company.add(unit_of(report, file_name));
//   company.close();                                  // finds the copies
//   check_along({last_year, &together}, options, all);                // second pass, with
//                                                                        company.together(i)
//
// A Unit keeps about a kilobyte of a report, never its text. Cost of close(): n log n; every pair is never
// compared.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "report/report.h"

namespace nianbao {

// The rows of 表三 that a roll-up adds up.
constexpr std::string_view rolled_up_rows[4] = {"new_requests", "carried_over", "outcome_total",
                                                "carried_forward"};

struct Unit {
  std::string name;       // of the file
  std::u16string agency;  // folded
  int year = 0;
  int form = 2021;
  AgencyKind kind = AgencyKind::unknown;
  bool covers_all = false;  // says that its requests are those of the whole county, city, ...
  std::array<std::optional<std::int64_t>, 4> totals;  // by rolled_up_rows: the 总计 column of 表三
  std::array<std::uint32_t, 128> sketch{};  // smallest hash of the narrative's shingles in each bin; 0: none
  bool comparable = false;                  // enough text to call it a copy
};

Unit unit_of(const Report& report, std::string name);

struct AlikeUnit {
  const Unit* unit;
  int percent;  // estimated likeness of the narratives, as of shingles
};

// What a report is checked together with. Views into a Company.
struct Together {
  const Unit* own = nullptr;
  bool chosen = false;                // the user named this report as the parent
  std::vector<const Unit*> children;  // the reports of the same year that this one should add up
  std::vector<const Unit*> missing;   // bodies below with reports of other years only, one a body
  std::vector<AlikeUnit> alike;       // other bodies with nearly the same narrative, most alike first
};

class Company {
 public:
  // Returns the index of the unit. Units stay where they are until the Company dies.
  std::size_t add(Unit unit);
  // The report that all others of its year, but those below another government among them, are below.
  void choose_parent(std::size_t i) { parent_ = i; }
  void close();
  // Of the unit with this index; empty for an index that is not there. Cost: log n and what is below.
  Together together(std::size_t i) const;
  // The report of the same body a year earlier, or null. Call close() first.
  std::optional<std::size_t> year_before(const std::u16string& agency, int year) const;
  const std::vector<Unit>& units() const { return units_; }

 private:
  void find_copies(std::size_t first_bin);
  void compare(std::size_t a, std::size_t b);
  void find_children(std::size_t parent, Together& out) const;

  std::vector<Unit> units_;
  std::vector<std::size_t> by_name_;  // indices of units_, sorted by agency, year, index
  std::optional<std::size_t> parent_;
  std::vector<std::vector<std::pair<std::size_t, int>>> alike_;
};

}  // namespace nianbao
