// The parts of bind_linear_tables(): one for each form table, and what they share.
#pragma once

#include <optional>
#include <vector>

#include "report/bind.h"
#include "report/linear_tokens.h"
#include "report/row_matcher.h"

namespace nianbao {

// What the tables of one text tell about each other.
struct LinearHabits {
  bool blank_lines_are_cells = false;  // one cell a line, an empty line for an empty cell: seen in 表三
  bool known = false;                  // 表三 was there to tell
};

struct LinearSource {
  const Document& document;
  const Tokens& tokens;
  Report& report;
  LinearHabits& habits;

  const Token& token(std::size_t i) const { return tokens.all[i]; }
  const FormTable& form(TableId id) const { return report.form->table(id); }
  BoundTable& bound(TableId id) const { return report.tables[static_cast<int>(id)]; }
};

struct TokenSpan {
  std::size_t begin = 0, end = 0;  // half-open
};

// One row as found: its label, and what stands behind it up to the next label.
struct LinearRow {
  int row = -1;                    // of the form; RowMatcher::unsplit(); -1: none of the form's labels
  Range label{};
  std::u16string key{};            // label_key() of a label that is none of the form's
  std::u16string rest{};           // what of the label was not seen
  std::vector<std::size_t> cells{};  // tokens: values, blanks, texts
  bool disturbed = false;          // values stand near it that belong to no row
};

// --- 表三 --------------------------------------------------------------------------------------------------------

// Where the rows of 表三 lie: the densest run of its labels. Nothing when there are too few.
std::optional<TokenSpan> find_requests(const LinearSource& source, const RowMatcher& matcher);
// The form's columns as the head names them, left to right; empty when there is no head. `rows`: where the rows begin.
std::vector<int> requests_columns(const LinearSource& source, std::size_t rows, std::size_t& head_begin);
std::vector<LinearRow> requests_rows(const LinearSource& source, const RowMatcher& matcher, TokenSpan span, std::size_t columns);

// --- the binding of each table -----------------------------------------------------------------------------------

void bind_linear_requests(const LinearSource& source);
void bind_linear_disclosure(const LinearSource& source);
void bind_linear_proceedings(const LinearSource& source);

// Reads a token as the cell of a form's row and column. A blank line stands for an empty cell.
ReportCell linear_cell(const LinearSource& source, std::size_t token, CellRef ref);
// Marks a row as present and unread, with its problem.
void leave_unread(const LinearSource& source, TableId id, int row, Range label);
void leave_unread(const LinearSource& source, TableId id, Range range);  // a whole table
void join(Range& whole, Range part);

}  // namespace nianbao
