#include <gtest/gtest.h>

#include <chrono>

#include "base/unicode.h"
#include "input/reader.h"
#include "report/bind.h"
#include "support/linear_layouts.h"

namespace nianbao {
namespace {

using testing::all_printed;
using testing::keeps_blanks;
using testing::print;
using testing::Printed;
using testing::PrintedTables;

struct Bound {
  Document document;
  Report report;
};

// The Report points into its Document, so both live on the heap.
std::unique_ptr<Bound> bound(const std::u16string& text) {
  auto out = std::make_unique<Bound>();
  Result<Document> document = read_text(to_utf8(text), {});
  EXPECT_TRUE(document);
  out->document = std::move(document.value());
  out->report = bind(out->document);
  return out;
}

// Distinct numbers that no identity holds for: what is read is read, not worked out.
std::u16string plain(CellRef ref) {
  const int number = (static_cast<int>(ref.table) * 7 + ref.row * 31 + ref.column * 17) % 997;
  return Decimal(number).to_string();
}

PrintedTables tables(const Form& form) { return {.form = &form, .value = plain}; }

struct Differences {
  int wrong = 0, unread = 0, right = 0;
  std::string first;
};

Differences compare(const PrintedTables& tables, const Report& report) {
  Differences out;
  EXPECT_EQ(report.form, tables.form);
  for (const FormTable& table : tables.form->tables)
    for (std::size_t r = 0; r < table.rows.size(); ++r)
      for (std::size_t c = 0; c < table.rows[r].columns.size(); ++c) {
        const CellRef ref{table.id, static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(c)};
        const bool printed = tables.has(table.id, static_cast<int>(r)) && !(table.id == TableId::requests && tables.without_columns.count(static_cast<int>(c)) > 0);
        const ReportCell& cell = report.cell(ref);
        const std::u16string expected = printed ? tables.value(ref) : u"";
        const bool same = printed ? (cell.text == expected && (cell.state == CellState::blank) == expected.empty() && cell.state != CellState::absent && cell.state != CellState::unread)
                                  : cell.state == CellState::absent;
        if (same) ++out.right;
        else if (cell.state == CellState::unread) ++out.unread;
        else if (++out.wrong == 1) out.first = cell_id(*tables.form, ref) + ": \"" + to_utf8(cell.text) + "\" for \"" + to_utf8(expected) + "\"";
      }
  return out;
}

void expect_all_right(const PrintedTables& tables, Printed layout, std::u16string_view page_break = {}) {
  const auto read = bound(print(tables, layout, page_break));
  const Differences found = compare(tables, read->report);
  EXPECT_EQ(found.wrong, 0) << testing::name(layout) << " " << tables.form->key << ", " << found.first;
  EXPECT_EQ(found.unread, 0) << testing::name(layout) << " " << tables.form->key;
  EXPECT_TRUE(read->report.problems.empty());
}

TEST(LinearTables, EveryLayoutOfBothForms) {
  for (const Form* form : {&form_2021(), &form_2019()})
    for (Printed layout : all_printed) expect_all_right(tables(*form), layout);
}

TEST(LinearTables, TheTextAndPlaceOfACellAreThoseOfTheDocument) {
  const auto read = bound(print(tables(form_2021()), Printed::pdf_lines));
  const ReportCell& cell = *read->report.cell("requests", "refused_state_secret", "total");
  EXPECT_EQ(read->document.view(cell.range), cell.text);
  const BoundTable& table = read->report.table(TableId::requests);
  EXPECT_FALSE(table.grid);
  EXPECT_TRUE(table.range.contains(cell.range));
  EXPECT_EQ(read->document.view(table.row_label[4]), u"1.属于国家秘密");
}

TEST(LinearTables, OneStyleOfNumbersAfterAnother) {
  const std::pair<const char*, std::function<std::u16string(CellRef)>> styles[] = {
      {"full width", [](CellRef ref) { std::u16string out; for (char16_t c : plain(ref)) out.push_back(static_cast<char16_t>(c - u'0' + u'０')); return out; }},
      {"thousands", [](CellRef ref) { return u"1," + std::u16string(3 - plain(ref).size(), u'0') + plain(ref); }},
      {"units", [](CellRef ref) { return plain(ref) + u"件"; }},
      {"units apart", [](CellRef ref) { return plain(ref) + u" 件"; }},
      {"decimals", [](CellRef ref) { return plain(ref) + u".25"; }},
      {"negative", [](CellRef ref) { return u"-" + plain(ref); }},
      {"dashes", [](CellRef ref) { return ref.column == 2 ? plain(ref) : std::u16string(u"—"); }},
      {"hyphens", [](CellRef ref) { return ref.column == 2 ? plain(ref) : std::u16string(u"-"); }},
      {"slashes", [](CellRef ref) { return ref.column % 2 == 0 ? plain(ref) : std::u16string(u"/"); }},
      {"nothing", [](CellRef ref) { return ref.column % 2 == 0 ? plain(ref) : std::u16string(u"无"); }},
      {"millions", [](CellRef ref) { return u"11398" + plain(ref); }},
      {"zeros", [](CellRef) { return std::u16string(u"0"); }},
  };
  for (const auto& [name, value] : styles)
    for (Printed layout : all_printed) {
      SCOPED_TRACE(name);
      PrintedTables printed = tables(form_2021());
      printed.value = value;
      expect_all_right(printed, layout);
    }
}

TEST(LinearTables, NumbersWithSpacesInside) {
  PrintedTables printed = tables(form_2021());
  printed.value = [](CellRef ref) { return u"12 " + std::u16string(3 - plain(ref).size(), u'0') + plain(ref); };
  for (Printed layout : {Printed::bars, Printed::led, Printed::cell_lines, Printed::filled_lines}) expect_all_right(printed, layout);
  for (Printed layout : {Printed::pdf_lines, Printed::aligned}) {
    const auto read = bound(print(printed, layout));
    EXPECT_EQ(compare(printed, read->report).wrong, 0) << testing::name(layout);
  }
}

TEST(LinearTables, BlanksStayInTheirPlaceWhereTheLayoutKeepsThem) {
  const std::pair<const char*, std::function<std::u16string(CellRef)>> styles[] = {
      {"some", [](CellRef ref) { return (ref.row + ref.column) % 3 == 1 ? std::u16string() : plain(ref); }},
      {"only totals", [](CellRef ref) { return ref.column + 1u == (ref.table == TableId::requests ? 7u : 5u) || ref.table == TableId::disclosure ? plain(ref) : std::u16string(); }},
      {"whole rows", [](CellRef ref) { return ref.row % 4 == 2 ? std::u16string() : plain(ref); }},
      {"with dashes", [](CellRef ref) { return (ref.row + ref.column) % 3 == 1 ? std::u16string() : (ref.column == 0 ? std::u16string(u"—") : plain(ref)); }},
  };
  for (const auto& [name, value] : styles)
    for (Printed layout : {Printed::bars, Printed::led, Printed::cell_lines}) {
      SCOPED_TRACE(name);
      PrintedTables printed = tables(form_2021());
      printed.value = value;
      expect_all_right(printed, layout);
    }
}

TEST(LinearTables, AlignedValuesShowTheirColumns) {
  PrintedTables printed = tables(form_2021());
  printed.value = [](CellRef ref) {
    if (ref.table == TableId::disclosure) return plain(ref);
    return ref.row % 3 == 1 && ref.column % 2 == 1 ? std::u16string() : plain(ref);
  };
  expect_all_right(printed, Printed::aligned);
}

TEST(LinearTables, VanishedBlanksAreNeverGuessed) {
  PrintedTables printed = tables(form_2021());
  printed.value = [](CellRef ref) { return ref.row % 5 == 3 && ref.column % 3 == 1 ? std::u16string() : plain(ref); };
  for (Printed layout : {Printed::filled_lines, Printed::pdf_lines}) {
    const auto read = bound(print(printed, layout));
    const Differences found = compare(printed, read->report);
    EXPECT_EQ(found.wrong, 0) << testing::name(layout) << found.first;
    EXPECT_GT(found.unread, 0);
    ASSERT_FALSE(read->report.problems.empty());
    EXPECT_EQ(read->report.problems.front().code, ErrorCode::row_unread);
  }
}

TEST(LinearTables, AMissingRowIsAbsentAndTheOthersAreRight) {
  for (const Form* form : {&form_2021(), &form_2019()})
    for (Printed layout : all_printed)
      for (int row : {0, 1, 3, 5, 12, 20, 22}) {
        PrintedTables printed = tables(*form);
        printed.without_rows = {{TableId::requests, row}, {TableId::disclosure, row % 4}};
        SCOPED_TRACE(row);
        expect_all_right(printed, layout);
      }
}

TEST(LinearTables, AMissingColumnIsKnownFromTheHead) {
  for (Printed layout : all_printed)
    for (int column : {1, 2, 3, 4, 5}) {
      PrintedTables printed = tables(form_2021());
      printed.without_columns = {column};
      SCOPED_TRACE(column);
      expect_all_right(printed, layout);
    }
}

TEST(LinearTables, AMissingTableIsAbsent) {
  for (Printed layout : all_printed)
    for (TableId id : {TableId::disclosure, TableId::requests, TableId::proceedings}) {
      PrintedTables printed = tables(form_2021());
      printed.without_tables = {id};
      const auto read = bound(print(printed, layout));
      EXPECT_FALSE(read->report.table(id).present) << testing::name(layout) << static_cast<int>(id);
      const Differences found = compare(printed, read->report);
      EXPECT_EQ(found.wrong + found.unread, 0) << testing::name(layout) << static_cast<int>(id) << found.first;
    }
}

TEST(LinearTables, PageBreaksInTheMiddle) {
  for (std::u16string_view page_break : {u"\n\n\n", u"\n— 3 —\n\n\f", u"\n\n- 12 -\n\n", u"第 3 页\n", u"第3页 共9页\n\f\n"})
    for (Printed layout : {Printed::bars, Printed::pdf_lines, Printed::aligned, Printed::filled_lines}) expect_all_right(tables(form_2021()), layout, page_break);
}

}  // namespace
}  // namespace nianbao
