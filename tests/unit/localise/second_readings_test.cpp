#include "localise/second_readings.h"

#include <gtest/gtest.h>

#include "report/bind.h"

namespace nianbao {
namespace {

// A report whose only request came from a person, and was answered; the other cells are 0. Every 1 stands in
// the text.
class SecondReadings : public testing::Test {
 protected:
  SecondReadings() {
    report.form = &form_2021();
    clear_tables(report);
    for (TableId id : {TableId::requests, TableId::proceedings}) {
      BoundTable& table = report.tables[static_cast<std::size_t>(id)];
      table.present = true;
      for (auto& row : table.cells)
        for (ReportCell& cell : row) cell.state = CellState::number, cell.value = Decimal(0);
    }
    for (const char* row : {"new_requests", "disclosed", "outcome_total"})
      for (const char* column : {"individuals", "total"})
        put(std::string("requests.") + row + "." + column, 1);
  }

  ReportCell& at(std::string_view id) {
    const CellRef ref = *cell(*report.form, id);
    return report.tables[static_cast<std::size_t>(ref.table)].cells[ref.row][ref.column];
  }
  void put(std::string_view id, int value, std::u16string second = {}) {
    ReportCell& cell = at(id);
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += Decimal(value).to_string() + u" ";
    cell.value = Decimal(value);
    cell.range = {begin, static_cast<std::uint32_t>(document.text.size()) - 1};
    document.marks.push_back({MarkKind::recognised, cell.range, std::move(second)});
  }
  CellState after(std::string_view id) {
    leave_doubtful_open(document, report);
    return at(id).state;
  }

  Document document;
  Report report;
};

TEST_F(SecondReadings, ThatMakeTheSumsHoldLeaveTheCellUnread) {
  put("requests.disclosed.individuals", 7, u"1");
  EXPECT_EQ(after("requests.disclosed.individuals"), CellState::unread);
  EXPECT_FALSE(at("requests.disclosed.individuals").value);
  EXPECT_EQ(at("requests.disclosed.total").state, CellState::number);
}

TEST_F(SecondReadings, ThatHelpOneSumAndBreakAnotherChangeNothing) {
  put("requests.new_requests.total", 2);  // the fault of the report
  put("requests.new_requests.individuals", 1, u"2");
  EXPECT_EQ(after("requests.new_requests.individuals"), CellState::number);
}

TEST_F(SecondReadings, ThatDoNotFitChangeNothing) {
  put("requests.disclosed.individuals", 7, u"4");
  EXPECT_EQ(after("requests.disclosed.individuals"), CellState::number);
}

TEST_F(SecondReadings, CountForNothingWhereTheSumsHold) {
  put("requests.disclosed.individuals", 1, u"7");
  EXPECT_EQ(after("requests.disclosed.individuals"), CellState::number);
}

TEST_F(SecondReadings, OfACellWithoutAny) {
  put("requests.disclosed.individuals", 7);
  EXPECT_EQ(after("requests.disclosed.individuals"), CellState::number);
}

}  // namespace
}  // namespace nianbao
