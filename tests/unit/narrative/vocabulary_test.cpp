#include "narrative/vocabulary.h"

#include <gtest/gtest.h>

#include "base/unicode.h"

namespace nianbao::prose {
namespace {

TEST(Vocabulary, TheLongerWordIsTaken) {
  const Word* word = word_at(u"无法提供", 0);
  ASSERT_NE(word, nullptr);
  EXPECT_EQ(word->senses, sense::outcome);
  EXPECT_EQ(word->key, "unavailable");
  EXPECT_EQ(word_at(u"无法联系", 0)->senses, sense::none);
  EXPECT_EQ(word_at(u"无申请", 0)->senses, sense::negation);
  EXPECT_EQ(word_at(u"依申请公开政府信息42件", 0)->text, u"依申请公开政府信息");
  EXPECT_EQ(word_at(u"依申请六类事项", 0)->senses & sense::request, 0u);
}

TEST(Vocabulary, KnowsNothingOfOtherWords) { EXPECT_EQ(word_at(u"饕餮", 0), nullptr); }

TEST(Vocabulary, WordsAreFolded) {
  // A word with a full-width mark or a blank would never be met.
  for (std::u16string_view text : {u"危及\"三安全一稳定\"", u"公民、法人和其他组织的申请"}) {
    ASSERT_NE(word_at(text, 0), nullptr) << to_utf8(text);
    EXPECT_EQ(word_at(text, 0)->text, text);
  }
}

TEST(Vocabulary, Units) {
  EXPECT_EQ(unit_at(u"件次，", 0).name(), u"件");
  EXPECT_EQ(unit_at(u"个工作日", 0).kind, UnitKind::time);
  EXPECT_EQ(unit_at(u"个百分点", 0).kind, UnitKind::points);
  EXPECT_EQ(unit_at(u"个栏目", 0).kind, UnitKind::count);
  EXPECT_EQ(unit_at(u"人次", 0).kind, UnitKind::people);
  EXPECT_EQ(unit_at(u"热线", 0).kind, UnitKind::none);
  EXPECT_EQ(unit_at(u"", 0).kind, UnitKind::none);
}

}  // namespace
}  // namespace nianbao::prose
