#include <gtest/gtest.h>

#include "report/bind.h"

namespace nianbao {
namespace {

ReportCell number(int value) {
  ReportCell cell;
  cell.state = CellState::number;
  cell.value = Decimal(value);
  cell.text = Decimal(value).to_string();
  return cell;
}

OrderedRow row(int index, std::initializer_list<int> values) {
  OrderedRow out{index, {}, {}};
  for (int value : values) out.values.push_back(number(value));
  return out;
}

Report empty_report() {
  Report report;
  report.form = &form_2021();
  clear_tables(report);
  return report;
}

// "3 . 4" : a dot for a blank, ? for unread.
std::string cells(const Report& report, TableId id, int row) {
  std::string out;
  for (const ReportCell& cell : report.table(id).cells[static_cast<std::size_t>(row)]) {
    if (!out.empty()) out.push_back(' ');
    if (cell.state == CellState::blank) out.push_back('.');
    else if (cell.state == CellState::number) out += std::to_string(cell.value->whole());
    else out.push_back('?');
  }
  return out;
}

// 表三: 4 of individuals and 3 of businesses received; one each carried forward. Rows given in `other`
// replace them.
std::vector<OrderedRow> requests(std::vector<OrderedRow> other) {
  std::vector<OrderedRow> rows;
  for (int r = 0; r < 25; ++r) rows.push_back(row(r, {0, 0, 0, 0, 0, 0, 0}));
  rows[0] = row(0, {4, 3, 0, 0, 0, 0, 7});
  rows[2] = row(2, {3, 0, 0, 0, 0, 0, 3});
  rows[12] = row(12, {0, 2, 0, 0, 0, 0, 2});
  rows[23] = row(23, {3, 2, 0, 0, 0, 0, 5});
  rows[24] = row(24, {1, 1, 0, 0, 0, 0, 2});
  for (OrderedRow& one : other) rows[static_cast<std::size_t>(one.row)] = std::move(one);
  return rows;
}

TEST(VanishedBlanks, FullRowsStandAsTheyAre) {
  Report report = empty_report();
  place_ordered_rows(report, TableId::requests,
                     {row(0, {1, 2, 3, 4, 5, 6, 99})});  // a wrong total is not repaired
  EXPECT_EQ(cells(report, TableId::requests, 0), "1 2 3 4 5 6 99");
  EXPECT_TRUE(report.table(TableId::requests).row_present[0]);
  EXPECT_TRUE(report.problems.empty());
}

TEST(VanishedBlanks, OneWayOnlySatisfiesTheColumns) {
  Report report = empty_report();
  place_ordered_rows(report, TableId::requests, requests({row(12, {2, 2})}));
  EXPECT_EQ(cells(report, TableId::requests, 12), ". 2 . . . . 2");
  EXPECT_TRUE(report.problems.empty());
}

TEST(VanishedBlanks, SeveralRowsTogether) {
  Report report = empty_report();
  place_ordered_rows(report, TableId::requests,
                     requests({row(2, {3, 3}), row(12, {2, 2}), row(24, {1, 1, 2}), row(5, {})}));
  EXPECT_EQ(cells(report, TableId::requests, 2), "3 . . . . . 3");
  EXPECT_EQ(cells(report, TableId::requests, 12), ". 2 . . . . 2");
  EXPECT_EQ(cells(report, TableId::requests, 24), "1 1 . . . . 2");
  EXPECT_EQ(cells(report, TableId::requests, 5), ". . . . . . .");
}

TEST(VanishedBlanks, ZerosAmongBlanksLeaveSeveralWays) {
  Report report = empty_report();
  place_ordered_rows(report, TableId::requests,
                     requests({row(12, {0, 2, 2})}));  // 0 2 . . . . 2, and no other way
  EXPECT_EQ(cells(report, TableId::requests, 12), "0 2 . . . . 2");
  report = empty_report();
  place_ordered_rows(report, TableId::requests,
                     requests({row(12, {2, 0, 2})}));  // . 2 0 . . . 2 or . 2 . 0 . . 2
  EXPECT_EQ(cells(report, TableId::requests, 12), "? ? ? ? ? ? ?");
  ASSERT_EQ(report.problems.size(), 1u);
  EXPECT_EQ(report.problems[0].code, ErrorCode::row_unread);
  EXPECT_EQ(report.problems[0].detail, u"1.本机关不掌握相关政府信息");
}

TEST(VanishedBlanks, ColumnsThatMayBeExchangedAreNotChosen) {
  std::vector<OrderedRow> rows;
  for (int r = 0; r < 25; ++r) rows.push_back(row(r, {}));
  for (int r : {0, 2, 23}) rows[static_cast<std::size_t>(r)] = row(r, {5, 5});
  Report report = empty_report();
  place_ordered_rows(report, TableId::requests, rows);
  EXPECT_EQ(cells(report, TableId::requests, 0), "? ? ? ? ? ? ?");
  EXPECT_EQ(cells(report, TableId::requests, 3), ". . . . . . .");  // whichever column the five are in
  EXPECT_EQ(report.problems.size(), 3u);
}

TEST(VanishedBlanks, AMissingRowLeavesNoIdentity) {
  std::vector<OrderedRow> rows = requests({row(12, {2, 2})});
  rows.erase(rows.begin() + 7);
  Report report = empty_report();
  place_ordered_rows(report, TableId::requests, rows);
  EXPECT_EQ(cells(report, TableId::requests, 12), "? ? ? ? ? ? ?");
  EXPECT_EQ(cells(report, TableId::requests, 0), "4 3 0 0 0 0 7");
}

TEST(VanishedBlanks, AWrongSumElsewhereLeavesNoWay) {
  Report report = empty_report();
  place_ordered_rows(report, TableId::requests, requests({row(12, {2, 2}), row(23, {3, 3, 0, 0, 0, 0, 6})}));
  EXPECT_EQ(cells(report, TableId::requests, 12), "? ? ? ? ? ? ?");
}

TEST(VanishedBlanks, TooManyValuesAreUnread) {
  Report report = empty_report();
  place_ordered_rows(report, TableId::requests, requests({row(12, {0, 2, 0, 0, 0, 0, 2, 1})}));
  EXPECT_EQ(cells(report, TableId::requests, 12), "? ? ? ? ? ? ?");
}

TEST(VanishedBlanks, TablesWithoutColumnSumsTellNothing) {
  Report report = empty_report();
  place_ordered_rows(report, TableId::proceedings, {row(0, {2, 2})});
  EXPECT_EQ(cells(report, TableId::proceedings, 0), "? ? ? ? ?");
  place_ordered_rows(report, TableId::disclosure, {row(1, {4, 8})});
  EXPECT_EQ(cells(report, TableId::disclosure, 1), "? ? ?");
}

TEST(VanishedBlanks, TheSearchKeepsItsBudget) {
  std::vector<OrderedRow> rows;
  for (int r = 0; r < 25; ++r) rows.push_back(row(r, {1, 1, 1, 0, 3}));
  Report report = empty_report();
  place_ordered_rows(report, TableId::requests, rows);
  EXPECT_EQ(cells(report, TableId::requests, 0), "? ? ? ? ? ? ?");
}

}  // namespace
}  // namespace nianbao
