// What the history/* rules share: whether last year's report can be held against this one, and how alike two
// passages are.
#pragma once

#include <optional>
#include <vector>

#include "rules/rule.h"

namespace nianbao {

// Why last year's report takes no part, or nothing when it does: none given, not of the year before, of
// another agency.
std::optional<Text> not_comparable(const Context& context);
std::optional<Text> not_comparable(const Report& now, const Report& then);
// Whether the years of both are known and do not follow each other.
bool of_another_year(const Report& now, const Report& then);
// The names of both agencies where they are known to be different bodies.
bool agencies_differ(const Report& report, const Report& previous);

// last year's report, or null with the reason given to `out`.
const Report* comparable(const Context& context, Findings& out);

// 上年（2023年）年报 / last year's report (2023)
Text last_years_report(const Report& previous);

// A row's total, from its parts where it was left blank. Nothing where it cannot be told.
std::optional<std::int64_t> total_of_row(const Report& report, std::string_view row);

// Whether this cell is the total carried over and last year's report carried forward `value`, not what it
// says.
bool was_carried_forward(const Context& context, CellRef cell, Decimal value);

// --- copied text -------------------------------------------------------------------------------------------

// The shingles of a folded text: hashes of every few characters that follow each other, without digits,
// punctuation, names of laws and what `without` names. Sorted, each once. Cost: n log n.
std::vector<std::uint64_t> shingles(std::u16string_view text, std::u16string_view without = {});

// Shared shingles in percent of the mean number: 100 for equal texts; 0 when one of them is too short to
// tell.
int likeness_percent(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

// Of the bodies of section `number`, tables left out.
int section_likeness(const Report& report, const Report& previous, int number);

}  // namespace nianbao
