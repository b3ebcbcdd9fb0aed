// The sums of tables 三 and 四 stated a second time, as a matrix of coefficients, and held against what the
// rules say on random tables: mostly balanced ones with a few slips, blanks, nil marks, and cells that could
// not be read.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>

#include "localise/localise.h"
#include "report/bind.h"
#include "rules/analysis.h"
#include "rules/rule.h"
#include "support/sanitized.h"

namespace nianbao {
namespace {

constexpr int columns_of_three = 7, results = 5, groups = 3;

// A table as plain numbers: 表三 row by row, then 表四 group by group.
struct Layout {
  const Form& form;
  int outcomes;  // rows between 上年结转 and （七）总计

  int total_row() const { return 2 + outcomes; }
  int forward_row() const { return 3 + outcomes; }
  int rows() const { return 4 + outcomes; }
  int three(int row, int column) const { return row * columns_of_three + column; }
  int four(int group, int result) const { return rows() * columns_of_three + group * results + result; }
  int cells() const { return rows() * columns_of_three + groups * results; }
};

struct Equation {
  std::string_view rule;
  Relation relation;
  int at;
  std::vector<int> coefficients;  // one a cell; their products with the cells add up to 0
};

std::vector<Equation> equations(const Layout& layout) {
  std::vector<Equation> out;
  const auto add = [&](std::string_view rule, Relation relation, int at) -> std::vector<int>& {
    out.push_back({rule, relation, at, std::vector<int>(static_cast<std::size_t>(layout.cells()), 0)});
    return out.back().coefficients;
  };
  for (int row = 0; row < layout.rows(); ++row) {
    auto& c = add("requests/row-total", Relation::row_total, row);
    for (int column = 0; column < columns_of_three; ++column)
      c[layout.three(row, column)] = column == 6 ? -1 : 1;
  }
  for (int column = 0; column < columns_of_three; ++column) {
    auto& sum = add("requests/outcome-total", Relation::outcome_total, column);
    for (int row = 2; row <= layout.total_row(); ++row)
      sum[layout.three(row, column)] = row == layout.total_row() ? -1 : 1;
    auto& balance = add("requests/balance", Relation::balance, column);
    balance[layout.three(0, column)] = balance[layout.three(1, column)] = 1;
    balance[layout.three(layout.total_row(), column)] = balance[layout.three(layout.forward_row(), column)] =
        -1;
  }
  for (int group = 0; group < groups; ++group) {
    auto& c = add("proceedings/total", Relation::group_total, group);
    for (int result = 0; result < results; ++result) c[layout.four(group, result)] = result == 4 ? -1 : 1;
  }
  return out;
}

class RandomTable {
 public:
  RandomTable(const Layout& layout, std::mt19937& random)
      : layout_(layout),
        random_(random),
        values_(static_cast<std::size_t>(layout.cells()), 0),
        states_(values_.size(), CellState::number) {
    balance();
    for (int slips = below(50) > 0 ? below(4) : below(8); slips > 0; --slips) slip();
    if (below(3) == 0) spoil();
  }

  const std::vector<std::int64_t>& values() const { return values_; }
  const std::vector<CellState>& states() const { return states_; }

 private:
  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
  std::int64_t some() { return below(3) > 0 ? 0 : below(4) > 0 ? below(9) : below(3000); }

  void balance() {
    const bool busy = below(8) > 0;
    for (int column = 0; busy && column < 6; ++column) {
      std::int64_t done = 0;
      for (int row = 2; row < layout_.total_row(); ++row)
        done += values_[layout_.three(row, column)] = some();
      const std::int64_t forward = some() % 40, over = std::min<std::int64_t>(some() % 40, done + forward);
      values_[layout_.three(layout_.total_row(), column)] = done;
      values_[layout_.three(layout_.forward_row(), column)] = forward;
      values_[layout_.three(1, column)] = over;
      values_[layout_.three(0, column)] = done + forward - over;
    }
    for (int row = 0; row < layout_.rows(); ++row)
      for (int column = 0; column < 6; ++column)
        values_[layout_.three(row, 6)] += values_[layout_.three(row, column)];
    for (int group = 0; busy && group < groups; ++group)
      for (int result = 0; result < 4; ++result)
        values_[layout_.four(group, 4)] += values_[layout_.four(group, result)] = some() % 30;
  }

  void slip() {
    values_[static_cast<std::size_t>(below(layout_.cells()))] = below(3) > 0 ? below(30) : below(3000);
  }

  // Cells that hold no number. A nil mark or a blank where a number stood is a slip as well.
  void spoil() {
    constexpr CellState kinds[] = {CellState::blank, CellState::dash, CellState::unread, CellState::text};
    for (int n = 1 + below(6); n > 0; --n) {
      const std::size_t cell = static_cast<std::size_t>(below(layout_.cells()));
      states_[cell] = kinds[below(4)];
      values_[cell] = 0;
    }
  }

  const Layout& layout_;
  std::mt19937& random_;
  std::vector<std::int64_t> values_;
  std::vector<CellState> states_;
};

class Arithmetic : public testing::TestWithParam<int> {
 protected:
  Arithmetic()
      : layout_{GetParam() == 2019 ? form_2019() : form_2021(), GetParam() == 2019 ? 19 : 21},
        equations_(equations(layout_)) {
    report_.form = &layout_.form;
    report_.document = &document_;
    clear_tables(report_);
    for (BoundTable& table : report_.tables) table.present = table.grid = true;
  }

  CellRef ref(int cell) const {
    const int three = layout_.rows() * columns_of_three;
    const bool first = cell < three;
    const int at = first ? cell : cell - three, width = first ? columns_of_three : results;
    return {first ? TableId::requests : TableId::proceedings, static_cast<std::uint8_t>(at / width),
            static_cast<std::uint8_t>(at % width)};
  }

  int index(CellRef cell) const {
    return cell.table == TableId::requests ? layout_.three(cell.row, cell.column)
                                           : layout_.four(cell.row, cell.column);
  }

  void print(const RandomTable& table) {
    for (int i = 0; i < layout_.cells(); ++i) {
      const CellRef at = ref(i);
      ReportCell& cell = report_.tables[static_cast<std::size_t>(at.table)].cells[at.row][at.column];
      cell = {};
      cell.state = table.states()[static_cast<std::size_t>(i)];
      if (cell.state == CellState::number) cell.value = Decimal(table.values()[static_cast<std::size_t>(i)]);
    }
  }

  IdentityState expected(const Equation& equation, const std::vector<std::int64_t>& values,
                         const std::vector<CellState>& states) const {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (equation.coefficients[i] == 0) continue;
      if (states[i] == CellState::unread || states[i] == CellState::text) return IdentityState::unchecked;
      sum += equation.coefficients[i] * values[i];
    }
    return sum == 0 ? IdentityState::holds : IdentityState::fails;
  }

  void compare(const RandomTable& table) {
    print(table);
    Analysis analysis;
    analysis.localisation = localise(report_, nullptr, {});
    const Localisation& found = analysis.localisation;
    ASSERT_EQ(found.identities.size(), equations_.size());
    std::set<std::string_view> broken;
    std::set<std::ptrdiff_t> sums;
    for (const Equation& equation : equations_) {
      const auto same = [&](const Identity& i) {
        return i.relation == equation.relation && i.at == equation.at;
      };
      const auto identity = std::find_if(found.identities.begin(), found.identities.end(), same);
      ASSERT_NE(identity, found.identities.end());
      const IdentityState state = expected(equation, table.values(), table.states());
      ASSERT_EQ(identity->state, state) << equation.rule << " " << equation.at;
      if (state != IdentityState::fails) continue;
      broken.insert(equation.rule);
      sums.insert(identity - found.identities.begin());
    }
    const Told told = what_rules_say(analysis);
    ASSERT_EQ(told.rules, broken);
    ASSERT_EQ(told.sums, sums);
    mended(found, table);
  }

  // What the rules say is broken.
  struct Told {
    std::set<std::string_view> rules;
    std::set<std::ptrdiff_t> sums;
  };
  Told what_rules_say(const Analysis& analysis) const {
    Told told;
    const Context context{report_, nullptr, analysis, std::nullopt};
    for (std::string_view family : {"requests", "proceedings"})
      for (const Finding& finding : run_family(context, family).findings) {
        for (std::string_view rule : finding.violates)
          if (rule != "cells/blank") told.rules.insert(rule);  // no equation: a total that was left out
        told.sums.insert(finding.sums.begin(), finding.sums.end());
      }
    return told;
  }

  // With the first repair of every cause everything holds that could be checked, and no count is below zero.
  void mended(const Localisation& found, const RandomTable& table) const {
    std::vector<std::int64_t> values = table.values();
    for (const Cause& cause : found.causes) {
      if (cause.repairs.empty()) return;  // said to be beyond a small repair
      for (const Proposal::Set& set : cause.repairs.front().set) {
        ASSERT_GE(set.value, Decimal(0));
        values[static_cast<std::size_t>(index(set.cell))] = set.value.whole();
      }
    }
    for (const Equation& equation : equations_)
      ASSERT_NE(expected(equation, values, table.states()), IdentityState::fails)
          << equation.rule << " " << equation.at;
  }

  const Layout layout_;
  const std::vector<Equation> equations_;
  Document document_;
  Report report_;
};

TEST_P(Arithmetic, MatrixAndRulesAgreeOnRandomTables) {
  std::mt19937 random(static_cast<unsigned>(GetParam()));
  constexpr int tables = tests::sanitized ? 2'000 : 50'000;
  for (int i = 0; i < tables && !HasFatalFailure(); ++i) {
    SCOPED_TRACE(i);
    compare(RandomTable(layout_, random));
  }
}

// A wrong coefficient anywhere would show: on some table the sum with it fails where the sum without it
// holds.
TEST_P(Arithmetic, EveryCoefficientMatters) {
  std::mt19937 random(7);
  std::set<std::pair<const Equation*, std::size_t>> unnoticed;
  for (const Equation& equation : equations_)
    for (std::size_t cell = 0; cell < equation.coefficients.size(); ++cell)
      unnoticed.insert({&equation, cell});
  for (int i = 0; i < 3'000; ++i) {
    const RandomTable table(layout_, random);
    for (const Equation& equation : equations_)
      if (expected(equation, table.values(), table.states()) == IdentityState::holds)
        for (std::size_t cell = 0; cell < equation.coefficients.size(); ++cell)
          if (table.values()[cell] != 0) unnoticed.erase({&equation, cell});
  }
  EXPECT_TRUE(unnoticed.empty()) << unnoticed.size() << " coefficients";
}

INSTANTIATE_TEST_SUITE_P(BothForms, Arithmetic, testing::Values(2019, 2021));

}  // namespace
}  // namespace nianbao
