// A row whose figures stand one column too far to the left or to the right: its label cell was lost, or one
// too many was left.
#include <algorithm>
#include <array>

#include "localise/causes.h"

namespace nianbao::localisation {
namespace {

constexpr std::size_t fewest_repaired = 4;  // identities; one wrong cell breaks at most three
constexpr int cells_of_row = 7;
using RowValues = std::array<std::int64_t, cells_of_row>;

std::optional<RowValues> values_of(const Report& report, TableId table, int row) {
  RowValues values{};
  for (int c = 0; c < cells_of_row; ++c) {
    const auto value =
        countable(report.cell({table, static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(c)}));
    if (!value) return std::nullopt;
    values[static_cast<std::size_t>(c)] = *value;
  }
  return values;
}

// The row moved by one column towards 总计 (1) or away from it (-1). The cell pushed out must be empty, the
// one that becomes free takes what the row total asks for.
std::optional<RowValues> moved(const RowValues& row, int direction) {
  RowValues out{};
  if (direction > 0) {
    if (row.back() != 0) return std::nullopt;
    std::copy(row.begin(), row.end() - 1, out.begin() + 1);
    out[0] = out[6];
    for (int c = 1; c < 6; ++c) out[0] -= out[static_cast<std::size_t>(c)];
    if (out[0] < 0) return std::nullopt;
  } else {
    if (row.front() != 0) return std::nullopt;
    std::copy(row.begin() + 1, row.end(), out.begin());
    for (int c = 0; c < 6; ++c) out[6] += out[static_cast<std::size_t>(c)];
  }
  return out;
}

class Shifting {
 public:
  Shifting(const Report& report, TableId table, const std::vector<Identity>& identities)
      : report_(report), table_(table), identities_(identities) {}

  std::optional<Shift> best() {
    for (int direction : {1, -1}) {
      Shift shift;
      changes_.assign(identities_.size(), 0);
      for (std::size_t i = 0; i < identities_.size(); ++i) {
        const Identity& identity = identities_[i];
        if (identity.relation == Relation::row_total && identity.state == IdentityState::fails)
          move(identity.at, direction, shift);
      }
      if (repairs_enough(shift)) return shift;
    }
    return std::nullopt;
  }

 private:
  void move(int row, int direction, Shift& shift) {
    const auto before = values_of(report_, table_, row);
    const auto after = before ? moved(*before, direction) : std::nullopt;
    if (!after) return;
    for (int c = 0; c < cells_of_row; ++c) {
      const CellRef ref{table_, static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(c)};
      shift.cells.push_back(ref);
      const std::int64_t by = (*after)[static_cast<std::size_t>(c)] - (*before)[static_cast<std::size_t>(c)];
      if (by == 0) continue;
      shift.proposal.set.push_back({ref, Decimal((*after)[static_cast<std::size_t>(c)])});
      record(ref, by);
    }
  }

  void record(CellRef ref, std::int64_t by) {
    for (std::size_t i = 0; i < identities_.size(); ++i)
      for (const IdentityTerm& term : identities_[i].terms)
        if (term.cell == ref) changes_[i] += term.side * by;
  }

  bool repairs_enough(Shift& shift) const {
    for (std::size_t i = 0; i < identities_.size(); ++i) {
      const Identity& identity = identities_[i];
      if (identity.state == IdentityState::unchecked || changes_[i] == 0) continue;
      if (identity.left + changes_[i] != identity.right) return false;
      shift.repaired.push_back(static_cast<int>(i));
    }
    return shift.repaired.size() >= fewest_repaired;
  }

  const Report& report_;
  TableId table_;
  const std::vector<Identity>& identities_;
  std::vector<std::int64_t> changes_;  // by identity: how much its left side grows against its right
};

}  // namespace

std::optional<Shift> shifted_rows(const Report& report, TableId table,
                                  const std::vector<Identity>& identities) {
  if (table != TableId::requests) return std::nullopt;
  return Shifting(report, table, identities).best();
}

}  // namespace nianbao::localisation
