#include "report/account.h"

#include <gtest/gtest.h>

#include <memory>

#include "base/unicode.h"
#include "input/reader.h"
#include "report/bind.h"
#include "support/linear_layouts.h"

namespace nianbao {
namespace {

struct Bound {
  Document document;
  Report report;
};

std::unique_ptr<Bound> bound(const std::u16string& text) {
  auto out = std::make_unique<Bound>();
  Result<Document> document = read_text(to_utf8(text), {});
  EXPECT_TRUE(document);
  out->document = std::move(document.value());
  out->report = bind(out->document);
  return out;
}

testing::PrintedTables tables() {
  return {.form = &form_2021(),
          .value = [](CellRef ref) { return Decimal(ref.row * 7 + ref.column + 10).to_string(); }};
}

std::u16string unexplained(const Bound& read, TableId id) {
  std::u16string out;
  for (Range range : read.report.reading(id).unexplained)
    out.append(out.empty() ? u"" : u" ").append(read.document.view(range));
  return out;
}

TEST(Account, EveryNumberOfAReportThatIsReadIsBound) {
  for (testing::Printed layout : testing::all_printed) {
    const auto read = bound(print(tables(), layout));
    const int cells[] = {10, 175, 15};
    for (TableId id : {TableId::disclosure, TableId::requests, TableId::proceedings}) {
      const TableReading& reading = read->report.reading(id);
      EXPECT_EQ(reading.seen, cells[static_cast<int>(id)]) << testing::name(layout);
      EXPECT_EQ(reading.bound, reading.seen) << testing::name(layout);
      EXPECT_TRUE(reading.unexplained.empty()) << testing::name(layout);
    }
  }
}

TEST(Account, NumbersOfARowThatIsNotReadAreUnexplained) {
  std::u16string text = print(tables(), testing::Printed::pdf_lines);
  const std::u16string label = u"2.重复申请 ";
  text.insert(text.find(label) + label.size(), u"999 ");
  const auto read = bound(text);
  EXPECT_EQ(read->report.reading(TableId::requests).seen, 176);
  EXPECT_EQ(read->report.reading(TableId::requests).bound,
            161);  // neither that of the next row, which a value may have left
  EXPECT_EQ(unexplained(*read, TableId::requests).substr(0, 3), u"999");
}

TEST(Account, ARowOfNumbersCountsWhateverItIsCalled) {
  std::u16string text = print(tables(), testing::Printed::pdf_lines);
  const std::u16string_view heading = u"三、收到和处理政府信息公开申请情况\n";
  text.insert(text.find(heading) + heading.size(), u"本单位自行统计项目 1 2 3 4\n本单位联系电话 12345678\n");
  EXPECT_EQ(unexplained(*bound(text), TableId::requests), u"1 2 3 4");
}

TEST(Account, AGridOfOneRowOfNumbersCountsWhateverItIsCalled) {
  std::string page =
      "<h1>青禾县水利局2024年政府信息公开工作年度报告</h1><h2>三、收到和处理政府信息公开申请情况</h2>";
  for (const char* label :
       {"一、本年新收政府信息公开申请数量", "（一）予以公开", "1.属于国家秘密", "6．属于过程信息"})
    page += std::string("<table><tr><td>") + label +
            "</td><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td><td>21</td></tr></table>";
  Result<Document> document = read_html(page, {});
  ASSERT_TRUE(document);
  const Report report = bind(document.value());
  EXPECT_EQ(report.reading(TableId::requests).seen, 4 * 7);
}

TEST(Account, SentencesDatesAndPageNumbersAreNoNumbersOfTheTable) {
  std::u16string text = print(tables(), testing::Printed::pdf_lines);
  text.insert(text.find(u"四、政府信息公开行政复议"),
              u"2024年数据\n— 3 —\n2024年共收到申请5件，均已办结。\n");
  const auto read = bound(text);
  EXPECT_EQ(unexplained(*read, TableId::requests), u"");
}

}  // namespace
}  // namespace nianbao
