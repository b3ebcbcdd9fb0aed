// What was not read of a report, told: one problem for each table, row or stretch of text, which names it and
// quotes its first words; a text that stops in the middle and tables without anything around them are told
// once.
#pragma once

#include "report/report.h"

namespace nianbao {

// After bind(): needs the tables, their cells and the account. Sets stops_at, tables_only, BoundTable::lost;
// the row in whose middle a text stops becomes unread. Cost: linear in the text.
void tell_of_remainder(const Document& document, Report& report);

// Of a text in which headings were found, but no report.
Error headings_alone(const Document& document, const Report& report);

}  // namespace nianbao
