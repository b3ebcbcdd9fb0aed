#include "sheet/form_tables.h"

#include <gtest/gtest.h>

#include "base/unicode.h"
#include "output/csv.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

using tests::base_with;

void read_into(const std::string& bytes, Reading& reading) {
  read_report(bytes, {}, reading);
  ASSERT_TRUE(reading.found);
}

void expect_same_cells(const Reading& a, const Reading& b) {
  for (TableId table : {TableId::disclosure, TableId::requests, TableId::proceedings})
    for (std::size_t r = 0; r < a.report.table(table).cells.size(); ++r)
      for (std::size_t c = 0; c < a.report.table(table).cells[r].size(); ++c) {
        const CellRef ref{table, static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(c)};
        EXPECT_EQ(to_utf8(a.report.cell(ref).text), to_utf8(b.report.cell(ref).text))
            << cell_id(*a.report.form, ref);
        EXPECT_EQ(static_cast<int>(a.report.cell(ref).state), static_cast<int>(b.report.cell(ref).state))
            << cell_id(*a.report.form, ref);
      }
}

// The tables are read back by the program itself: every cell is where the official layout has it.
TEST(FormTables, AreReadBackCellByCell) {
  for (const char* base : {"2021", "2019"}) {
    tests::Recipe recipe;
    recipe.base = base;
    recipe.edits = {{tests::EditKind::set_cell, "requests.disclosed.total", ""},
                    {tests::EditKind::set_cell, "requests.carried_over.businesses", "/"}};
    Reading original, html, docx;
    read_into(tests::compose(recipe, tests::rules_folder()).bytes, original);
    const Sheet sheet = form_tables(original);
    read_into(sheet_html(sheet), html);
    read_into(sheet_docx(sheet), docx);
    EXPECT_EQ(html.report.form->key, original.report.form->key);
    expect_same_cells(original, html);
    expect_same_cells(original, docx);
  }
}

TEST(FormTables, ShowPlainNumbersPlainlyAndTheRestAsWritten) {
  Reading reading;
  read_into(base_with({{tests::EditKind::set_cell, "requests.disclosed.individuals", "１2"},
                       {tests::EditKind::set_cell, "disclosure.fees.amount", "25元"}}),
            reading);
  const auto shown = [&](std::string_view id) {
    return to_utf8(shown_cell(reading.report.cell(*cell(*reading.report.form, id))));
  };
  EXPECT_EQ(shown("requests.disclosed.individuals"), "12");
  EXPECT_EQ(shown("disclosure.fees.amount"), "25元");
  ReportCell unread;
  unread.state = CellState::unread;
  EXPECT_EQ(to_utf8(shown_cell(unread)), "（没有读到）");
}

TEST(CellLists, HoldEveryCellOnce) {
  Reading reading;
  read_into(base_with({}), reading);
  const std::string csv = cells_list_csv(reading), json = cells_json(reading);
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 201);
  EXPECT_EQ(csv.substr(0, csv.find("\r\n")), std::string(csv_mark) + "id,表,行,列,原文,数值,状态");
  EXPECT_NE(json.find("\"requests.new_requests.total\": {\n   \"value\": 31,\n   \"text\": \"31\",\n   "
                      "\"state\": \"number\"\n  }"),
            std::string::npos);
}

}  // namespace
}  // namespace nianbao
