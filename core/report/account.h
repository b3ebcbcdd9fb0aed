// The account of the tables: every number that stands where a table of the form lies is bound to a cell, or
// known as the number of a label, a date, a page; what remains is unexplained, and a report with such remains
// was not read whole.
#pragma once

#include "report/report.h"

namespace nianbao {

// Fills report.readings from the document and the bound cells; looks at nothing that the binding thought on
// its way. Needs sections, tables and their cells. Cost: linear in the text, times the logarithm of the bound
// cells.
void account_for_tables(const Document& document, Report& report);

}  // namespace nianbao
