#include "tools/random_tables.h"

#include <cmath>

#include "report/bind.h"

namespace nianbao {
namespace {

constexpr int applicants = 6;
constexpr int total_column = 6;

// Roughly how requests spread over applicants and outcomes in published reports.
constexpr double applicant_share[applicants] = {0.78, 0.14, 0.01, 0.01, 0.04, 0.02};
double outcome_share(std::size_t row) {
  switch (row) {
    case 2: return 0.36;   // 予以公开
    case 3: return 0.12;   // 部分公开
    case 12: return 0.2;   // 本机关不掌握
    case 15: return 0.05;  // 信访举报投诉类
    default: return 0.27 / 17;
  }
}

CellRef cell_of(TableId table, int row, int column) {
  return {table, static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(column)};
}

// About `mean`, never below 0.
std::int64_t around(Random& random, double mean) {
  return static_cast<std::int64_t>(std::floor(mean * (0.5 + random.unit()) + random.unit()));
}

void fill_requests(Random& random, Report& report) {
  const FormTable& form = report.form->table(TableId::requests);
  const int rows = static_cast<int>(form.rows.size()), total = rows - 2, forward = rows - 1;
  const double requests = std::exp(random.unit() * std::log(3000.0));
  const auto cell = [](int row, int column) { return cell_of(TableId::requests, row, column); };
  const auto at = [&](int row, int column) { return value_at(report, cell(row, column)); };
  const auto set = [&](int row, int column, std::int64_t n) { set_value(report, cell(row, column), n); };
  for (int c = 0; c < applicants; ++c) {
    const double share = requests * applicant_share[c];
    std::int64_t outcomes = 0;
    for (int r = 2; r < total; ++r) {
      const std::int64_t usual = around(random, share * outcome_share(static_cast<std::size_t>(r)));
      set(r, c, usual * (random.below(2) + 1) / 2);
      outcomes += at(r, c);
    }
    std::int64_t over = around(random, share * 0.04);
    const std::int64_t ahead = around(random, share * 0.05);
    if (over > outcomes + ahead) over = outcomes + ahead;
    set(total, c, outcomes);
    set(forward, c, ahead);
    set(1, c, over);
    set(0, c, outcomes + ahead - over);
  }
  for (int r = 0; r < rows; ++r) {
    std::int64_t sum = 0;
    for (int c = 0; c < applicants; ++c) sum += at(r, c);
    set(r, total_column, sum);
  }
}

void fill_proceedings(Random& random, Report& report) {
  for (int group = 0; group < 3; ++group) {
    const double cases = std::exp(random.unit() * std::log(60.0)) - 1;
    std::int64_t sum = 0;
    for (int c = 0; c < 4; ++c) {
      const std::int64_t value = around(random, cases * (c == 0 ? 0.5 : 0.17)) * random.below(2);
      set_value(report, cell_of(TableId::proceedings, group, c), value);
      sum += value;
    }
    set_value(report, cell_of(TableId::proceedings, group, 4), sum);
  }
}

}  // namespace

std::uint64_t Random::next() {
  std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

Report random_report(Random& random) {
  static const Document empty;
  Report report;
  report.document = &empty;
  report.form = random.below(4) == 0 ? &form_2019() : &form_2021();
  clear_tables(report);
  for (BoundTable& table : report.tables) table.present = table.grid = true;
  fill_requests(random, report);
  fill_proceedings(random, report);
  return report;
}

std::int64_t value_at(const Report& report, CellRef ref) {
  return report.cell(ref).value.value_or(Decimal()).whole();
}

void set_value(Report& report, CellRef ref, std::int64_t value) {
  ReportCell& cell = report.tables[static_cast<std::size_t>(ref.table)].cells[ref.row][ref.column];
  cell.state = CellState::number;
  cell.value = Decimal(value);
}

std::int64_t slip_of(Random& random, std::int64_t value) {
  std::int64_t slip = value;
  while (slip == value || slip < 0) {
    switch (random.below(6)) {
      case 0: slip = value / 100 * 100 + value % 10 * 10 + value / 10 % 10; break;
      case 1: slip = value / 10; break;
      case 2: slip = value * 10 + random.below(10); break;
      case 3: slip = value / 10 * 10 + random.below(10); break;
      default: slip = value + random.between(-3, 3); break;
    }
  }
  return slip;
}

CellRef random_cell(Random& random, const Report& report, TableId table) {
  const auto& rows = report.table(table).cells;
  return cell_of(table, random.below(static_cast<int>(rows.size())),
                 random.below(static_cast<int>(rows.front().size())));
}

bool misfile(Random& random, Report& report, Misfiling& done) {
  const auto& rows = report.form->table(TableId::requests).rows;
  const int row = random.below(static_cast<int>(rows.size())), column = random.below(applicants);
  CellRef from = cell_of(TableId::requests, row, column), to = from;
  if (random.below(2) == 0) to.column = static_cast<std::uint8_t>(random.below(applicants));
  else to.row = static_cast<std::uint8_t>(random.below(static_cast<int>(rows.size())));
  // Items are moved between applicants of any row, and between outcomes; not into or out of totals.
  const bool along_row = from.row == to.row && rows[from.row].key != "outcome_total";
  if (from == to || (!along_row && !(rows[from.row].outcome && rows[to.row].outcome))) return false;
  const std::int64_t there = value_at(report, from);
  if (there == 0) return false;
  const std::int64_t items = 1 + static_cast<std::int64_t>(random.next() % static_cast<std::uint64_t>(there));
  set_value(report, from, there - items);
  set_value(report, to, value_at(report, to) + items);
  done = {from, to, items};
  return true;
}

}  // namespace nianbao
