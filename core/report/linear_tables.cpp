#include <algorithm>

#include "base/limits.h"
#include "report/linear.h"

namespace nianbao {

void join(Range& whole, Range part) {
  if (part.empty()) return;
  whole = whole.empty() ? part : Range{std::min(whole.begin, part.begin), std::max(whole.end, part.end)};
}

ReportCell linear_cell(const LinearSource& source, std::size_t token, CellRef ref) {
  const Form& form = *source.report.form;
  return read_cell(source.document, source.token(token).range, is_amount(form, ref), is_change(form, ref));
}

void leave_unread(const LinearSource& source, TableId id, int row, Range label) {
  for (ReportCell& cell : source.bound(id).cells[static_cast<std::size_t>(row)]) {
    cell = ReportCell{};
    cell.state = CellState::unread;
    cell.range = label;
  }
  source.report.problems.push_back({ErrorCode::row_unread, label, std::u16string(source.form(id).rows[static_cast<std::size_t>(row)].label)});
}

void leave_unread(const LinearSource& source, TableId id, Range range) {
  BoundTable& table = source.bound(id);
  table.present = table.unread = true;
  table.range = range;
  for (std::size_t r = 0; r < table.cells.size(); ++r)
    for (ReportCell& cell : table.cells[r])
      if (cell.state == CellState::absent && table.row_present[r]) cell.state = CellState::unread, cell.range = range;
  source.report.problems.push_back({ErrorCode::table_unread, range, std::u16string(source.form(id).name)});
}

namespace {

// Grids that are not read as running text: in a text the ones that were bound, elsewhere all of them.
std::vector<bool> bound_grids(const Document& document, const Report& report) {
  const bool text = document.format == Format::txt || document.format == Format::markdown;
  std::vector<bool> bound(document.tables.size(), !text);
  for (const BoundTable& table : report.tables)
    for (int index : table.document_tables) bound[static_cast<std::size_t>(index)] = true;
  return bound;
}

}  // namespace

void bind_linear_tables(const Document& document, Report& report) {
  const auto absent = [&](TableId id) { return !report.table(id).present; };
  if (!absent(TableId::disclosure) && !absent(TableId::requests) && !absent(TableId::proceedings)) return;
  const Tokens tokens = linear_tokens(document, report.body, bound_grids(document, report));
  if (tokens.cut) report.problems.push_back({ErrorCode::limit, {}, std::u16string(limits::linear_tokens_name)});
  LinearHabits habits;
  const LinearSource source{document, tokens, report, habits};
  if (absent(TableId::requests)) bind_linear_requests(source);
  if (absent(TableId::disclosure)) bind_linear_disclosure(source);
  if (absent(TableId::proceedings)) bind_linear_proceedings(source);
}

}  // namespace nianbao
