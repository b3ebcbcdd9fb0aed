#include "output/csv.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/rule_case.h"

namespace nianbao {
namespace {

TEST(Csv, QuotesWhatNeedsQuotes) {
  EXPECT_EQ(csv_field("普通"), "普通");
  EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_field("说“对”\"了\""), "\"说“对”\"\"了\"\"\"");
  EXPECT_EQ(csv_field("两\n行"), "\"两\n行\"");
}

TEST(Csv, GuardsAgainstFormulas) {
  EXPECT_EQ(csv_field("=1+1"), "'=1+1");
  EXPECT_EQ(csv_field("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(csv_field("+cmd|' /C calc'!A0"), "'+cmd|' /C calc'!A0");
  EXPECT_EQ(csv_field("-- 说明"), "'-- 说明");
  EXPECT_EQ(csv_field("\t=1"), "'\t=1");
  EXPECT_EQ(csv_field("＝1+1"), "'＝1+1");
  EXPECT_EQ(csv_field("＠SUM(A1)"), "'＠SUM(A1)");
  EXPECT_EQ(csv_field("＋1"), "'＋1");
  EXPECT_EQ(csv_field("－说明"), "'－说明");
  EXPECT_EQ(csv_field("-2"), "-2");
  EXPECT_EQ(csv_field("-12.5"), "-12.5");
}

TEST(Csv, RowsEndAsTheStandardSays) { EXPECT_EQ(csv_row({"甲", "乙"}), "甲,乙\r\n"); }

TEST(Csv, EveryRowHasBodyAndYear) {
  Options options;
  options.name = "a.txt";
  CheckedReading all;
  read_and_check(tests::base_with({{tests::EditKind::set_cell, "requests.new_requests.total", "32"}}),
                 options, std::nullopt, all);
  EXPECT_EQ(findings_csv_header(Language::chinese).substr(0, 48), "文件,机关,年度,序号,规则,级别,标题");
  EXPECT_TRUE(findings_csv(all, options).starts_with("a.txt,青禾县水利局,2024,1,"));
}

TEST(Csv, OneColumnForEachCellOfBothForms) {
  const auto ids = cell_column_ids();
  EXPECT_EQ(ids.size(), cell_column_labels().size());
  EXPECT_EQ(ids.front(), "disclosure.regulations.issued");
  std::size_t of_2019_alone = 0;
  for (const std::string& id : ids) of_2019_alone += !cell(form_2021(), id).has_value();
  EXPECT_EQ(ids.size(), 200 + of_2019_alone);
  for (const Form* form : {&form_2019(), &form_2021()})
    for (const FormTable& table : form->tables)
      for (std::size_t r = 0; r < table.rows.size(); ++r)
        EXPECT_NE(
            std::find(ids.begin(), ids.end(), cell_id(*form, {table.id, static_cast<std::uint8_t>(r), 0})),
            ids.end());
}

}  // namespace
}  // namespace nianbao
