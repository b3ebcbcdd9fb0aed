// Bytes become the cells of tables 三 and 四: repairs make the identities hold, and no cause speaks of an
// unread cell.
#include "report/bind.h"
#include "rules/analysis.h"
#include "support/rule_case.h"
#include "target.h"

using namespace nianbao;

namespace {

struct Base {
  Document document;
  Report report;
  explicit Base(const char* name) {
    document = read_text(tests::read_text_file(tests::rules_folder() + "/" + name), {}).value();
    report = bind(document);
  }
};

// Three bytes change a cell: which, how, by how much. The text stays as it is, so its places do too.
void change_cell(Report& report, const std::uint8_t* at) {
  BoundTable& table = report.tables[1 + (at[0] & 1)];
  auto& row = table.cells[(at[0] >> 1) % table.cells.size()];
  ReportCell& cell = row[at[1] % row.size()];
  const int by = static_cast<std::int8_t>(at[2]);
  switch (at[1] / 32) {
    case 0: cell.state = CellState::unread; break;
    case 1: cell.state = CellState::blank; break;
    case 2: cell.state = CellState::dash; break;
    case 3: cell.value = Decimal::scaled(by, 1); break;
    case 4: cell.value = Decimal(std::int64_t{by} * 1'000'000'000'000); break;
    default: cell.value = cell.value.value_or(Decimal(0)) + Decimal(by); break;
  }
  cell.text.clear();
  if (at[1] / 32 < 3) cell.value.reset();
  else cell.state = CellState::number;
}

// With the numbers of the first repair of every cause, no identity that a cause explains fails any longer.
void hold_repairs(Report report, const Localisation& found) {
  std::vector<int> explained;
  for (const Cause& cause : found.causes) {
    if (cause.repairs.empty()) continue;
    explained.insert(explained.end(), cause.broken.begin(), cause.broken.end());
    for (const Proposal::Set& set : cause.repairs.front().set) {
      ReportCell& cell = report.tables[static_cast<int>(set.cell.table)].cells[set.cell.row][set.cell.column];
      cell.state = CellState::number;
      cell.value = set.value;
    }
  }
  const std::vector<Identity> after = identities(report);
  for (int index : explained)
    if (after[static_cast<std::size_t>(index)].state == IdentityState::fails)
      fuzz::must_hold("a repair that repairs nothing");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Base bases[] = {Base("base_2021.txt"), Base("base_2019.txt")};
  if (size < 1 || size > 64) return 0;
  const Base& base = bases[data[0] & 1];
  Report report = base.report;
  for (std::size_t i = 1; i + 3 <= size; i += 3) change_cell(report, data + i);
  const Report* previous = (data[0] & 2) != 0 ? &bases[0].report : nullptr;
  const Localisation found = localise(report, previous, {});
  fuzz::must_hold(testing::broken_in_localisation(report, found));
  hold_repairs(report, found);
  return 0;
}
