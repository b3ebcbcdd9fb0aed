#include <gtest/gtest.h>

#include <set>

#include "base/unicode.h"
#include "form/form.h"

namespace nianbao {
namespace {

const Form* const forms[] = {&form_2019(), &form_2021()};

TEST(Forms, HaveTheOfficialNumberOfCells) {
  EXPECT_EQ(cell_count(form_2019()), 198);
  EXPECT_EQ(cell_count(form_2021()), 200);
}

TEST(Forms, EveryIdLeadsBackToItsCell) {
  for (const Form* form : forms) {
    std::set<std::string> ids;
    for (const FormTable& table : form->tables)
      for (std::size_t r = 0; r < table.rows.size(); ++r)
        for (std::size_t c = 0; c < table.rows[r].columns.size(); ++c) {
          const CellRef ref{table.id, static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(c)};
          const std::string id = cell_id(*form, ref);
          EXPECT_TRUE(ids.insert(id).second) << id;
          const auto found = cell(*form, id);
          ASSERT_TRUE(found) << id;
          EXPECT_TRUE(*found == ref) << id;
        }
  }
}

TEST(Forms, OtherIdsLeadNowhere) {
  for (std::string_view id :
       {"", "requests", "requests.total", "requests.new_requests.none", "requests.none.total",
        "none.new_requests.total", "requests.new_requests.total.more"})
    EXPECT_FALSE(cell(form_2021(), id)) << id;
  EXPECT_FALSE(cell(form_2021(), "disclosure.procurement.amount"));
  EXPECT_FALSE(cell(form_2019(), "requests.other_uncorrected.total"));
}

TEST(Forms, FollowTheYear) {
  EXPECT_EQ(form_for_year(2019).key, 2019);
  EXPECT_EQ(form_for_year(2020).key, 2019);
  for (int year : {0, 2018, 2021, 2025, 2030}) EXPECT_EQ(form_for_year(year).key, 2021) << year;
}

TEST(Forms, CellsAreNamedByTheirPrintedLabels) {
  EXPECT_EQ(to_utf8(cell_name(form_2021(), *cell(form_2021(), "requests.new_requests.total"))),
            "表三“一、本年新收政府信息公开申请数量”行“总计”列");
  EXPECT_EQ(cell_name_english(form_2021(), *cell(form_2021(), "proceedings.review.upheld")),
            "Table 4, row \"administrative review\", column \"upheld\"");
}

// A word that tells one form from the other stands in no label of the other.
TEST(Forms, TelltaleWordsAreOfOneFormOnly) {
  for (const Form* form : forms) {
    const Form& other = form == forms[0] ? *forms[1] : *forms[0];
    for (std::u16string_view word : form->telltale)
      for (const FormTable& table : other.tables)
        for (const FormRow& row : table.rows) {
          EXPECT_EQ(row.label.find(word), std::u16string_view::npos) << to_utf8(word);
          EXPECT_EQ(row.group.find(word), std::u16string_view::npos) << to_utf8(word);
          for (const FormColumn& column : row.columns)
            EXPECT_EQ(column.label.find(word), std::u16string_view::npos) << to_utf8(word);
        }
  }
}

}  // namespace
}  // namespace nianbao
