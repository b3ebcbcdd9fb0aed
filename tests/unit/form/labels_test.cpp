#include "form/labels.h"

#include <gtest/gtest.h>

#include "base/unicode.h"

namespace nianbao {
namespace {

TEST(LabelKey, DropsEnumeratorsSpacesAndMarks) {
  const std::pair<const char16_t*, const char16_t*> cases[] = {
      {u"一、本年新收政府信息公开申请数量", u"本年新收政府信息公开申请数量"},
      {u"(三) 1. 属于 国家秘密", u"属于国家秘密"},
      {u"（七）总计", u"总计"},
      {u"3.危及“三安全一稳定”", u"危及三安全一稳定"},
      {u"3．危及\"三安全\n一稳定\"", u"危及三安全一稳定"},
      {u"①信访举报投诉类申请", u"信访举报投诉类申请"},
      {u"三\n、\n本\n年\n度\n办\n理\n结\n果", u"本年度办理结果"},
      {u"尚 未 审 结", u"尚未审结"},
      {u"本年增/减", u"本年增减"},
      {u"本年收费金额（单位：万元）", u"本年收费金额单位万元"},
      {u"第二十条第（一）项", u"第二十条第一项"},
      {u"三安全", u"三安全"},
      {u"三", u""},
      {u"12.", u""},
      {u"2021年", u"2021年"},
      {u"——", u""},
      {u"", u""}};
  for (const auto& [text, key] : cases) EXPECT_EQ(to_utf8(label_key(text)), to_utf8(key)) << to_utf8(text);
}

TEST(EditDistance, IsBounded) {
  EXPECT_EQ(edit_distance(u"", u"", 3), 0);
  EXPECT_EQ(edit_distance(u"现行有效件数", u"现行有效件", 3), 1);
  EXPECT_EQ(edit_distance(u"属于国家秘密", u"属于国家机密", 3), 1);
  EXPECT_EQ(edit_distance(u"重复申请", u"申请重复", 3), 4);
  EXPECT_EQ(edit_distance(u"甲", u"甲乙丙丁戊己", 3), 4);
}

TEST(IsClose, NeverInShortLabels) {
  EXPECT_TRUE(is_close(u"属于国家机密", u"属于国家秘密"));
  EXPECT_FALSE(is_close(u"其它", u"其他"));
  EXPECT_FALSE(is_close(u"行政处罚", u"行政强制"));
  EXPECT_FALSE(is_close(u"未经复议直接起诉", u"复议后起诉"));
}

}  // namespace
}  // namespace nianbao
