// Document -> Report: which report this is, where its sections are, and what stands in every statutory cell.
//
// No cell is ever guessed: a value is bound by the labels of its row and column; where blanks have vanished
// from a row, values are placed only if exactly one placement satisfies the identities of the form, otherwise
// the row is unread.
#pragma once

#include <vector>

#include "prose/line.h"
#include "report/report.h"

namespace nianbao {

// Whether this is an annual report on disclosure: a table of the form, its own sections, or its title with a
// section. Decides "unreadable"; problems then name another kind of report where a title tells.
bool is_report(const Report& report);

Report bind(const Document& document, int year_hint = 0);

// --- the parts of bind(), one file each; `lines`: text_lines() of the document -----------------------------

// facts.cpp: title, agency, year, period, preamble, dates. Needs the sections. Looks no further than
// report.body.
void find_facts(const Document& document, const std::vector<DocumentLine>& lines, Report& report,
                int year_hint);

// sections.cpp: the six headings under any usual numbering or none, and their bodies. Where a second report
// begins, report.body is cut and report.problems says so.
void find_sections(const Document& document, const std::vector<DocumentLine>& lines, Report& report);

// running_text.cpp: the paragraphs of the report, each in its part. Needs all of the above; the tables are
// left out.
Prose read_prose(const Report& report);

// form_choice.cpp: which form the labels belong to, mixed or not. Needs the year.
void choose_form(const Document& document, const std::vector<DocumentLine>& lines, Report& report);

// grid_tables.cpp: binds real grids to the form's tables by label. Leaves unbound what it cannot bind.
void bind_grid_tables(const Document& document, Report& report);

// binding.cpp: binds tables by the order of their words and values: in running text, one cell a line, PDF
// lines, aligned columns, and in the grids of text formats. Only for tables that bind_grid_tables() left
// absent.
void bind_text_tables(const Document& document, Report& report);

// A row of the form whose values are known only in their order.
struct OrderedRow {
  int row = 0;  // form row
  Range label{};
  std::vector<ReportCell> values;  // left to right, as read; vanished blanks are missing among them
};

// vanished_blanks.cpp: puts rows into the table `id` of the report, whose other rows are already bound. A row
// with as many values as the form has columns is placed as it stands. A row with fewer is placed if exactly
// one placement of all such rows satisfies the identities of the table, the gaps become CellState::blank;
// otherwise, and with more values than columns, its cells become CellState::unread and report.problems gets
// row_unread with the row's label. Sets row_present, row_label, column_present of these rows and nothing
// else. Cost: bounded by limits::repair_nodes.
void place_ordered_rows(Report& report, TableId id, const std::vector<OrderedRow>& rows);

// cells.cpp: the text of one cell -> state, value, style. In `amount` cells 元 and 万元 may follow the
// number, which is taken as written (251000元 is 251000, with style_yuan); in `change` cells of the 2019 form
// 增 and 减 may stand before it (减2项 is -2). What is not certainly one number is text: O, ①, 30余, 12/3, 一
// alone (it may be a dash).
ReportCell read_cell(const Document& document, Range range, bool amount, bool change);
bool is_amount(const Form& form, CellRef ref);
bool is_change(const Form& form, CellRef ref);

// summary_table.cpp: a table with a row of figures for each of several bodies. Such a table is none of the
// form's, whatever its head says. Cost: linear.
std::optional<Range> find_summary_table(const Document& document);

// marked_cells.cpp: numbers as a workbook stores them, however they are printed; what could not be read
// becomes unread.
void take_marked_cells(const Document& document, Report& report);

// Prepares empty tables of the report for its form: every cell absent.
void clear_tables(Report& report);

}  // namespace nianbao
