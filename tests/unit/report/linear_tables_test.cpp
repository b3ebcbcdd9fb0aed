#include <gtest/gtest.h>

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
        const bool printed =
            tables.has(table.id, static_cast<int>(r)) &&
            !(table.id == TableId::requests && tables.without_columns.count(static_cast<int>(c)) > 0);
        const ReportCell& cell = report.cell(ref);
        const std::u16string expected = printed ? tables.value(ref) : u"";
        const bool same =
            printed ? (cell.text == expected && (cell.state == CellState::blank) == expected.empty() &&
                       cell.state != CellState::absent && cell.state != CellState::unread)
                    : cell.state == CellState::absent;
        if (same) ++out.right;
        else if (cell.state == CellState::unread) ++out.unread;
        else if (++out.wrong == 1)
          out.first = cell_id(*tables.form, ref) + ": \"" + to_utf8(cell.text) + "\" for \"" +
                      to_utf8(expected) + "\"";
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
      {"full width",
       [](CellRef ref) {
         std::u16string out;
         for (char16_t c : plain(ref)) out.push_back(static_cast<char16_t>(c - u'0' + u'０'));
         return out;
       }},
      {"thousands",
       [](CellRef ref) { return u"1," + std::u16string(3 - plain(ref).size(), u'0') + plain(ref); }},
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
  printed.value = [](CellRef ref) {
    return u"12 " + std::u16string(3 - plain(ref).size(), u'0') + plain(ref);
  };
  for (Printed layout : {Printed::bars, Printed::led, Printed::cell_lines, Printed::filled_lines})
    expect_all_right(printed, layout);
  for (Printed layout : {Printed::pdf_lines, Printed::aligned}) {
    const auto read = bound(print(printed, layout));
    EXPECT_EQ(compare(printed, read->report).wrong, 0) << testing::name(layout);
  }
}

TEST(LinearTables, BlanksStayInTheirPlaceWhereTheLayoutKeepsThem) {
  const std::pair<const char*, std::function<std::u16string(CellRef)>> styles[] = {
      {"some", [](CellRef ref) { return (ref.row + ref.column) % 3 == 1 ? std::u16string() : plain(ref); }},
      {"only totals",
       [](CellRef ref) {
         return ref.column + 1u == (ref.table == TableId::requests ? 7u : 5u) ||
                        ref.table == TableId::disclosure
                    ? plain(ref)
                    : std::u16string();
       }},
      {"whole rows", [](CellRef ref) { return ref.row % 4 == 2 ? std::u16string() : plain(ref); }},
      {"with dashes",
       [](CellRef ref) {
         return (ref.row + ref.column) % 3 == 1 ? std::u16string()
                                                : (ref.column == 0 ? std::u16string(u"—") : plain(ref));
       }},
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

// Like plain(), but 总计 of 表三 is the sum of its row; blanks here and there.
std::u16string adding_up(CellRef ref) {
  if (ref.table != TableId::requests) return plain(ref);
  if (ref.column < 6) return ref.row % 5 == 3 && ref.column % 3 == 1 ? std::u16string() : plain(ref);
  Decimal sum = 0;
  for (std::uint8_t c = 0; c < 6; ++c)
    sum = sum + Decimal::parse(adding_up({ref.table, ref.row, c})).value_or(Decimal(0));
  return sum.to_string();
}

TEST(LinearTables, VanishedBlanksAreNeverGuessed) {
  PrintedTables printed = tables(form_2021());
  printed.value = adding_up;
  for (Printed layout : {Printed::filled_lines, Printed::pdf_lines}) {
    const auto read = bound(print(printed, layout));
    const Differences found = compare(printed, read->report);
    EXPECT_EQ(found.wrong, 0) << testing::name(layout) << found.first;
    EXPECT_EQ(found.unread, 5 * 7) << testing::name(layout);
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
      EXPECT_EQ(found.wrong + found.unread, 0)
          << testing::name(layout) << static_cast<int>(id) << found.first;
    }
}

TEST(LinearTables, PageBreaksInTheMiddle) {
  for (std::u16string_view page_break :
       {u"\n\n\n", u"\n— 3 —\n\n\f", u"\n\n- 12 -\n\n", u"第 3 页\n", u"第3页 共9页\n\f\n"})
    for (Printed layout : {Printed::bars, Printed::pdf_lines, Printed::aligned, Printed::filled_lines})
      expect_all_right(tables(form_2021()), layout, page_break);
}

// --- text taken out of its order ---------------------------------------------------------------------------

// 表三 with the head given; all its numbers differ.
std::u16string with_head(std::u16string_view head) {
  PrintedTables printed = tables(form_2021());
  printed.without_tables = {TableId::disclosure, TableId::proceedings};
  std::u16string text = print(printed, Printed::filled_lines);
  const std::size_t begin = text.find(u"      申请人情况"), end = text.find(u"      一、本年新收");
  return text.replace(begin, end - begin, head);
}

TEST(LinearTables, ABrokenHeadInAnyOrderIsTheFormsOrder) {
  const auto read =
      bound(with_head(u"申请人情况\n法人或其他组织\n自然人\n科研 社会公 法律服务\n商业企业\n其他\n机构 "
                      u"益组织\n机构\n总计\n"));
  EXPECT_EQ(read->report.cell("requests", "new_requests", "individuals")->text, u"7");
  EXPECT_EQ(read->report.cell("requests", "new_requests", "businesses")->text, u"24");
  EXPECT_EQ(read->report.cell("requests", "new_requests", "total")->text, u"109");
}

TEST(LinearTables, WholeLabelsInAnotherOrderMoveTheColumns) {
  const auto read = bound(with_head(
      u"申请人情况\n自然人\n法人或其他组织\n总计\n科研机构\n商业企业\n社会公益组织\n法律服务机构\n其他\n"));
  EXPECT_EQ(read->report.cell("requests", "new_requests", "research_institutions")->text, u"24");
  EXPECT_EQ(read->report.cell("requests", "new_requests", "businesses")->text, u"41");
}

// 表三 that comes out even, a line for each label and one for its values.
struct EvenTable {
  bool values_first = false, total_first = false;

  static int times(std::string_view row) {
    if (row == "new_requests" || row == "outcome_total") return 3;
    if (row == "disclosed") return 1;
    return row == "unavailable_not_held" ? 2 : 0;
  }

  static int value(const FormRow& row, std::size_t column) {
    constexpr int all = 1 + 2 + 3 + 4 + 5 + 6;
    return times(row.key) * (row.columns[column].key == "total" ? all : static_cast<int>(column) + 1);
  }

  std::u16string values(const FormRow& row) const {
    std::u16string out;
    for (std::size_t i = 0; i < row.columns.size(); ++i) {
      const std::size_t column = total_first ? row.columns.size() - 1 - i : i;
      out += (i == 0 ? u"" : u" ") + Decimal(value(row, column)).to_string();
    }
    return out + u"\n";
  }

  std::u16string print() const {
    std::u16string text =
        u"青禾县水利局2024年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n申请人情况\n";
    for (const FormRow& row : form_2021().table(TableId::requests).rows) {
      const std::u16string label = std::u16string(row.label) + u"\n";
      text += values_first ? values(row) + label : label + values(row);
    }
    return text + u"四、政府信息公开行政复议、行政诉讼情况\n";
  }
};

int cells_that_differ(const EvenTable& printed) {
  const auto read = bound(printed.print());
  int differ = 0;
  for (const FormRow& row : form_2021().table(TableId::requests).rows)
    for (std::size_t c = 0; c < row.columns.size(); ++c) {
      const ReportCell* cell = read->report.cell("requests", row.key, row.columns[c].key);
      differ += cell->value != Decimal(EvenTable::value(row, c));
    }
  return differ;
}

TEST(LinearTables, ValuesBeforeTheirLabelsAndColumnsTheOtherWayRound) {
  EXPECT_EQ(cells_that_differ({}), 0);
  EXPECT_EQ(cells_that_differ({.values_first = true}), 0);
  EXPECT_EQ(cells_that_differ({.total_first = true}), 0);
  EXPECT_EQ(cells_that_differ({.values_first = true, .total_first = true}), 0);
}

TEST(LinearTables, ValuesThatMayBeOfEitherNeighbourAreUnread) {
  std::u16string text = EvenTable{.values_first = true}.print();
  const std::u16string total = u"3 6 9 12 15 18 63\n（七）总计";
  text.replace(text.find(total), 1, u"4");
  const auto read = bound(text);
  EXPECT_EQ(read->report.cell("requests", "disclosed", "individuals")->state, CellState::unread);
  EXPECT_EQ(read->report.cell("requests", "outcome_total", "individuals")->state, CellState::unread);
}

TEST(LinearTables, RowsInAnotherOrderAreTakenByTheirLabels) {
  std::u16string text = print(tables(form_2021()), Printed::pdf_lines);
  const std::u16string row = u"2.其他法律行政法规禁止公开 162 179 196 213 230 247 264\n\n";
  const std::size_t at = text.find(row);
  ASSERT_NE(at, std::u16string::npos);
  text.erase(at, row.size());
  text.insert(text.find(u"4.保护第三方"), row);
  const auto read = bound(text);
  EXPECT_EQ(compare(tables(form_2021()), read->report).wrong, 0);
  EXPECT_EQ(read->report.cell("requests", "refused_prohibited_by_law", "total")->text, u"264");
}

TEST(LinearTables, RowsOfTheirOwnAndAlteredLabels) {
  std::u16string text = print(tables(form_2021()), Printed::pdf_lines);
  text.insert(text.find(u"（四）无法提供"), u"9.属于工作秘密 5 5 5 5 5 5 30\n\n");
  const std::u16string label = u"4.保护第三方合法权益";
  text.replace(text.find(label), label.size(), u"4.保护第三方合法利益");
  const auto read = bound(text);
  const BoundTable& table = read->report.table(TableId::requests);
  ASSERT_EQ(table.extra_rows.size(), 1u);
  EXPECT_EQ(read->document.view(table.extra_rows[0]), u"9.属于工作秘密");
  ASSERT_EQ(table.altered_labels.size(), 1u);
  EXPECT_EQ(read->document.view(table.altered_labels[0].range), u"4.保护第三方合法利益");
  EXPECT_EQ(compare(tables(form_2021()), read->report).wrong, 0);
}

TEST(LinearTables, ATextInPlaceOfANumberKeepsItsPlace) {
  PrintedTables printed = tables(form_2021());
  printed.value = [](CellRef ref) {
    return ref.row == 4 && ref.column == 2 ? std::u16string(u"待统计") : plain(ref);
  };
  for (Printed layout : all_printed) expect_all_right(printed, layout);
}

TEST(LinearTables, WordsInPlaceOfTheOnlyNumberOfARowAreNotABlank) {
  std::u16string text = print(tables(form_2021()), Printed::filled_lines);
  const std::u16string label = u"行政许可\n";
  const std::size_t at = text.find(label) + label.size();
  text.replace(at, text.find(u'\n', at) - at, u"待统计");
  const auto read = bound(text);
  EXPECT_EQ(read->report.cell("disclosure", "licences", "decisions")->state, CellState::unread);
  EXPECT_EQ(read->report.cell("disclosure", "penalties", "decisions")->state, CellState::number);
  ASSERT_EQ(read->report.problems.size(), 1u);
  EXPECT_EQ(read->report.problems[0].code, ErrorCode::row_unread);
}

TEST(LinearTables, ANumberBrokenOverLinesIsNotRead) {
  std::u16string text = print(tables(form_2021()), Printed::aligned);
  const std::size_t at = text.find(u"2.重复申请"), end = text.find(u'\n', at);
  std::u16string line = text.substr(at, end - at);
  line.resize(line.rfind(u' '));
  const std::u16string gap(60, u' ');
  text.replace(at, end - at, gap + u"6\n" + line + u"\n" + gap + u"05");
  const auto read = bound(text);
  EXPECT_EQ(compare(tables(form_2021()), read->report).wrong, 0);
  EXPECT_EQ(read->report.cell("requests", "unprocessed_repeated", "total")->state, CellState::unread);
}

TEST(LinearTables, PlainPdfTextOfTable2IsReadColumnByColumn) {
  const auto read = bound(
      u"某局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容\n规章\n行政规范性文件\n\n第二"
      u"十条第（一）项\n本年制发件数\n1\n2\n第二十条第（五）项\n\n—1—\n\n"
      u"本年废止件数\n3\n4\n\n现行有效件数\n5\n6\n\n信息内容\n行政许可\n\n本年处理决定数量\n7\n\n第二十条第（"
      u"六）项\n\n信息内容\n行政处罚\n行政强制\n\n本年处理决定数量\n8\n9\n\n"
      u"第二十条第（八）项\n本年收费金额（单位：万元）\n11."
      u"52\n\n信息内容\n行政事业性收费\n\f三、收到和处理政府信息公开申请情况\n");
  const auto text = [&](std::string_view row, std::string_view column) {
    return read->report.cell("disclosure", row, column)->text;
  };
  EXPECT_EQ(text("regulations", "issued"), u"1");
  EXPECT_EQ(text("normative_documents", "repealed"), u"4");
  EXPECT_EQ(text("licences", "decisions"), u"7");
  EXPECT_EQ(text("coercive_measures", "decisions"), u"9");
  EXPECT_EQ(text("fees", "amount"), u"11.52");
}

TEST(LinearTables, PlainPdfTextOfTable2WithALostValueIsUnread) {
  const auto read = bound(
      u"某局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容\n规章\n行政规范性文件\n\n第二"
      u"十条第（一）项\n本年制发件数\n1\n2\n"
      u"本年废止件数\n3\n\n现行有效件数\n5\n6\n\n\f三、收到和处理政府信息公开申请情况\n");
  EXPECT_EQ(read->report.cell("disclosure", "regulations", "issued")->state, CellState::unread);
}

std::u16string pdf_table_4(std::u16string_view last) {
  return u"某局2023年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n结果\n维持\n\n结果\n纠"
         u"正\n\n5\n\n1\n\n行政复议\n其他\n尚未\n结果\n审结\n2\n\n—\n\n总计\n8\n\n结果\n维持\n4\n\n"
         u"未经复议直接起诉\n结果\n其他\n尚未\n纠正\n结果\n审结\n—\n—\n1\n\n行政诉讼\n总计\n5\n\n结果\n维持\n"
         u"2\n\n结果\n纠正\n1\n\n复议后起诉\n其他\n尚未\n结果\n审结\n—\n\n—\n\n总计\n" +
         std::u16string(last) + u"\f五、存在的主要问题及改进情况\n";
}

TEST(LinearTables, PlainPdfTextOfTable4IsReadPieceByPiece) {
  const auto read = bound(pdf_table_4(u"3\n"));
  EXPECT_EQ(read->report.cell("proceedings", "review", "upheld")->text, u"5");
  EXPECT_EQ(read->report.cell("proceedings", "direct_suits", "pending")->text, u"1");
  EXPECT_EQ(read->report.cell("proceedings", "suits_after_review", "total")->text, u"3");
  EXPECT_TRUE(read->report.problems.empty());
}

TEST(LinearTables, APieceOfTable4WithoutItsValueIsUnread) {
  const auto read = bound(pdf_table_4(u""));
  EXPECT_EQ(read->report.cell("proceedings", "direct_suits", "total")->text, u"5");
  EXPECT_EQ(read->report.cell("proceedings", "suits_after_review", "total")->state, CellState::unread);
  EXPECT_FALSE(read->report.problems.empty());
  const auto wrong = bound(pdf_table_4(u"9\n"));  // does not add up: the values may have changed places
  EXPECT_EQ(wrong->report.cell("proceedings", "suits_after_review", "upheld")->state, CellState::unread);
}

}  // namespace
}  // namespace nianbao
