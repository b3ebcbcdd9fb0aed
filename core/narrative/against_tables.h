// Figures held against the cells of the tables.
#pragma once

#include "narrative/ledger.h"

namespace nianbao {

// The sums of cells that a number of this meaning may agree with, the plainest first. Empty when no table has
// it.
std::vector<Combination> combinations(const Measure& measure, const Report& report);

// Sets held, fits, columns and the class of a figure with a meaning.
void hold_against_tables(const Report& report, Figure& figure);

// The claim on one cell that an exact figure makes, if it makes one.
std::optional<TextClaim> claim_of(const Figure& figure);

}  // namespace nianbao
