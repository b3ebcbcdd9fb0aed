#include "report/form_words.h"

#include <gtest/gtest.h>

#include "base/unicode.h"
#include "form/labels.h"

namespace nianbao {
namespace {

WordMeaning read(std::u16string_view label) { return word_of(label_key(label)); }

TEST(FormWords, EveryLabelOfBothFormsIsKnown) {
  for (const Form* form : {&form_2019(), &form_2021()})
    for (const FormTable& table : form->tables)
      for (const FormRow& row : table.rows) {
        EXPECT_NE(read(row.label).word, Word::none) << to_utf8(row.label);
        EXPECT_NE(row.group.empty() ? Word::other : read(row.group).word, Word::none) << to_utf8(row.group);
        for (const FormColumn& column : row.columns)
          EXPECT_NE(read(column.label).word, Word::none) << to_utf8(column.label);
      }
}

TEST(FormWords, RowsKeepTheirKeys) {
  for (const FormRow& row : form_2021().table(TableId::requests).rows) {
    if (row.key == "outcome_total" || row.key == "other_remaining") continue;
    EXPECT_EQ(read(row.label).word, Word::request_row);
    EXPECT_EQ(read(row.label).key, row.key);
  }
}

TEST(FormWords, GroupsInFrontOfRows) {
  const WordMeaning refused = read(u"（三）不予公开1.属于国家秘密");
  EXPECT_EQ(refused.key, "refused_state_secret");
  EXPECT_EQ(refused.group, group_refused);
  EXPECT_EQ(read(u"三、本年度办理结果（一）予以公开").key, "disclosed");
  EXPECT_EQ(read(u"行政诉讼未经复议直接起诉").index, 1);
  EXPECT_EQ(read(u"三 本年度办理结果").word, Word::outcome_group);
}

TEST(FormWords, WordsOfTwoMeaningsStayOpen) {
  EXPECT_EQ(read(u"3.其他").word, Word::other);
  EXPECT_EQ(read(u"（七）总计").word, Word::total);
  EXPECT_EQ(read(u"（六）其他处理").word, Word::outcome_group);
}

TEST(FormWords, NothingElse) {
  for (std::u16string_view text : {u"", u"项目", u"数量", u"属于", u"5", u"本年", u"不予"})
    EXPECT_EQ(read(text).word, Word::none) << to_utf8(text);
}

}  // namespace
}  // namespace nianbao
