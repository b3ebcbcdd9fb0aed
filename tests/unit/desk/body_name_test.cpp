#include "desk/body_name.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/unicode.h"

namespace nianbao {
namespace {

SameBody same(std::u16string_view a, std::u16string_view b) {
  const SameBody one = same_body(body_name(a), body_name(b)), other = same_body(body_name(b), body_name(a));
  EXPECT_EQ(one, other) << to_utf8(a) << " " << to_utf8(b);
  return one;
}

std::string in_parts(std::u16string_view written) {
  const BodyName name = body_name(written);
  std::u16string out;
  for (const std::u16string& place : name.places) out += place + u"|";
  return to_utf8(out + name.stem + u"+" + name.ending);
}

TEST(BodyName, IsTakenApart) {
  EXPECT_EQ(in_parts(u"青禾县教育局"), "青禾县|教育+局");
  EXPECT_EQ(in_parts(u"县教育局"), "县|教育+局");
  EXPECT_EQ(in_parts(u"丹江市青禾县民政局"), "丹江市|青禾县|民政+局");
  EXPECT_EQ(in_parts(u"市场监督管理局"), "市场监督管理+局");
  EXPECT_EQ(in_parts(u"青禾市市场监督管理局"), "青禾市|市场监督管理+局");
  EXPECT_EQ(in_parts(u"市市场监管局"), "市|市场监督管理+局");
  EXPECT_EQ(in_parts(u"青禾县城市管理局"), "青禾县|城市管理+局");
  EXPECT_EQ(in_parts(u"市政府办公室"), "市|政府+办");
  EXPECT_EQ(in_parts(u"市政工程管理处"), "市政工程管理+处");
  EXPECT_EQ(in_parts(u"青禾县经济开发区管理委员会"), "青禾县|经济开发区管+委");
  EXPECT_EQ(in_parts(u"青禾县东城街道办事处"), "青禾县|东城+街道");
  EXPECT_EQ(in_parts(u"青禾县苇渡镇人民政府"), "青禾县|苇渡+镇");
  EXPECT_EQ(in_parts(u"青禾县人民政府"), "青禾县|政府+");
  EXPECT_EQ(in_parts(u"湘西土家族苗族自治州林业局"), "湘西土家族苗族自治州|林业+局");
  EXPECT_EQ(in_parts(u"江北区"), "江北区|政府+");
}

TEST(BodyName, OneBodyInTwoSpellings) {
  const std::u16string_view pairs[][2] = {
      {u"县教育局", u"青禾县教育局"},
      {u"教育局", u"青禾县教育局"},
      {u"青禾教育局", u"青禾县教育局"},
      {u"丹江市青禾县教育局", u"青禾县教育局"},
      {u"县发改局", u"青禾县发展和改革局"},
      {u"县发展改革局", u"青禾县发展和改革局"},
      {u"县人社局", u"青禾县人力资源和社会保障局"},
      {u"市场监管局", u"青禾县市场监督管理局"},
      {u"县住建局", u"青禾县住房和城乡建设局"},
      {u"县卫健委", u"青禾县卫生健康委员会"},
      {u"苇渡镇", u"青禾县苇渡镇人民政府"},
      {u"苇渡镇政府", u"青禾县苇渡镇人民政府"},
      {u"东城街道", u"青禾县东城街道办事处"},
      {u"东城街道办", u"青禾县东城街道办事处"},
      {u"县政府办", u"青禾县人民政府办公室"},
      {u"县政府", u"青禾县人民政府"},
      {u"江北区", u"丹江市江北区人民政府"},
      {u"县民政局（加挂老龄办牌子）", u"青禾县民政局"},
      {u"县 水利局", u"青禾县水利局"},
      {u"开发区管委会", u"开发区管理委员会"},
  };
  for (const auto& [a, b] : pairs) EXPECT_EQ(same(a, b), SameBody::yes) << to_utf8(a) << " " << to_utf8(b);
}

TEST(BodyName, AlikeIsAQuestion) {
  const std::u16string_view pairs[][2] = {
      {u"县教育局", u"青禾县教育体育局"},
      {u"县体育局", u"青禾县教育体育局"},
      {u"县文化和旅游局", u"青禾县文体广电和旅游局"},
      {u"县发改局", u"青禾县发展和改革委员会"},
      {u"县水利局", u"丹江市水利局"},
      {u"县卫生局", u"青禾县卫生健康局"},
      {u"苇渡镇", u"青禾县苇渡乡人民政府"},
      {u"开发区管委会", u"青禾县经济开发区管理委员会"},
      {u"县自然资源局", u"青禾县自然资源和规划局"},
      {u"县行政审批局", u"青禾县行政审批管理局"},
  };
  for (const auto& [a, b] : pairs) EXPECT_EQ(same(a, b), SameBody::maybe) << to_utf8(a) << " " << to_utf8(b);
}

TEST(BodyName, NearMissesAreOthers) {
  const std::u16string_view pairs[][2] = {
      {u"青禾县教育局", u"白河县教育局"},
      {u"丹江市江北区教育局", u"青禾市江北区教育局"},
      {u"县财政局", u"青禾县民政局"},
      {u"县审计局", u"青禾县统计局"},
      {u"县医疗保障局", u"青禾县人力资源和社会保障局"},
      {u"县城市管理局", u"青禾县市场监督管理局"},
      {u"县政府", u"青禾县人民政府办公室"},
      {u"白河镇", u"青禾县小白河镇人民政府"},
      {u"东城街道", u"青禾县西城街道办事处"},
      {u"县第一中学", u"青禾县第二中学"},
      {u"县第12小学", u"青禾县第13小学"},
      {u"县农业农村局", u"青禾县乡村振兴局"},
      {u"县公安局", u"青禾县司法局"},
  };
  for (const auto& [a, b] : pairs) EXPECT_EQ(same(a, b), SameBody::no) << to_utf8(a) << " " << to_utf8(b);
}

// What same_body() calls the same is found by a word that both have.
TEST(BodyName, TheSameShareAKey) {
  for (const auto& [a, b] :
       {std::pair(u"青禾教育局", u"青禾县教育局"), std::pair(u"县教育局", u"青禾县教育局")}) {
    const auto one = keys_of(body_name(a)), other = keys_of(body_name(b));
    EXPECT_TRUE(std::any_of(one.begin(), one.end(), [&](const auto& key) {
      return std::find(other.begin(), other.end(), key) != other.end();
    }));
  }
}

TEST(BodyName, IsToldFromOtherFields) {
  for (std::u16string_view name :
       {u"县教育局", u"苇渡镇", u"青禾县人民政府", u"县供电公司", u"县事业单位登记管理局", u"县融媒体中心"})
    EXPECT_TRUE(looks_like_body(name)) << to_utf8(name);
  for (std::u16string_view other :
       {u"单位名称", u"序号", u"12", u"", u"张三", u"2024年年报报送单位名单", u"13800000000", u"备注"})
    EXPECT_FALSE(looks_like_body(other)) << to_utf8(other);
}

}  // namespace
}  // namespace nianbao
