#include "report/binding.h"

#include <algorithm>

#include "base/limits.h"
#include "base/sorting.h"

namespace nianbao {

void join(Range& whole, Range part) {
  if (part.empty()) return;
  whole = whole.empty() ? part : Range{std::min(whole.begin, part.begin), std::max(whole.end, part.end)};
}

ReportCell cell_of(const Source& source, std::size_t piece, CellRef ref) {
  const Form& form = *source.report.form;
  return read_cell(source.document, source.piece(piece).range, is_amount(form, ref), is_change(form, ref));
}

void leave_unread(const Source& source, TableId id, int row, Range label) {
  for (ReportCell& cell : source.bound(id).cells[static_cast<std::size_t>(row)]) {
    cell = ReportCell{};
    cell.state = CellState::unread;
    cell.range = label;
  }
  source.report.problems.push_back(
      {ErrorCode::row_unread, label,
       std::u16string(source.form(id).rows[static_cast<std::size_t>(row)].label)});
}

void leave_unread(const Source& source, TableId id, Range range) {
  BoundTable& table = source.bound(id);
  table.present = table.unread = true;
  table.range = range;
  for (std::size_t r = 0; r < table.cells.size(); ++r)
    for (ReportCell& cell : table.cells[r])
      if (cell.state == CellState::absent && table.row_present[r])
        cell.state = CellState::unread, cell.range = range;
  source.report.problems.push_back({ErrorCode::table_unread, range, std::u16string(source.form(id).name)});
}

// --- rows of drawn cells -----------------------------------------------------------------------------------

bool CellRows::has_cells(const Source& source, const PrintedRow& row) {
  return !row.cells.empty() &&
         std::all_of(row.cells.begin(), row.cells.end(), [&](std::size_t i) { return source.piece(i).cell; });
}

// All columns lie behind the label, and all that is not blank lies in them.
std::optional<CellRows::Starts> CellRows::possible(const PrintedRow& row, std::size_t columns) const {
  const std::size_t size = row.cells.size();
  if (size < columns) return std::nullopt;
  std::size_t first = size - columns, last = 0;
  bool any = false;
  for (std::size_t i = 0; i < size; ++i) {
    if (is_blank(row.cells[i])) continue;
    if (!any) first = std::min(first, i);
    any = true;
    last = i;
  }
  if (!any) return Starts{0, 0};
  const std::size_t low = last + 1 > columns ? last + 1 - columns : 0;
  return low <= first ? std::optional<Starts>({low, first}) : std::nullopt;
}

const CellRows::Known* CellRows::known(const PrintedRow& row) const {
  const int field = source_.piece(row.label_piece).field;
  const auto same = [&](const Known& k) { return k.field == field && k.cells == row.cells.size(); };
  const auto found = std::find_if(known_.begin(), known_.end(), same);
  return found == known_.end() ? nullptr : &*found;
}

// One cell a line: what a merged label covers is not there.
bool CellRows::is_upright(const PrintedRow& row) const {
  return source_.piece(row.cells.front()).line != source_.piece(row.label_piece).line &&
         shape_of(source_.evidence, row.cells) == Shape::one_each;
}

// Where the head has the first column, when all rows that leave no choice begin there too: no merged cell has
// been lost.
std::optional<std::size_t> CellRows::below_head(const PrintedRow& row) const {
  const auto begins_there = [&](const Known& k) {
    return !k.doubtful && k.field + 1 + static_cast<int>(k.start) == *first_field_;
  };
  if (!first_field_ || known_.empty() || !std::all_of(known_.begin(), known_.end(), begins_there))
    return std::nullopt;
  const int start = *first_field_ - source_.piece(row.label_piece).field - 1;
  return start >= 0 ? std::optional(static_cast<std::size_t>(start)) : std::nullopt;
}

void CellRows::learn(const PrintedRow& row, std::size_t columns) {
  const auto starts = possible(row, columns);
  const bool blank =
      std::all_of(row.cells.begin(), row.cells.end(), [&](std::size_t i) { return is_blank(i); });
  if (!starts || blank || starts->low != starts->high) return;
  if (const Known* same = known(row)) {
    if (same->start != starts->low) known_[static_cast<std::size_t>(same - known_.data())].doubtful = true;
    return;
  }
  known_.push_back({source_.piece(row.label_piece).field, row.cells.size(), starts->low});
}

std::optional<std::vector<std::size_t>> CellRows::place(const PrintedRow& row, std::size_t columns) const {
  const auto starts = possible(row, columns);
  if (!starts) return std::nullopt;
  std::size_t start = starts->low;
  if (starts->low != starts->high && !is_upright(row)) {
    const Known* same = known(row);
    if (same != nullptr && same->doubtful) return std::nullopt;
    const auto told = same != nullptr ? std::optional(same->start) : below_head(row);
    if (!told || *told < starts->low || *told > starts->high) return std::nullopt;
    start = *told;
  }
  return std::vector<std::size_t>(row.cells.begin() + static_cast<std::ptrdiff_t>(start),
                                  row.cells.begin() + static_cast<std::ptrdiff_t>(start + columns));
}

// --- the way back to the document's grids ------------------------------------------------------------------

// Tells a table that lies in grids of the document, and each of its cells, where in them it stands.
class Locator {
 public:
  explicit Locator(const Document& document) : document_(document) {
    for (std::size_t t = 0; t < document.tables.size(); ++t)
      for (std::size_t c = 0; c < document.tables[t].cells.size(); ++c)
        places_.push_back({document.tables[t].cells[c].range, static_cast<int>(t), c});
    sort_by(places_, [](const Place& a, const Place& b) { return a.range.begin < b.range.begin; });
  }

  void locate(BoundTable& table) const {
    for (std::size_t t = 0; t < document_.tables.size(); ++t)
      if (table.present && document_.tables[t].range.overlaps(table.range))
        table.document_tables.push_back(static_cast<int>(t));
    table.grid = !table.document_tables.empty();
    if (!table.grid) return;
    for (auto& row : table.cells)
      for (ReportCell& cell : row) locate(cell);
    for (ReportCell& cell : table.unsplit_other_cells) locate(cell);
  }

 private:
  struct Place {
    Range range;
    int table;
    std::size_t cell;
  };

  void locate(ReportCell& cell) const {
    if (cell.state == CellState::absent || cell.state == CellState::unread) return;
    auto after = std::upper_bound(places_.begin(), places_.end(), cell.range.begin,
                                  [](std::uint32_t at, const Place& p) { return at < p.range.begin; });
    if (after == places_.begin() || (--after)->range.end < cell.range.end) return;
    const Table& grid = document_.tables[static_cast<std::size_t>(after->table)];
    cell.page = grid.page;
    cell.table = after->table;
    cell.row = grid.cells[after->cell].row;
    cell.column = grid.cells[after->cell].column;
  }

  const Document& document_;
  std::vector<Place> places_;
};

// --- the whole ---------------------------------------------------------------------------------------------

void bind_text_tables(const Document& document, Report& report) {
  const auto absent = [&](TableId id) { return !report.table(id).present; };
  if (!absent(TableId::disclosure) && !absent(TableId::requests) && !absent(TableId::proceedings)) return;
  const Evidence evidence = evidence_of(document, report.body);
  if (evidence.cut)
    report.problems.push_back({ErrorCode::limit, {}, std::u16string(limits::linear_tokens_name)});
  Habits habits;
  const Source source{document, evidence, report, habits};
  if (absent(TableId::requests)) bind_requests(source);
  if (absent(TableId::disclosure)) bind_disclosure(source);
  if (absent(TableId::proceedings)) bind_proceedings(source);
  const bool text = document.format == Format::txt || document.format == Format::markdown;
  const Locator locator(document);
  for (BoundTable& table : report.tables)
    if (text) locator.locate(table);
}

}  // namespace nianbao
