// What a reader knows of cells beyond their text: the number that a sheet's format prints as "-" or 5件, and
// what is no value because it could not be read.
#include <algorithm>

#include "report/bind.h"

namespace nianbao {
namespace {

using Marks = std::vector<const Mark*>;

void take(const Mark& mark, ReportCell& cell) {
  if (mark.kind == MarkKind::unreadable) {
    cell.state = CellState::unread;
    cell.value.reset();
  } else if (const auto number = Decimal::parse(mark.detail)) {
    cell.state = CellState::number;
    cell.value = number;
    cell.style &= style_full_width | style_thousands | style_unit;
  }
}

void look_up(const Marks& marks, ReportCell& cell) {
  if (cell.range.empty()) return;
  auto mark = std::lower_bound(marks.begin(), marks.end(), cell.range.begin,
                               [](const Mark* m, std::uint32_t at) { return m->range.end <= at; });
  if (mark != marks.end() && (*mark)->range.begin < cell.range.end) take(**mark, cell);
}

}  // namespace

void take_marked_cells(const Document& document, Report& report) {
  Marks marks;  // in order and without overlap, one in a cell
  for (const Mark& mark : document.marks)
    if (mark.kind == MarkKind::stored_number || mark.kind == MarkKind::unreadable) marks.push_back(&mark);
  if (marks.empty()) return;
  for (BoundTable& table : report.tables)
    for (auto& row : table.cells)
      for (ReportCell& cell : row) look_up(marks, cell);
}

}  // namespace nianbao
