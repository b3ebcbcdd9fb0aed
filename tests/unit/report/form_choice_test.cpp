#include <gtest/gtest.h>

#include "base/unicode.h"
#include "report/bind.h"
#include "support/sketch.h"

namespace nianbao {
namespace {

// "2021 mixed old[…] foreign[…]"
std::string choice(std::string_view text, int year = 0) {
  const Document document = testing::sketch(text);
  const Report report = bind(document, year);
  std::string out = std::to_string(report.form->key);
  if (report.mixed_forms) out += " mixed";
  auto list = [&](const char* name, const std::vector<Range>& ranges) {
    if (ranges.empty()) return;
    out += std::string(" ") + name;
    for (Range r : ranges) out += " " + to_utf8(document.view(r));
  };
  list("old", report.old_labels);
  list("foreign", report.foreign_labels);
  return out;
}

TEST(FormChoice, ByTheWordsOfTheTables) {
  EXPECT_EQ(choice("二、主动公开政府信息情况\n| 信息内容 | 本年制发件数 |\n", 2020), "2021");
  EXPECT_EQ(choice("二、主动公开政府信息情况\n| 信息内容 | 本年新制作 数量 | 对外公开总数量 |\n", 2023),
            "2019 old 新制作 数量 对外公开总数量");
}

TEST(FormChoice, ByTheYearWhereTablesSayNothing) {
  EXPECT_EQ(choice("三、收到和处理政府信息公开申请情况\n无表。\n", 2019), "2019");
  EXPECT_EQ(choice("三、收到和处理政府信息公开申请情况\n无表。\n", 2020), "2019");
  EXPECT_EQ(choice("三、收到和处理政府信息公开申请情况\n无表。\n", 2021), "2021");
  EXPECT_EQ(choice("三、收到和处理政府信息公开申请情况\n无表。\n"), "2021");
}

TEST(FormChoice, LinesOfTablesCountAndProseDoesNot) {
  EXPECT_EQ(choice("二、主动公开政府信息情况\n信息内容\n上一年项目\n数量\n本年增/减\n", 2022),
            "2019 old 上一年项目\n数量 本年增/减");
  EXPECT_EQ(choice("一、总体情况\n政府集中采购目录已公开\n二、主动公开政府信息情况\n本年新公开数量和对外公开"
                   "总数量不再统计。\n现行有效件数\n三、收到和处理政府信息公开申请情况\n",
                   2022),
            "2021");
}

TEST(FormChoice, Mixed) {
  EXPECT_EQ(choice("| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 信息内容 | 采购项目数量 |\n",
                   2022),
            "2021 mixed old 采购项目数量 foreign 采购项目数量");
  EXPECT_EQ(choice("| 信息内容 | 本年新制作数量 | 本年新公开数量 |\n| 行政规范性文件 | 0 |\n", 2020),
            "2019 old 新制作数量 新公开数量 foreign 行政规范性文件");
}

}  // namespace
}  // namespace nianbao
