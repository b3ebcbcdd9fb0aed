// Comma-separated values for spreadsheets: RFC 4180, UTF-8 with a byte order mark so that Excel and WPS know
// the encoding.
//
// A field that a spreadsheet would take for a formula (it begins with = + - @ tab or return, and is no plain
// number) gets an apostrophe in front: a report is a stranger's text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stages.h"

namespace nianbao {

inline constexpr std::string_view csv_mark = "\xEF\xBB\xBF";

// "checked" -> 已核对, for people.
std::string outcome_words(std::string_view outcome);

std::string csv_field(std::string_view utf8);
std::string csv_row(const std::vector<std::string>& fields);  // ended by "\r\n"

// Open findings, one a row: file, agency, year, number, rule, severity, title, message, cells, line, column,
// page, equation, advice, basis.
std::string findings_csv_header(Language language);
std::string findings_csv(const CheckedReading& all, const Options& options);

// Cells, one report a row: file, agency, year, form, outcome, then one column a cell of the 2021 form and of
// the 2019 form's own cells. Two header rows: ids, labels. A cell shows its number; a blank or unread one is
// empty, a nil mark as written.
std::string cells_csv_header();
std::string cells_csv(const Reading& reading, const Options& options);

// One report's rows of both tables, for a caller that puts many together: {"findings", "cells"}.
std::string csv_rows_json(const CheckedReading& all, const Options& options);
// What stands before them, the mark of the encoding included: {"findings", "cells"}.
std::string csv_heads_json(Language language);

// The columns behind cells_csv, for other tables of cells.
std::vector<std::string> cell_column_ids();
std::vector<std::string> cell_column_labels();
std::vector<std::string> cell_column_values(const Reading& reading);

}  // namespace nianbao
