// Rows whose blanks have vanished: which values stand in which columns. Nothing in the row itself tells, so
// the identities of the table must: 总计 is the sum of its row; in every column of 表三 the outcomes add up
// to （七）总计, and new and carried over requests to （七）总计 and those carried forward. A blank counts as
// 0.
//
// All ways to place all such rows are gone through; a row is placed if every way that satisfies the
// identities places it alike.
#include <algorithm>

#include "base/limits.h"
#include "base/sorting.h"
#include "report/bind.h"

namespace nianbao {
namespace {

using Placement = std::vector<std::size_t>;  // column of each value, ascending

struct Pending {
  const OrderedRow* row = nullptr;
  std::vector<Placement> ways;  // that satisfy the identity of the row
  int seen = -1;                // the way of the solutions so far, -1 for none
  bool ambiguous = false;
};

Decimal counted(const ReportCell& cell) { return cell.value.value_or(Decimal(0)); }

// A sum over rows that must be zero in every column: +1, -1 or 0 for each form row.
using Balance = std::vector<int>;

class BlankPlacer {
 public:
  BlankPlacer(Report& report, TableId id)
      : report_(report), form_(report.form->table(id)), table_(report.tables[static_cast<int>(id)]) {}

  void place(const std::vector<OrderedRow>& rows) {
    for (const OrderedRow& row : rows) {
      note(row);
      const std::size_t columns = cells(row.row).size();
      if (row.values.size() == columns) cells(row.row) = row.values;
      else if (row.values.size() < columns && all_counted(row)) pending_.push_back({&row, {}, -1, false});
      else unread_.push_back(&row);
    }
    if (!pending_.empty()) solve();
    for (const Pending& pending : pending_) {
      if (solved_ && pending.seen >= 0 && !pending.ambiguous) put(pending);
      else unread_.push_back(pending.row);
    }
    leave_unread();
  }

 private:
  std::vector<ReportCell>& cells(int row) { return table_.cells[static_cast<std::size_t>(row)]; }

  void note(const OrderedRow& row) {
    const auto r = static_cast<std::size_t>(row.row);
    table_.row_present[r] = true;
    table_.row_label[r] = row.label;
    table_.column_present[r].assign(cells(row.row).size(), true);
  }

  static bool all_counted(const OrderedRow& row) {
    return std::all_of(row.values.begin(), row.values.end(),
                       [](const ReportCell& cell) { return cell.counted(); });
  }

  // --- ways of one row -------------------------------------------------------------------------------------

  // 总计 is the last column of 表三 and 表四; 表二 has no sums.
  bool has_total() const { return form_.id != TableId::disclosure; }

  bool satisfies_row(const Pending& pending, const Placement& way, std::size_t columns) const {
    if (!has_total()) return true;
    Decimal difference = 0;
    for (std::size_t i = 0; i < way.size(); ++i) {
      const Decimal value = counted(pending.row->values[i]);
      difference = way[i] + 1 == columns ? difference - value : difference + value;
    }
    return difference.is_zero();
  }

  void find_ways(Pending& pending) const {
    const std::size_t columns = form_.rows[static_cast<std::size_t>(pending.row->row)].columns.size(),
                      values = pending.row->values.size();
    Placement way(values);
    for (std::size_t i = 0; i < values; ++i) way[i] = i;
    for (;;) {
      if (satisfies_row(pending, way, columns)) pending.ways.push_back(way);
      std::size_t i = values;
      while (i > 0 && way[i - 1] == columns - values + i - 1) --i;
      if (i == 0) return;
      ++way[i - 1];
      for (std::size_t j = i; j < values; ++j) way[j] = way[j - 1] + 1;
    }
  }

  // --- identities of the columns ---------------------------------------------------------------------------

  void find_balances() {
    if (form_.id != TableId::requests) return;
    Balance received(form_.rows.size(), 0), outcomes(form_.rows.size(), 0);
    for (std::size_t r = 0; r < form_.rows.size(); ++r) {
      const std::string_view key = form_.rows[r].key;
      if (key == "new_requests" || key == "carried_over") received[r] = 1;
      if (key == "carried_forward") received[r] = -1;
      if (key == "outcome_total") received[r] = outcomes[r] = -1;
      if (form_.rows[r].outcome) outcomes[r] = 1;
    }
    for (Balance& balance : std::vector<Balance>{received, outcomes})
      if (is_usable(balance)) balances_.push_back(balance);
  }

  bool is_pending(std::size_t row) const {
    return std::any_of(pending_.begin(), pending_.end(),
                       [&](const Pending& p) { return p.row->row == static_cast<int>(row); });
  }

  // Every row of it is read, or is to be placed.
  bool is_usable(const Balance& balance) const {
    for (std::size_t r = 0; r < balance.size(); ++r) {
      if (balance[r] == 0 || is_pending(r)) continue;
      for (const ReportCell& cell : table_.cells[r])
        if (!cell.counted()) return false;
    }
    return true;
  }

  // --- search ----------------------------------------------------------------------------------------------

  void solve() {
    find_balances();
    for (Pending& pending : pending_) find_ways(pending);
    if (!identities_bind()) return;
    sums_.assign(balances_.size(), std::vector<Decimal>(form_.rows[0].columns.size(), Decimal(0)));
    for (std::size_t b = 0; b < balances_.size(); ++b)
      for (std::size_t r = 0; r < balances_[b].size(); ++r)
        for (std::size_t c = 0; balances_[b][r] != 0 && !is_pending(r) && c < table_.cells[r].size(); ++c)
          add(b, c, balances_[b][r], counted(table_.cells[r][c]));
    note_signs();
    way_.assign(pending_.size(), 0);
    solved_ = search(0);
  }

  // Without an identity over its columns, a row is not to be told from one whose values merely were lost.
  bool identities_bind() const {
    for (const Pending& pending : pending_) {
      const auto r = static_cast<std::size_t>(pending.row->row);
      if (pending.ways.empty()) return false;
      if (std::none_of(balances_.begin(), balances_.end(), [&](const Balance& b) { return b[r] != 0; }))
        return false;
    }
    return true;
  }

  void add(std::size_t balance, std::size_t column, int sign, Decimal value) {
    Decimal& sum = sums_[balance][column];
    sum = sign > 0 ? sum + value : sum - value;
  }

  void apply(std::size_t at, int direction) {
    const Pending& pending = pending_[at];
    const Placement& way = pending.ways[way_[at]];
    for (std::size_t b = 0; b < balances_.size(); ++b) {
      const int sign = balances_[b][static_cast<std::size_t>(pending.row->row)] * direction;
      for (std::size_t i = 0; sign != 0 && i < way.size(); ++i)
        add(b, way[i], sign, counted(pending.row->values[i]));
    }
  }

  // For each balance and number of rows already placed: the sign that all rows still to come have in it, 0
  // when they differ. Counts are not negative, so a sum that has passed zero cannot come back.
  void note_signs() {
    signs_.assign(balances_.size(), std::vector<int>(pending_.size() + 1, 2));
    bool negative = false;
    for (const Pending& pending : pending_)
      for (const ReportCell& cell : pending.row->values) negative |= counted(cell).is_negative();
    for (std::size_t b = 0; b < balances_.size(); ++b)
      for (std::size_t i = pending_.size(); i-- > 0;) {
        const int own = balances_[b][static_cast<std::size_t>(pending_[i].row->row)],
                  later = signs_[b][i + 1];
        signs_[b][i] = negative ? 0 : own == 0 || own == later ? later : later == 2 ? own : 0;
      }
  }

  bool can_balance(std::size_t placed) const {
    for (std::size_t b = 0; b < balances_.size(); ++b)
      for (Decimal sum : sums_[b]) {
        const int sign = signs_[b][placed];
        const bool lost = sign == 2   ? !sum.is_zero()
                          : sign == 1 ? sum > Decimal(0)
                                      : sign == -1 && sum.is_negative();
        if (lost) return false;
      }
    return true;
  }

  void note_solution() {
    for (std::size_t i = 0; i < pending_.size(); ++i) {
      const int way = static_cast<int>(way_[i]);
      if (pending_[i].seen < 0) pending_[i].seen = way;
      else pending_[i].ambiguous |= pending_[i].seen != way;
    }
  }

  bool nothing_left() const {
    return std::all_of(pending_.begin(), pending_.end(), [](const Pending& p) { return p.ambiguous; });
  }

  // Places row `at` and those behind it in every way; as deep as the form has rows. False when the budget ran
  // out.
  bool search(std::size_t at) {
    if (!can_balance(at)) return true;
    if (at == pending_.size()) {
      note_solution();
      return true;
    }
    for (std::size_t way = 0; way < pending_[at].ways.size() && !nothing_left(); ++way) {
      if (++nodes_ > limits::repair_nodes) return false;
      way_[at] = way;
      apply(at, 1);
      const bool finished = search(at + 1);
      apply(at, -1);
      if (!finished) return false;
    }
    return true;
  }

  // --- results ---------------------------------------------------------------------------------------------

  void put(const Pending& pending) {
    std::vector<ReportCell>& row = cells(pending.row->row);
    const Placement& way = pending.ways[static_cast<std::size_t>(pending.seen)];
    for (ReportCell& cell : row) {
      cell = ReportCell{};
      cell.state = CellState::blank;
      cell.range = {pending.row->label.end, pending.row->label.end};
    }
    for (std::size_t i = 0; i < way.size(); ++i) row[way[i]] = pending.row->values[i];
  }

  void leave_unread() {
    sort_by(unread_, [](const OrderedRow* a, const OrderedRow* b) { return a->row < b->row; });
    for (const OrderedRow* row : unread_) {
      for (ReportCell& cell : cells(row->row)) {
        cell = ReportCell{};
        cell.state = CellState::unread;
        cell.range = row->label;
      }
      report_.problems.push_back({ErrorCode::row_unread, row->label,
                                  std::u16string(form_.rows[static_cast<std::size_t>(row->row)].label)});
    }
  }

  Report& report_;
  const FormTable& form_;
  BoundTable& table_;
  std::vector<Pending> pending_;
  std::vector<const OrderedRow*> unread_;
  std::vector<Balance> balances_;
  std::vector<std::vector<Decimal>> sums_;  // by balance and column
  std::vector<std::vector<int>> signs_;     // by balance and number of rows placed
  std::vector<std::size_t> way_;            // of each pending row, under trial
  std::size_t nodes_ = 0;
  bool solved_ = false;
};

}  // namespace

void place_ordered_rows(Report& report, TableId id, const std::vector<OrderedRow>& rows) {
  if (!rows.empty()) BlankPlacer(report, id).place(rows);
}

}  // namespace nianbao
