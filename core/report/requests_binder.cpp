#include <algorithm>

#include "form/labels.h"
#include "report/aligned_columns.h"
#include "report/binding.h"
#include "report/scattered.h"

namespace nianbao {
namespace {

constexpr int enough_named = 3;     // columns of the head
constexpr int enough_telling = 4;   // rows with numbers that show in which order they stand
constexpr std::size_t nearby = 30;  // rows above and below that show where the columns stand

// 涉及国家秘密 for 属于国家秘密: half of the standard's words in one piece.
bool shares_half(std::u16string_view key, std::u16string_view standard) {
  const std::size_t half = (standard.size() + 1) / 2;
  for (std::size_t at = 0; half >= 3 && at + half <= standard.size(); ++at)
    if (key.find(standard.substr(at, half)) != std::u16string_view::npos) return true;
  return half < 3 && key.find(standard) != std::u16string_view::npos;
}

class RequestsBinder {
 public:
  explicit RequestsBinder(const Source& source)
      : source_(source),
        form_(source.form(TableId::requests)),
        matcher_(form_),
        table_(source.bound(TableId::requests)),
        cell_rows_(source),
        all_columns_(form_.rows[0].columns.size()) {}

  void bind() {
    const auto span = find_requests(source_, matcher_);
    if (!span) return;
    std::size_t head_begin = span->begin;
    const HeadColumns head = requests_columns(source_, span->begin, head_begin);
    columns_ = head.columns;
    rows_ = requests_rows(source_, matcher_, *span, columns_.empty() ? all_columns_ : columns_.size());
    take_leading_values(*span);
    if (is_scattered()) return bind_scattered_requests(source_, {head_begin, span->end}, rows_);
    if (columns_.size() != all_columns_ && !believes(head)) columns_.clear();
    if (columns_.empty())
      for (std::size_t c = 0; c < all_columns_; ++c) columns_.push_back(static_cast<int>(c));
    cell_rows_.begin_at(first_field({head_begin, span->begin}));
    choose_cells(*span);
    name_altered_rows();
    table_.present = true;
    table_.range = source_.piece(head_begin).range;
    note_regularity();
    note_order();
    choose_rows();
    for (const PrintedRow& row : rows_) bind_row(row);
    place_ordered_rows(source_.report, TableId::requests, ordered_);
  }

 private:
  bool is_value(std::size_t i) const { return source_.piece(i).kind == PieceKind::value; }
  bool has_cells(const PrintedRow& row) const { return CellRows::has_cells(source_, row); }

  std::size_t values_of(const PrintedRow& row) const {
    return static_cast<std::size_t>(
        std::count_if(row.cells.begin(), row.cells.end(), [&](std::size_t i) { return is_value(i); }));
  }

  // Labels without values behind them: the text was taken out of its order.
  bool is_scattered() const {
    std::size_t empty = 0, known = 0;
    for (const PrintedRow& row : rows_) {
      if (row.row < 0) continue;
      if (has_cells(row)) return false;
      ++known;
      empty += row.cells.empty() || (values_of(row) == 0 && !blank_lines_are_cells());
    }
    return empty * 2 > known;
  }

  // The values of every row stand before its label: a row's worth of them before the first label, none behind
  // the last, and so the columns come out even. Where they do not, nothing tells whose values they are.
  void take_leading_values(Span span) {
    if (rows_.size() < static_cast<std::size_t>(enough_telling)) return;
    std::vector<std::size_t> leading;
    for (std::size_t i = span.begin; i > 0 && source_.piece(i - 1).kind != PieceKind::text; --i)
      if (is_value(i - 1)) leading.push_back(i - 1);
    if (leading.size() != all_columns_ || values_of(rows_.front()) != all_columns_ ||
        values_of(rows_.back()) == all_columns_ || comes_out_even())
      return;
    std::reverse(leading.begin(), leading.end());
    for (PrintedRow& row : rows_) {
      row.cells.swap(leading);
      row.disturbed = false;
    }
    in_no_order_ = !comes_out_even();
  }

  // 一 + 二 = 三（七）+ 四 in every column.
  bool comes_out_even() const {
    std::vector<Decimal> difference(all_columns_, 0);
    int found = 0;
    for (const PrintedRow& row : rows_) {
      if (row.row < 0 || static_cast<std::size_t>(row.row) >= form_.rows.size()) continue;
      const std::string_view key = form_.rows[static_cast<std::size_t>(row.row)].key;
      const bool came = key == "new_requests" || key == "carried_over";
      if (!came && key != "outcome_total" && key != "carried_forward") continue;
      std::size_t column = 0;
      for (std::size_t i : row.cells) {
        if (!is_value(i)) continue;
        if (column == all_columns_) return false;
        const Decimal value = cell_of(source_, i, ref(0, 0)).value.value_or(Decimal(0));
        difference[column] = came ? difference[column] + value : difference[column] - value;
        ++column;
      }
      found += column == all_columns_;
    }
    constexpr int four_rows = 4;
    return found == four_rows &&
           std::all_of(difference.begin(), difference.end(), [](const Decimal& d) { return d.is_zero(); });
  }

  // A head with fewer columns than the form. A row with more values shows that some of its names were not
  // found; where names are broken over lines, every row must have as many values.
  bool believes(const HeadColumns& head) const {
    return std::all_of(rows_.begin(), rows_.end(), [&](const PrintedRow& row) {
      const std::size_t values = values_of(row);
      return row.row < 0 || (head.whole ? values <= head.columns.size() : values == head.columns.size());
    });
  }

  // --- which pieces are the cells of a row -----------------------------------------------------------------

  // One cell a line, where an empty line is an empty cell: every row has its cells, and nothing but blanks
  // behind them. Cells that a group's label covers are such blanks; before a row without group none may
  // stand, or empty lines only keep rows apart.
  bool blank_lines_are_cells() const {
    const std::size_t n = columns_.empty() ? all_columns_ : columns_.size();
    bool told = false;
    for (const PrintedRow& row : rows_) {
      if (row.cells.size() < n && row.row >= 0) return false;
      for (std::size_t i = n; i < row.cells.size(); ++i)
        if (source_.piece(row.cells[i]).kind != PieceKind::blank) return false;
      if (!row.cells.empty() && !alone(row.cells.front())) return false;
      const auto next = static_cast<std::size_t>(row.row + 1);
      if (row.row >= 0 && values_of(row) == n && next < form_.rows.size() && form_.rows[next].group.empty()) {
        if (row.cells.size() > n) return false;
        told = true;
      }
      told |= has_blank_inside(row);
    }
    return told;
  }

  // Before its last value.
  bool has_blank_inside(const PrintedRow& row) const {
    const auto blank = [&](std::size_t i) { return source_.piece(i).kind == PieceKind::blank; };
    const auto last = std::find_if_not(row.cells.rbegin(), row.cells.rend(), blank).base();
    return std::any_of(row.cells.begin(), last, blank);
  }

  bool alone(std::size_t i) const { return i == 0 || source_.piece(i - 1).line != source_.piece(i).line; }

  void choose_cells(Span span) {
    for (PrintedRow& row : rows_)
      if (std::any_of(row.cells.begin(), row.cells.end(),
                      [&](std::size_t i) { return source_.piece(i).cell; }))
        drop(row, [](const Piece& p) { return !p.cell && p.kind == PieceKind::blank; });
    const bool drawn =
        std::any_of(rows_.begin(), rows_.end(), [&](const PrintedRow& row) { return has_cells(row); });
    const bool blanks =
        !drawn && one_value_a_line(source_.evidence, span.begin, span.end) && blank_lines_are_cells();
    source_.habits = {.blank_lines_are_cells = blanks};
    for (PrintedRow& row : rows_) {
      if (has_cells(row)) cell_rows_.learn(row, columns_.size());
      else if (!blanks) drop_blanks(row);
      else if (row.cells.size() > columns_.size()) row.cells.resize(columns_.size());
    }
  }

  // Where the cells of the head have the first column: those of the organisations, one behind the other,
  // tell.
  std::optional<int> first_field(Span head) const {
    if (columns_.size() != all_columns_ || !std::is_sorted(columns_.begin(), columns_.end()))
      return std::nullopt;
    std::optional<int> field;
    int named = 0;
    for (std::size_t i = head.begin; i < head.end; ++i) {
      const Piece& piece = source_.piece(i);
      if (piece.meaning.word != Word::applicant_column || piece.meaning.index == 0) continue;
      const int first = piece.field - piece.meaning.index;
      if (!piece.cell || (field && *field != first)) return std::nullopt;
      field = first;
      ++named;
    }
    return named >= enough_named ? field : std::nullopt;
  }

  template <typename Test>
  void drop(PrintedRow& row, Test test) const {
    row.cells.erase(std::remove_if(row.cells.begin(), row.cells.end(),
                                   [&](std::size_t i) { return test(source_.piece(i)); }),
                    row.cells.end());
  }

  // Without blanks; texts stay only where they make up the number of columns.
  void drop_blanks(PrintedRow& row) const {
    drop(row, [](const Piece& p) { return p.kind == PieceKind::blank; });
    if (row.cells.size() != columns_.size())
      drop(row, [](const Piece& p) { return p.kind == PieceKind::text; });
  }

  // --- labels that are not quite the form's ----------------------------------------------------------------

  // A label of its own among the form's: of the rows that are missing just there, the one it is like, or the
  // only one that has its number or half of its words.
  void name_altered_rows() {
    std::vector<bool> taken(form_.rows.size() + 1, false);
    for (const PrintedRow& row : rows_)
      if (row.row >= 0) taken[static_cast<std::size_t>(row.row)] = true;
    int low = -1;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].row >= 0) {
        low = rows_[i].row;
        continue;
      }
      std::vector<std::size_t> missing;
      for (int r = low + 1; r < next_known(i, low); ++r)
        if (!taken[static_cast<std::size_t>(r)]) missing.push_back(static_cast<std::size_t>(r));
      const auto row = likeliest(rows_[i], missing);
      if (!row) continue;
      rows_[i].row = low = static_cast<int>(*row);
      taken[*row] = true;
      table_.altered_labels.push_back({form_.rows[*row].label, rows_[i].label});
    }
  }

  int next_known(std::size_t at, int low) const {
    for (std::size_t i = at + 1; i < rows_.size(); ++i)
      if (rows_[i].row > low) return std::min(rows_[i].row, static_cast<int>(form_.rows.size()));
    return static_cast<int>(form_.rows.size());
  }

  std::optional<std::size_t> likeliest(const PrintedRow& row, const std::vector<std::size_t>& missing) const {
    std::optional<std::size_t> found;
    for (std::size_t r : missing) {
      const std::u16string standard = label_key(form_.rows[r].label);
      const bool cut = row.key.size() >= 5 && standard.compare(0, row.key.size(), row.key) == 0;
      if (!cut && !is_close(row.key, standard)) continue;
      if (found) return std::nullopt;
      found = r;
    }
    if (found || missing.size() != 1) return found;
    const std::u16string standard = label_key(form_.rows[missing[0]].label);
    const int number = printed_number(source_.document.view(row.label));
    const bool fits = number == 0 || number == printed_number(form_.rows[missing[0]].label);
    return fits && shares_half(row.key, standard) ? std::optional<std::size_t>(missing[0]) : std::nullopt;
  }

  // --- placing ---------------------------------------------------------------------------------------------

  bool is_complete(const PrintedRow& row) const {
    return has_cells(row) ? cell_rows_.place(row, columns_.size()).has_value()
                          : row.cells.size() == columns_.size();
  }

  // Of rows with the same label, the first one that has all its values; otherwise the first.
  void choose_rows() {
    best_.assign(form_.rows.size() + 1, nullptr);
    for (const PrintedRow& row : rows_) {
      if (row.row < 0) continue;
      const PrintedRow*& best = best_[static_cast<std::size_t>(row.row)];
      if (best == nullptr || (!is_complete(*best) && is_complete(row))) best = &row;
    }
  }

  void bind_row(const PrintedRow& row) {
    if (row.row < 0) {
      if (values_of(row) > 0) table_.extra_rows.push_back(row.label);
      return;
    }
    if (&row != best_[static_cast<std::size_t>(row.row)]) return;
    join(table_.range, row.label);
    for (std::size_t i : row.cells) join(table_.range, source_.piece(i).range);
    if (row.row == matcher_.unsplit()) return bind_unsplit(row);
    const auto form_row = static_cast<std::size_t>(row.row);
    table_.row_present[form_row] = true;
    table_.row_label[form_row] = row.label;
    if (row.altered) table_.altered_labels.push_back({form_.rows[form_row].label, row.label});
    for (int c : columns_) table_.column_present[form_row][static_cast<std::size_t>(c)] = true;
    if (const auto certain = certain_cells(row)) return put(row, *certain);
    const bool in_order = columns_.size() == all_columns_ && std::is_sorted(columns_.begin(), columns_.end());
    const Shape shape = shape_of(source_.evidence, row.cells);
    if (!has_cells(row)) {
      if (row.cells.size() >= columns_.size() || shape == Shape::mixed)
        return leave_unread(source_, TableId::requests, row.row, row.label);
      if (const auto aligned = align(row)) return put(row, *aligned);
    }
    if (!in_order) return leave_unread(source_, TableId::requests, row.row, row.label);
    OrderedRow ordered{row.row, row.label, {}};
    for (std::size_t i : row.cells)
      if (source_.piece(i).kind != PieceKind::blank)
        ordered.values.push_back(cell_of(source_, i, ref(row.row, 0)));
    ordered_.push_back(std::move(ordered));
  }

  // Cells by their place in the row; otherwise as many values as columns, on one line or one a line. Where
  // values have been lost or moved, they must also add up.
  std::optional<std::vector<std::size_t>> certain_cells(const PrintedRow& row) const {
    if (has_cells(row)) return cell_rows_.place(row, columns_.size());
    if (row.cells.size() != columns_.size() || in_no_order_) return std::nullopt;
    if (source_.habits.blank_lines_are_cells) return row.cells;
    bool certain = false;
    switch (shape_of(source_.evidence, row.cells)) {
      case Shape::one_line: certain = !is_disturbed(row) || adds_up(row); break;
      case Shape::one_each: certain = (is_regular_ && !is_disturbed(row)) || adds_up(row); break;
      case Shape::mixed: break;
    }
    return certain ? std::optional(row.cells) : std::nullopt;
  }

  // Values of no row near it, or the row above has more than its own: a number broken over lines leaves such
  // pieces.
  bool is_disturbed(const PrintedRow& row) const {
    const auto here = static_cast<std::size_t>(&row - rows_.data());
    return row.disturbed ||
           (here > 0 && (rows_[here - 1].disturbed || rows_[here - 1].cells.size() > columns_.size()));
  }

  bool adds_up(const PrintedRow& row) const {
    Decimal difference = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const ReportCell cell = cell_of(source_, row.cells[i], ref(0, columns_[i]));
      if (!cell.counted()) return false;
      const Decimal value = cell.value.value_or(Decimal(0));
      difference = form_.rows[0].columns[static_cast<std::size_t>(columns_[i])].key == "total"
                       ? difference - value
                       : difference + value;
    }
    return difference.is_zero();
  }

  // Rows whose columns stand the other way round, the total first, add up so and no other way.
  void note_order() {
    int telling = 0, forward = 0, backward = 0;
    for (const PrintedRow& row : rows_) {
      if (row.row < 0 || has_cells(row) || row.cells.size() != columns_.size() || is_all_zero(row)) continue;
      ++telling;
      forward += adds_up(row);
      std::reverse(columns_.begin(), columns_.end());
      backward += adds_up(row);
      std::reverse(columns_.begin(), columns_.end());
    }
    if (telling >= enough_telling && forward * 2 < telling && backward == telling)
      std::reverse(columns_.begin(), columns_.end());
  }

  bool is_all_zero(const PrintedRow& row) const {
    return std::all_of(row.cells.begin(), row.cells.end(), [&](std::size_t i) {
      return cell_of(source_, i, ref(0, 0)).value.value_or(Decimal(0)).is_zero();
    });
  }

  void note_regularity() {
    is_regular_ = std::all_of(rows_.begin(), rows_.end(), [&](const PrintedRow& row) {
      return row.row < 0 || row.cells.size() == columns_.size();
    });
  }

  static CellRef ref(int row, int column) {
    return {TableId::requests, static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(column)};
  }

  void put(const PrintedRow& row, const std::vector<std::size_t>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      table_.cells[static_cast<std::size_t>(row.row)][static_cast<std::size_t>(columns_[i])] =
          cell(row, cells[i], columns_[i]);
  }

  ReportCell cell(const PrintedRow& row, std::size_t piece, int column) const {
    if (piece != no_piece)
      return cell_of(source_, piece, ref(row.row == matcher_.unsplit() ? 0 : row.row, column));
    ReportCell blank;
    blank.state = CellState::blank;
    blank.range = {row.label.end, row.label.end};
    return blank;
  }

  void bind_unsplit(const PrintedRow& row) {
    if (!table_.unsplit_other.empty()) return;
    table_.unsplit_other = row.label;
    table_.unsplit_other_cells.assign(all_columns_, ReportCell{});
    const auto cells = certain_cells(row);
    if (!cells) return;
    for (std::size_t i = 0; i < cells->size(); ++i)
      table_.unsplit_other_cells[static_cast<std::size_t>(columns_[i])] = cell(row, (*cells)[i], columns_[i]);
  }

  // By where the values stand on their line, compared with the lines above and below.
  std::optional<std::vector<std::size_t>> align(const PrintedRow& row) const {
    if (shape_of(source_.evidence, row.cells) != Shape::one_line) return std::nullopt;
    const auto here = static_cast<std::size_t>(&row - rows_.data());
    std::vector<std::vector<std::size_t>> around;
    for (std::size_t distance = 1; distance < nearby; ++distance)
      for (std::size_t at : {here - distance, here + distance})
        if (at < rows_.size() && shape_of(source_.evidence, rows_[at].cells) == Shape::one_line)
          around.push_back(rows_[at].cells);
    return align_values(source_.evidence, row.cells, around, columns_.size());
  }

  const Source& source_;
  const FormTable& form_;
  const RowMatcher matcher_;
  BoundTable& table_;
  CellRows cell_rows_;
  const std::size_t all_columns_;
  std::vector<int> columns_;  // form columns, left to right
  std::vector<PrintedRow> rows_;
  std::vector<const PrintedRow*> best_;  // by form row
  std::vector<OrderedRow> ordered_;
  bool is_regular_ = false;   // all rows have all their values
  bool in_no_order_ = false;  // nothing tells which row the values are of
};

}  // namespace

void bind_requests(const Source& source) { RequestsBinder(source).bind(); }

}  // namespace nianbao
