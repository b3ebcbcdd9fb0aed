#include "rules/units.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

Unit unit(const std::u16string& agency, std::uint32_t text, int year = 2024) {
  Unit out;
  out.agency = agency;
  out.year = year;
  out.comparable = true;
  for (std::size_t i = 0; i < out.sketch.size(); ++i)
    out.sketch[i] = text + static_cast<std::uint32_t>(i) * 7919u;
  return out;
}

TEST(Company, FindsCopiesAmongManyWithoutComparingAllPairs) {
  Company company;
  for (std::uint32_t i = 0; i < 20000; ++i)
    company.add(unit(u"单位" + std::u16string(1, static_cast<char16_t>(0x4e00 + i)), 1000003u * i));
  const std::size_t copy = company.add(unit(u"抄袭局", 1000003u * 77));
  company.close();
  const Together together = company.together(copy);
  ASSERT_EQ(together.alike.size(), 1u);
  EXPECT_EQ(together.alike[0].unit->agency, u"单位" + std::u16string(1, static_cast<char16_t>(0x4e00 + 77)));
  EXPECT_EQ(together.alike[0].percent, 100);
  EXPECT_EQ(company.together(77).alike.size(), 1u);
  EXPECT_TRUE(company.together(78).alike.empty());
}

TEST(Company, NamesThreeOfAThousandEqualOnes) {
  Company company;
  for (int i = 0; i < 1000; ++i)
    company.add(unit(u"单位" + std::u16string(1, static_cast<char16_t>(0x4e00 + i)), 5));
  company.close();
  for (std::size_t i : {0u, 500u, 999u}) EXPECT_EQ(company.together(i).alike.size(), 3u);
}

TEST(Company, LeavesOutTheBodiesOfAGovernmentInBetween) {
  Company company;
  const std::size_t city = company.add(unit(u"青禾市人民政府", 1));
  company.add(unit(u"青禾市水利局", 2));
  company.add(unit(u"青禾市白河县人民政府", 3));
  company.add(unit(u"青禾市白河县水利局", 4));
  company.add(unit(u"青禾市教育局", 5, 2023));
  company.add(unit(u"丹江市水利局", 6));
  company.close();
  std::vector<std::u16string> children;
  for (const Unit* child : company.together(city).children) children.push_back(child->agency);
  EXPECT_EQ(children, (std::vector<std::u16string>{u"青禾市水利局", u"青禾市白河县人民政府"}));
  EXPECT_TRUE(company.together(1).children.empty());
  EXPECT_TRUE(company.together(99).children.empty());
}

TEST(Company, ListsBodiesThatHaveReportsOfOtherYearsOnly) {
  Company company;
  const std::size_t city = company.add(unit(u"青禾市人民政府", 1));
  company.add(unit(u"青禾市水利局", 2));
  company.add(unit(u"青禾市水利局", 2, 2023));
  company.add(unit(u"青禾市教育局", 3, 2023));
  company.add(unit(u"青禾市教育局", 3, 2022));
  company.close();
  const Together together = company.together(city);
  EXPECT_EQ(together.children.size(), 1u);
  ASSERT_EQ(together.missing.size(), 1u);
  EXPECT_EQ(together.missing[0]->agency, u"青禾市教育局");
}

TEST(Company, AChosenParentHasAllOthersOfItsYearBelowIt) {
  Company company;
  company.add(unit(u"江北区教育局", 1));
  company.add(unit(u"江北区人民政府", 2));
  company.add(unit(u"江南区人民政府", 3));
  company.add(unit(u"江南区人民政府", 3, 2023));
  const std::size_t parent = company.add(unit(u"青禾市人民政府", 4));
  company.choose_parent(parent);
  company.close();
  std::vector<std::u16string> children;
  for (const Unit* child : company.together(parent).children) children.push_back(child->agency);
  EXPECT_EQ(children, (std::vector<std::u16string>{u"江北区人民政府", u"江南区人民政府"}));
  EXPECT_TRUE(company.together(0).children.empty());
}

TEST(Company, FindsTheYearBefore) {
  Company company;
  company.add(unit(u"甲局", 1, 2024));
  company.add(unit(u"乙局", 2, 2023));
  company.add(unit(u"甲局", 3, 2023));
  company.add(unit(u"甲局", 4, 2023));
  company.add(Unit());
  company.close();
  EXPECT_EQ(company.year_before(u"甲局", 2024), std::size_t{2});
  EXPECT_FALSE(company.year_before(u"甲局", 2023));
  EXPECT_FALSE(company.year_before(u"丙局", 2024));
  EXPECT_FALSE(company.year_before(u"", 1));
}

}  // namespace
}  // namespace nianbao
