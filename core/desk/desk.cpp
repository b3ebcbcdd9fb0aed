#include "desk/desk.h"

#include <algorithm>
#include <numeric>

#include "base/unicode.h"
#include "sheet/form_tables.h"

namespace nianbao {
namespace {

std::size_t root_of(std::vector<std::size_t>& above, std::size_t i) {
  while (above[i] != i) i = above[i] = above[above[i]];
  return i;
}

std::u16string number(std::size_t n) { return from_utf8(std::to_string(n)); }

std::vector<std::u16string> names(const Desk& desk, const std::vector<std::size_t>& reports) {
  std::vector<std::u16string> out;
  for (std::size_t i : reports) out.push_back(body_of(desk.reports[i]).zh);
  return out;
}

std::u16string joined(const std::vector<std::u16string>& words) {
  std::u16string out;
  for (const std::u16string& word : words) out += (out.empty() ? u"" : u"、") + word;
  return out;
}

// A report that has the totals for cells, so that they are printed as any report's tables are.
void fill(const Desk& desk, const FormTotals& totals, Reading& out) {
  Report& report = out.report;
  out.found = true;
  report.form = totals.form;
  report.year = desk.hand_in.year;
  report.title = number(static_cast<std::size_t>(desk.hand_in.year)) + u"年度政府信息公开情况合计（" +
                 number(totals.reports.size()) + u"个单位）";
  for (const FormTable& table : totals.form->tables) {
    auto& cells = report.tables[static_cast<std::size_t>(table.id)].cells;
    for (const FormRow& row : table.rows) cells.emplace_back(row.columns.size());
  }
  for (std::size_t i = 0; i < totals.cells.size(); ++i) {
    const CellRef ref = totals.cells[i];
    ReportCell& cell = report.tables[static_cast<std::size_t>(ref.table)].cells[ref.row][ref.column];
    cell.state = totals.totals[i].complete() ? CellState::number : CellState::text;
    if (totals.totals[i].complete()) cell.value = totals.totals[i].sum;
    else cell.text = u"（不全）";
  }
}

}  // namespace

Desk make_desk(const Roster* roster, std::vector<Handed> reports, std::optional<std::size_t> parent,
               const Choices& choices) {
  Desk out;
  out.reports = std::move(reports);
  out.hand_in = hand_in(roster, out.reports, parent, choices);
  out.totals = add_up(out.hand_in, out.reports);
  out.against = against_parent(out.hand_in, out.reports, out.totals);
  out.with_roster = roster != nullptr;
  if (roster != nullptr) out.unused_lines = roster->unused;
  return out;
}

std::vector<bool> left_out_of_company(const Desk& desk) {
  std::vector<bool> out(desk.reports.size());
  for (const BodyState& body : desk.hand_in.bodies)
    for (std::size_t i : body.reports) out[i] = i != *body.taken;
  if (desk.hand_in.parent) out[*desk.hand_in.parent] = true;
  return out;
}

std::vector<std::vector<std::size_t>> groups_of_copies(const Company& company, std::size_t reports) {
  std::vector<std::size_t> above(reports);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 0; i < reports; ++i)
    for (const AlikeUnit& other : company.together(i).alike) {
      const auto at = static_cast<std::size_t>(other.unit - company.units().data());
      if (at < reports) above[root_of(above, at)] = root_of(above, i);
    }
  std::vector<std::vector<std::size_t>> groups(reports), out;
  for (std::size_t i = 0; i < reports; ++i) groups[root_of(above, i)].push_back(i);
  for (auto& group : groups)
    if (group.size() > 1) out.push_back(std::move(group));
  std::sort(out.begin(), out.end());
  return out;
}

Sheet total_page(const Desk& desk, const FormTotals& totals) {
  Reading reading;
  fill(desk, totals, reading);
  Sheet out = form_tables(reading);
  out.add(SheetBlock::heading, u"计入合计的单位（" + number(totals.reports.size()) + u"个）");
  out.add(SheetBlock::line, joined(names(desk, totals.reports)) + u"。");
  std::vector<std::u16string> others;
  for (const BodyState& body : desk.hand_in.bodies)
    if (!body.taken) others.push_back(body.name + u"（" + state_words(body.state).zh + u"）");
    else if (desk.reports[*body.taken].form != totals.form)
      others.push_back(body.name + u"（用的是另一版格式）");
  if (!others.empty()) {
    out.add(SheetBlock::heading, u"没有计入的单位（" + number(others.size()) + u"个）");
    out.add(SheetBlock::line, joined(others) + u"。");
  }
  bool first = true;
  for (std::size_t i = 0; i < totals.cells.size(); ++i) {
    const CellTotal& total = totals.totals[i];
    if (total.complete()) continue;
    if (first) out.add(SheetBlock::heading, u"不全的合计");
    first = false;
    out.add(SheetBlock::line,
            cell_name(*totals.form, totals.cells[i]) + u"：" + incomplete_words(desk, totals, total).zh);
  }
  return out;
}

}  // namespace nianbao
