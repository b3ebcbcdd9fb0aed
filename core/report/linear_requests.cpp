#include <algorithm>

#include "form/labels.h"
#include "report/aligned_columns.h"
#include "report/linear.h"
#include "report/scattered.h"

namespace nianbao {
namespace {

constexpr std::size_t all_columns = 7;
constexpr std::size_t nearby = 30;  // rows above and below that show where the columns stand

class RequestsBinder {
 public:
  explicit RequestsBinder(const LinearSource& source) : source_(source), form_(source.form(TableId::requests)), matcher_(form_), table_(source.bound(TableId::requests)) {}

  void bind() {
    const auto span = find_requests(source_, matcher_);
    if (!span) return;
    std::size_t head_begin = span->begin;
    columns_ = requests_columns(source_, span->begin, head_begin);
    rows_ = requests_rows(source_, matcher_, *span, columns_.empty() ? all_columns : columns_.size());
    if (is_scattered()) return bind_scattered_requests(source_, {head_begin, span->end}, rows_);
    if (columns_.size() != all_columns && most_common_size() == all_columns) columns_.clear();
    if (columns_.empty())
      for (std::size_t c = 0; c < all_columns; ++c) columns_.push_back(static_cast<int>(c));
    choose_cells(*span);
    name_altered_rows();
    table_.present = true;
    table_.range = source_.token(head_begin).range;
    note_regularity();
    choose_rows();
    for (const LinearRow& row : rows_) bind_row(row);
    place_ordered_rows(source_.report, TableId::requests, ordered_);
  }

 private:
  bool is_value(std::size_t i) const { return source_.token(i).kind == TokenKind::value; }

  std::size_t values_of(const LinearRow& row) const {
    return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), [&](std::size_t i) { return is_value(i); }));
  }

  // Labels without values behind them: the text was taken out of its order.
  bool is_scattered() const {
    if (source_.tokens.layout != LinearLayout::lines) return false;
    std::size_t empty = 0, known = 0;
    for (const LinearRow& row : rows_) {
      if (row.row < 0) continue;
      ++known;
      empty += row.cells.empty() || (values_of(row) == 0 && !blank_lines_are_cells());
    }
    return empty * 2 > known;
  }

  std::size_t most_common_size() const {
    std::vector<std::size_t> count(all_columns + 2, 0);
    for (const LinearRow& row : rows_) ++count[std::min(values_of(row), all_columns + 1)];
    return static_cast<std::size_t>(std::max_element(count.begin() + 1, count.end()) - count.begin());
  }

  // --- which tokens are the cells of a row -----------------------------------------------------------------------

  // One cell a line, where an empty line is an empty cell: every row has its cells, and nothing but blanks behind them.
  bool blank_lines_are_cells() const {
    const std::size_t n = columns_.empty() ? all_columns : columns_.size();
    for (const LinearRow& row : rows_) {
      if (row.cells.size() < n && row.row >= 0) return false;
      for (std::size_t i = n; i < row.cells.size(); ++i)
        if (source_.token(row.cells[i]).kind != TokenKind::blank) return false;
      if (!row.cells.empty() && !alone(row.cells.front())) return false;
    }
    return true;
  }

  bool alone(std::size_t i) const { return i == 0 || source_.token(i - 1).line != source_.token(i).line; }

  void choose_cells(TokenSpan span) {
    const bool cells_given = source_.tokens.layout != LinearLayout::lines;
    const bool blanks = !cells_given && one_value_a_line(source_.tokens, span.begin, span.end) && blank_lines_are_cells();
    source_.habits = {.blank_lines_are_cells = blanks, .known = true};
    by_line_ = cells_given || blanks;
    for (LinearRow& row : rows_) {
      if (by_line_ && row.cells.size() > columns_.size()) row.cells.resize(columns_.size());
      if (!by_line_) drop_blanks(row);
    }
  }

  // Without blanks; texts stay only where they make up the number of columns.
  void drop_blanks(LinearRow& row) const {
    const auto kind = [&](std::size_t i) { return source_.token(i).kind; };
    row.cells.erase(std::remove_if(row.cells.begin(), row.cells.end(), [&](std::size_t i) { return kind(i) == TokenKind::blank; }), row.cells.end());
    if (row.cells.size() == columns_.size()) return;
    row.cells.erase(std::remove_if(row.cells.begin(), row.cells.end(), [&](std::size_t i) { return kind(i) == TokenKind::text; }), row.cells.end());
  }

  // --- labels that are not quite the form's ----------------------------------------------------------------------

  // A label of its own just where one of the form is missing, and close to it.
  void name_altered_rows() {
    std::vector<bool> taken(form_.rows.size() + 1, false);
    for (const LinearRow& row : rows_)
      if (row.row >= 0) taken[static_cast<std::size_t>(row.row)] = true;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].row >= 0) continue;
      const int low = i > 0 ? rows_[i - 1].row : -1;
      const std::size_t next = static_cast<std::size_t>(low + 1);
      if (low + 1 >= static_cast<int>(form_.rows.size()) || taken[next] || !is_close(rows_[i].key, label_key(form_.rows[next].label))) continue;
      rows_[i].row = low + 1;
      taken[next] = true;
      table_.altered_labels.push_back({form_.rows[next].label, rows_[i].label});
    }
  }

  // --- placing ---------------------------------------------------------------------------------------------------

  // Of rows with the same label, the first one that has all its values; otherwise the first.
  void choose_rows() {
    best_.assign(form_.rows.size() + 1, nullptr);
    for (const LinearRow& row : rows_) {
      if (row.row < 0) continue;
      const LinearRow*& best = best_[static_cast<std::size_t>(row.row)];
      if (best == nullptr || (best->cells.size() != columns_.size() && row.cells.size() == columns_.size())) best = &row;
    }
  }

  void bind_row(const LinearRow& row) {
    if (row.row < 0) {
      if (values_of(row) > 0) table_.extra_rows.push_back(row.label);
      return;
    }
    if (&row != best_[static_cast<std::size_t>(row.row)]) return;
    join(table_.range, row.label);
    for (std::size_t i : row.cells) join(table_.range, source_.token(i).range);
    if (row.row == matcher_.unsplit()) return bind_unsplit(row);
    const auto form_row = static_cast<std::size_t>(row.row);
    table_.row_present[form_row] = true;
    table_.row_label[form_row] = row.label;
    for (int c : columns_) table_.column_present[form_row][static_cast<std::size_t>(c)] = true;
    if (is_certain(row)) return put(row, row.cells);
    const bool in_order = columns_.size() == all_columns && std::is_sorted(columns_.begin(), columns_.end());
    const Shape shape = shape_of(source_.tokens, row.cells);
    if (row.cells.size() >= columns_.size() || (shape == Shape::mixed && !by_line_)) return leave_unread(source_, TableId::requests, row.row, row.label);
    if (const auto aligned = align(row)) return put(row, *aligned);
    if (!in_order) return leave_unread(source_, TableId::requests, row.row, row.label);
    OrderedRow ordered{row.row, row.label, {}};
    for (std::size_t i : row.cells) ordered.values.push_back(linear_cell(source_, i, ref(row.row, 0)));
    ordered_.push_back(std::move(ordered));
  }

  // As many values as columns, on one line or one a line. Where values have been lost or moved, they must also add up.
  bool is_certain(const LinearRow& row) const {
    if (row.cells.size() != columns_.size()) return false;
    if (by_line_) return true;
    switch (shape_of(source_.tokens, row.cells)) {
      case Shape::one_line: return !is_disturbed(row) || adds_up(row);
      case Shape::one_each: return (is_regular_ && !is_disturbed(row)) || adds_up(row);
      case Shape::mixed: break;
    }
    return false;
  }

  // Values of no row near it, or the row above has more than its own: a number broken over lines leaves such pieces.
  bool is_disturbed(const LinearRow& row) const {
    const auto here = static_cast<std::size_t>(&row - rows_.data());
    return row.disturbed || (here > 0 && (rows_[here - 1].disturbed || rows_[here - 1].cells.size() > columns_.size()));
  }

  bool adds_up(const LinearRow& row) const {
    Decimal difference = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const ReportCell cell = linear_cell(source_, row.cells[i], ref(0, columns_[i]));
      if (!cell.counted()) return false;
      const Decimal value = cell.value.value_or(Decimal(0));
      difference = columns_[i] == 6 ? difference - value : difference + value;
    }
    return difference.is_zero();
  }

  void note_regularity() {
    is_regular_ = std::all_of(rows_.begin(), rows_.end(), [&](const LinearRow& row) { return row.row < 0 || row.cells.size() == columns_.size(); });
  }

  static CellRef ref(int row, int column) { return {TableId::requests, static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(column)}; }

  void put(const LinearRow& row, const std::vector<std::size_t>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      table_.cells[static_cast<std::size_t>(row.row)][static_cast<std::size_t>(columns_[i])] = cell(row, cells[i], columns_[i]);
  }

  ReportCell cell(const LinearRow& row, std::size_t token, int column) const {
    if (token != no_token) return linear_cell(source_, token, ref(row.row == matcher_.unsplit() ? 0 : row.row, column));
    ReportCell blank;
    blank.state = CellState::blank;
    blank.range = {row.label.end, row.label.end};
    return blank;
  }

  void bind_unsplit(const LinearRow& row) {
    if (!table_.unsplit_other.empty()) return;
    table_.unsplit_other = row.label;
    table_.unsplit_other_cells.assign(all_columns, ReportCell{});
    if (!is_certain(row)) return;
    for (std::size_t i = 0; i < row.cells.size(); ++i) table_.unsplit_other_cells[static_cast<std::size_t>(columns_[i])] = cell(row, row.cells[i], columns_[i]);
  }

  // By where the values stand on their line, compared with the lines above and below.
  std::optional<std::vector<std::size_t>> align(const LinearRow& row) const {
    if (source_.tokens.layout != LinearLayout::lines || shape_of(source_.tokens, row.cells) != Shape::one_line) return std::nullopt;
    const auto here = static_cast<std::size_t>(&row - rows_.data());
    std::vector<std::vector<std::size_t>> around;
    for (std::size_t distance = 1; distance < nearby; ++distance)
      for (std::size_t at : {here - distance, here + distance})
        if (at < rows_.size() && shape_of(source_.tokens, rows_[at].cells) == Shape::one_line) around.push_back(rows_[at].cells);
    return align_values(source_.tokens, row.cells, around, columns_.size());
  }

  const LinearSource& source_;
  const FormTable& form_;
  const RowMatcher matcher_;
  BoundTable& table_;
  std::vector<int> columns_;      // form columns, left to right
  std::vector<LinearRow> rows_;
  std::vector<const LinearRow*> best_;  // by form row
  std::vector<OrderedRow> ordered_;
  bool by_line_ = false;     // the cells are given, blanks and all
  bool is_regular_ = false;  // all rows have all their values
};

}  // namespace

void bind_linear_requests(const LinearSource& source) { RequestsBinder(source).bind(); }

}  // namespace nianbao
