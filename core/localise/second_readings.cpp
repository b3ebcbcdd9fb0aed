#include "localise/second_readings.h"

#include <algorithm>

#include "localise/identities.h"

namespace nianbao {
namespace {

struct Doubtful {
  CellRef cell;
  std::int64_t by;  // the second reading less the first
};

std::vector<const Mark*> marks_with_second_reading(const Document& document) {
  std::vector<const Mark*> out;
  for (const Mark& mark : document.marks)
    if (mark.kind == MarkKind::recognised && !mark.detail.empty()) out.push_back(&mark);
  return out;
}

std::optional<std::int64_t> second_reading(const std::vector<const Mark*>& marks, Range range) {
  const auto mark = std::lower_bound(marks.begin(), marks.end(), range.begin,
                                     [](const Mark* m, std::uint32_t at) { return m->range.end <= at; });
  if (mark == marks.end() || (*mark)->range.begin >= range.end) return std::nullopt;
  const auto number = Decimal::parse((*mark)->detail);
  return number && number->is_integer() ? std::optional(number->whole()) : std::nullopt;
}

std::vector<Doubtful> doubtful_cells(const Document& document, const Report& report) {
  std::vector<Doubtful> out;
  const auto marks = marks_with_second_reading(document);
  if (marks.empty()) return out;
  for (TableId table : {TableId::requests, TableId::proceedings}) {
    const auto& rows = report.table(table).cells;
    for (std::size_t r = 0; r < rows.size(); ++r)
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        const ReportCell& cell = rows[r][c];
        if (cell.state != CellState::number || cell.range.empty()) continue;
        const auto first = countable(cell), second = second_reading(marks, cell.range);
        if (first && second)
          out.push_back(
              {{table, static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(c)}, *second - *first});
      }
  }
  return out;
}

// Sums of the cell fail, and none would with the second reading.
bool would_hold(const Doubtful& doubtful, const std::vector<Identity>& identities) {
  bool fails = false;
  for (const Identity& identity : identities) {
    if (identity.state == IdentityState::unchecked) continue;
    for (const IdentityTerm& term : identity.terms) {
      if (term.cell != doubtful.cell) continue;
      if (identity.left - identity.right + term.side * doubtful.by != 0) return false;
      fails = fails || identity.state == IdentityState::fails;
    }
  }
  return fails;
}

}  // namespace

void leave_doubtful_open(const Document& document, Report& report) {
  const std::vector<Doubtful> cells = doubtful_cells(document, report);
  if (cells.empty()) return;
  const std::vector<Identity> all = identities(report);
  for (const Doubtful& doubtful : cells) {
    if (!would_hold(doubtful, all)) continue;
    ReportCell& cell = report.tables[static_cast<std::size_t>(doubtful.cell.table)]
                           .cells[doubtful.cell.row][doubtful.cell.column];
    cell.state = CellState::unread;
    cell.value.reset();
  }
}

}  // namespace nianbao
