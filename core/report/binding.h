// The parts of bind_text_tables(): one for each form table, and what they share.
#pragma once

#include <optional>
#include <vector>

#include "report/bind.h"
#include "report/evidence.h"
#include "report/row_matcher.h"

namespace nianbao {

// What the tables of one text tell about each other.
struct Habits {
  bool blank_lines_are_cells = false;  // one cell a line, an empty line for an empty cell: seen in 表三
};

struct Source {
  const Document& document;
  const Evidence& evidence;
  Report& report;
  Habits& habits;

  const Piece& piece(std::size_t i) const { return evidence.all[i]; }
  const FormTable& form(TableId id) const { return report.form->table(id); }
  BoundTable& bound(TableId id) const { return report.tables[static_cast<int>(id)]; }
};

struct Span {
  std::size_t begin = 0, end = 0;  // half-open
};

// One row as found: its label, and what stands behind it up to the next label.
struct PrintedRow {
  int row = -1;  // of the form; RowMatcher::unsplit(); -1: none of the form's labels
  Range label{};
  std::u16string key{};              // label_key() of a label that is none of the form's
  std::u16string rest{};             // what of the label was not seen
  std::size_t label_piece = 0;       // the last one of the label
  std::vector<std::size_t> cells{};  // pieces: values, blanks, texts
  bool altered = false;              // the label holds characters that are not the form's
  bool disturbed = false;            // values stand near it that belong to no row
};

// --- placing -----------------------------------------------------------------------------------------------

// Where in rows with drawn cells the values begin: a merged label leaves blanks before them, and rows are
// filled up with blanks at their ends. Rows that leave no choice tell those of the same shape.
class CellRows {
 public:
  explicit CellRows(const Source& source) : source_(source) {}
  static bool has_cells(const Source& source, const PrintedRow& row);  // its blanks are cells
  // The number among the cells of a row at which the head names the first column.
  void begin_at(std::optional<int> field) { first_field_ = field; }
  void learn(const PrintedRow& row, std::size_t columns);
  // The pieces of the row's columns; nothing where it is not certain which they are, or some are missing.
  std::optional<std::vector<std::size_t>> place(const PrintedRow& row, std::size_t columns) const;

 private:
  struct Known {
    int field;              // of the label
    std::size_t cells;      // behind it
    std::size_t start;      // of the values among them
    bool doubtful = false;  // rows of this shape do not agree
  };
  struct Starts {
    std::size_t low, high;
  };
  std::optional<Starts> possible(const PrintedRow& row, std::size_t columns) const;
  bool is_blank(std::size_t piece) const { return source_.piece(piece).kind == PieceKind::blank; }
  bool is_upright(const PrintedRow& row) const;
  const Known* known(const PrintedRow& row) const;
  std::optional<std::size_t> below_head(const PrintedRow& row) const;

  const Source& source_;
  std::vector<Known> known_;
  std::optional<int> first_field_;
};

// --- 表三 --------------------------------------------------------------------------------------------------

// Where the rows of 表三 lie: the densest run of its labels. Nothing when there are too few.
std::optional<Span> find_requests(const Source& source, const RowMatcher& matcher);
// The form's columns as the head names them, left to right; empty when there is no head.
struct HeadColumns {
  std::vector<int> columns{};
  bool whole =
      false;  // names in one piece or in cells; where they are broken over lines, some may not be recognised
};
// `rows`: where the rows begin.
HeadColumns requests_columns(const Source& source, std::size_t rows, std::size_t& head_begin);
std::vector<PrintedRow> requests_rows(const Source& source, const RowMatcher& matcher, Span span,
                                      std::size_t columns);

// --- the binding of each table -----------------------------------------------------------------------------

void bind_requests(const Source& source);
void bind_disclosure(const Source& source);
void bind_proceedings(const Source& source);

// Reads a piece as the cell of a form's row and column. A blank line stands for an empty cell.
ReportCell cell_of(const Source& source, std::size_t piece, CellRef ref);
// Marks a row as present and unread, with its problem.
void leave_unread(const Source& source, TableId id, int row, Range label);
void leave_unread(const Source& source, TableId id, Range range);  // a whole table
void join(Range& whole, Range part);

}  // namespace nianbao
