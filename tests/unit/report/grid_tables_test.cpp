#include <gtest/gtest.h>

#include "base/unicode.h"
#include "report/bind.h"
#include "support/sketch.h"

namespace nianbao {
namespace {

using testing::dump_table;
using testing::sketch;

struct Bound {
  Document document;
  Report report;
  explicit Bound(std::string_view text, int year = 2024)
      : document(sketch(text)), report(nianbao::bind(document, year)) {}
  std::string two() const { return dump_table(report, TableId::disclosure); }
  std::string three() const { return dump_table(report, TableId::requests); }
  std::string four() const { return dump_table(report, TableId::proceedings); }
};

// --- 表二 --------------------------------------------------------------------------------------------------

constexpr std::string_view disclosure_2021 = R"(二、主动公开政府信息情况
| 第二十条第（一）项 1x4 |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 19 |
| 行政规范性文件 | 8 | 5 | 30 |
| 第二十条第（五）项 1x4 |
| 信息内容 | 本年处理决定数量 1x3 |
| 行政许可 | 23286 1x3 |
| 第二十条第（六）项 1x4 |
| 信息内容 | 本年处理决定数量 1x3 |
| 行政处罚 | 9 1x3 |
| 行政强制 | 7 1x3 |
| 第二十条第（八）项 1x4 |
| 信息内容 | 本年收费金额（单位：万元） 1x3 |
| 行政事业性收费 | 210.79 1x3 |
)";
constexpr std::string_view disclosure_2021_bound =
    "regulations 0 0 19\n"
    "normative_documents 8 5 30\n"
    "licences 23286\n"
    "penalties 9\n"
    "coercive_measures 7\n"
    "fees 210.79\n";

TEST(GridDisclosure, Form2021) { EXPECT_EQ(Bound(disclosure_2021).two(), disclosure_2021_bound); }

TEST(GridDisclosure, OneGridForEachItem) {
  EXPECT_EQ(Bound(R"(二、主动公开政府信息情况
| 第二十条第（一）项 | | | |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 19 |
| 行政规范性文件 | 8 | 5 | 30 |

| 第二十条第（五）项 | | | |
| 信息内容 | 本年处理决定数量 | | |
| 行政许可 | 23286 | | |

| 第二十条第（六）项 | | | |
| 信息内容 | 本年处理决定数量 | | |
| 行政处罚 | 9 | | |
| 行政强制 | 7 | | |

| 信息内容 | 本年收费金额（单位：万元） | | |
| 行政事业性收费 | 210.79 | | |
)")
                .two(),
            disclosure_2021_bound);
}

TEST(GridDisclosure, RaggedTextParted) {
  EXPECT_EQ(Bound(R"(二、主动公开政府信息情况
[ragged]
| 第二十条第（一）项 | | | |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 19 |
| 行政规范性文件 | 8 | 5 | 30 |
| 第二十条第（五）项 | | | |
一段文字
[ragged]
| 信息内容 | 本年处理决定数量 |
| 行政许可 | 23286 |
| 第二十条第（六）项 | |
| 信息内容 | 本年处理决定数量 |
| 行政处罚 | 9 |
| 行政强制 | 7 |
| 信息内容 | 本年收费金额（单位：万元） |
| 行政事业性收费 | 210.79 |
)")
                .two(),
            disclosure_2021_bound);
}

TEST(GridDisclosure, ColumnsInAnotherOrderFollowTheirLabels) {
  EXPECT_EQ(Bound(R"(| 信息内容 | 现行有效件数 | 本年制发件数 | 本年废止件数 |
| 规章 | 19 | 1 | 2 |
)")
                .two(),
            "regulations 1 2 19\n");
}

TEST(GridDisclosure, Form2019) {
  EXPECT_EQ(Bound(R"(| 第二十条第（一）项 1x4 |
| 信息内容 | 本年新⏎制作数量 | 本年新⏎公开数量 | 对外公开总数量 |
| 规章 | 0 | 0 | 0 |
| 规范性文件 | 1 | 2 | 3 |
| 第二十条第（五）项 1x4 |
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政许可 | 43项 | 增257项 | 300项 |
| 其他对外管理服务事项 | 0 | -5 | 0 |
| 第二十条第（六）项 1x4 |
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政处罚 | 2 | 减2项 | 0 |
| 行政强制 | 0 | 0 | 0 |
| 第二十条第（八）项 1x4 |
| 信息内容 | 上一年项目数量 | 本年增/减 1x2 |
| 行政事业性收费 | 4 | +1 1x2 |
| 第二十条第（九）项 1x4 |
| 信息内容 | 采购项目数量 | 采购总金额 1x2 |
| 政府集中采购 | 12 | 481.5万元 1x2 |
)",
                  2020)
                .two(),
            "regulations 0 0 0\n"
            "normative_documents 1 2 3\n"
            "licences 43 257 300\n"
            "other_services 0 -5 0\n"
            "penalties 2 -2 0\n"
            "coercive_measures 0 0 0\n"
            "fees 4 1\n"
            "procurement 12 481.5\n");
}

TEST(GridDisclosure, AlteredLabelsAreBoundAndNoted) {
  EXPECT_EQ(Bound(R"(| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件 |
| 规章 | 0 | 0 | 19 |
| 规范性文件 | 8 | 5 | 30 |
)")
                .two(),
            "regulations 0 0 19\n"
            "normative_documents 8 5 30\n"
            "altered 现行有效件 for 现行有效件数\n"
            "altered 规范性文件 for 行政规范性文件\n");
}

TEST(GridDisclosure, ForeignColumnsAreNotBound) {
  const Bound b(R"(| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 19 |
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政许可 | 4 | 5 | 6 |
)");
  EXPECT_EQ(b.two(), "regulations 0 0 19\n");
}

TEST(GridDisclosure, OtherTablesAreLeftAlone) {
  EXPECT_EQ(Bound(R"(| 事项 | 数量 |
| 行政许可 | 4 |
| 行政处罚 | 5 |
)")
                .two(),
            "");
}

// --- 表三 --------------------------------------------------------------------------------------------------

constexpr std::string_view head_2021 =
    "三、收到和处理政府信息公开申请情况\n"
    "|（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 3x3|申请人情况 1x7|\n"
    "|自然人 2x1|法人或其他组织 1x5|总计 2x1|\n"
    "|商业⏎企业|科研机构|社会公益组织|法律服务机构|其他|\n";

// Rows with values that tell them apart: the n-th begins with n.
constexpr std::string_view body_2021 =
    "|一、本年新收政府信息公开申请数量 1x3|1|0|0|0|0|0|1|\n"
    "|二、上年结转政府信息公开申请数量 1x3|2|0|0|0|0|0|2|\n"
    "|三、本年度办理结果 22x1|（一）予以公开 1x2|3|0|0|0|0|0|3|\n"
    "|（二）部分公开（区分处理的，只计这一情形，不计其他情形） 1x2|4|0|0|0|0|0|4|\n"
    "|（三）不予公开 8x1|1.属于国家秘密|5|0|0|0|0|0|5|\n"
    "|2.其他法律行政法规禁止公开|6|0|0|0|0|0|6|\n"
    "|3.危及\"三安全一稳定\"|7|0|0|0|0|0|7|\n"
    "|4.保护第三方合法权益|8|0|0|0|0|0|8|\n"
    "|5.属于三类内部事务信息|9|0|0|0|0|0|9|\n"
    "|6.属于四类过程性信息|10|0|0|0|0|0|10|\n"
    "|7.属于行政执法案卷|11|0|0|0|0|0|11|\n"
    "|8.属于行政查询事项|12|0|0|0|0|0|12|\n"
    "|（四）无法提供 3x1|1.本机关不掌握相关政府信息|13|0|0|0|0|0|13|\n"
    "|2.没有现成信息需要另行制作|14|0|0|0|0|0|14|\n"
    "|3.补正后申请内容仍不明确|15|0|0|0|0|0|15|\n"
    "|（五）不予处理 5x1|1.信访举报投诉类申请|16|0|0|0|0|0|16|\n"
    "|2.重复申请|17|0|0|0|0|0|17|\n"
    "|3.要求提供公开出版物|18|0|0|0|0|0|18|\n"
    "|4.无正当理由大量反复申请|19|0|0|0|0|0|19|\n"
    "|5.要求行政机关确认或重新出具已获取信息|20|0|0|0|0|0|20|\n"
    "|（六）其他处理 3x1|1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请|21|0|0|0|0|0|21|\n"
    "|2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请|22|0|0|0|0|0|22|\n"
    "|3.其他|23|0|0|0|0|0|23|\n"
    "|（七）总计 1x2|24|0|0|0|0|0|24|\n"
    "|四、结转下年度继续办理 1x3|25|0|0|0|0|0|25|\n";

std::string bound_2021() {
  const Form& form = form_2021();
  std::string out;
  int n = 0;
  for (const FormRow& r : form.table(TableId::requests).rows) {
    const std::string number = std::to_string(++n);
    out += std::string(r.key) + " " + number + " 0 0 0 0 0 " + number + "\n";
  }
  return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::string official() { return std::string(head_2021) + std::string(body_2021); }

TEST(GridRequests, Form2021) { EXPECT_EQ(Bound(official()).three(), bound_2021()); }

TEST(GridRequests, SplitOverPages) {
  const std::string again = "第2页\n" + std::string(head_2021).substr(std::string_view(head_2021).find('|'));
  for (std::string_view cut : {"\n第2页\n", ""}) {
    const std::string text = replaced(official(), "|（四）无法提供 3x1|",
                                      std::string(cut.empty() ? again : cut) + "|（四）无法提供 3x1|");
    // the rest of the group columns is gone on the second page
    EXPECT_EQ(Bound(replaced(text, "三、本年度办理结果 22x1", "三、本年度办理结果 10x1")).three(),
              bound_2021());
  }
}

// The two rows of the head lie on two pages, so in two grids with other columns.
std::string head_parted(std::string_view upper, std::string_view lower) {
  const auto body = replaced(std::string(body_2021), "|1|0|0|0|0|0|1|", "|1|2|3|4|5|6|21|");
  return "三、收到和处理政府信息公开申请情况\n" + std::string(upper) + "\n第2页\n" + std::string(lower) +
         body;
}

std::string bound_with_columns() {
  return replaced(bound_2021(), "new_requests 1 0 0 0 0 0 1", "new_requests 1 2 3 4 5 6 21");
}

TEST(GridRequests, OrganisationsOnTheNextPageStandBelowTheirName) {
  const std::string_view lower = "| 1x3| |商业企业|科研机构|社会公益组织|法律服务机构|其他| |\n";
  for (std::string_view upper : {"|（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） "
                                 "2x1|申请人情况 1x3|\n|自然人|法人或其他组织|总计|\n",
                                 "|申请人情况 1x4|\n| |自然人|法人或其他组织|总计|\n"})
    EXPECT_EQ(Bound(head_parted(upper, lower)).three(), bound_with_columns());
  // the names of cells over both rows stand on either page
  EXPECT_EQ(Bound(head_parted("| |申请人情况 1x3|\n| |自然人|法人或其他组织| |\n",
                              "| 1x3| |商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n"))
                .three(),
            bound_with_columns());
  EXPECT_EQ(Bound(head_parted("| |申请人情况 1x3|\n| | |法人或其他组织| |\n",
                              "| 1x3|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n"))
                .three(),
            bound_with_columns());
  // the whole head once more
  EXPECT_EQ(Bound(head_parted("| |申请人情况 1x3|\n| |自然人|法人或其他组织|总计|\n",
                              std::string(head_2021).substr(std::string_view(head_2021).find('|'))))
                .three(),
            bound_with_columns());
}

TEST(GridRequests, TotalsBeforeTheOrganisationsStayThere) {
  const Bound b(
      "|项目|自然人|总计|法人或其他组织|\n第2页\n| | | |商业企业|科研机构|社会公益组织|法律服务机构|其他|\n"
      "|一、本年新收政府信息公开申请数量|1|21|2|3|4|5|6|\n|二、上年结转政府信息公开申请数量|1|1|0|0|0|0|0|\n"
      "|四、结转下年度继续办理|0|3|0|3|0|0|0|\n");
  EXPECT_EQ(b.three(),
            "new_requests 1 2 3 4 5 6 21\ncarried_over 1 0 0 0 0 0 1\ncarried_forward 0 0 3 0 0 0 3\n");
}

TEST(GridRequests, PartedHeadWithoutItsNameIsSaidToBeUnread) {
  const Bound b(head_parted("| |申请人情况 1x2|\n| |自然人|总计|\n",
                            "| 1x3| |商业企业|科研机构|社会公益组织|法律服务机构|其他| |\n"));
  EXPECT_EQ(b.three().substr(0, 27), "new_requests ? ? ? ? ? ? ?\n");
  ASSERT_EQ(b.report.problems.size(), 1u);
  EXPECT_EQ(b.report.problems[0].code, ErrorCode::table_unread);
}

TEST(GridRequests, LabelsRepeatedInEveryCoveredCell) {
  EXPECT_EQ(Bound(R"(
|（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|申请人情况|申请人情况|申请人情况|申请人情况|申请人情况|申请人情况|申请人情况|
|（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|自然人|法人或其他组织|法人或其他组织|法人或其他组织|法人或其他组织|法人或其他组织|总计|
|（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|
|一、本年新收政府信息公开申请数量|一、本年新收政府信息公开申请数量|1|2|3|4|5|6|21|
|（六）其他处理|1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请|1|0|0|0|0|0|1|
|（六）其他处理|3.其他|7|0|0|0|0|0|7|
|（七）总计|（七）总计|9|0|0|0|0|0|9|
)")
                .three(),
            "new_requests 1 2 3 4 5 6 21\n"
            "other_uncorrected 1 0 0 0 0 0 1\n"
            "other_remaining 7 0 0 0 0 0 7\n"
            "outcome_total 9 0 0 0 0 0 9\n");
}

// Rows of a text grid that lost a merged label are shifted; the head has nine fields, some rows ten, the last
// one eight.
TEST(GridRequests, RaggedRowsFollowTheirCount) {
  EXPECT_EQ(Bound(R"([ragged]
|(本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和)||申请人情况||||||总计|
||| 自然人|法人或其他组织||||||
|||  |商业企业|科研机构|社会公益组织|法律服务机构|其他||
|一、本年新收政府信息公开申请数量||1|2|3|4|5|6|21|
|三、本年度办理结果|(一) 予以公开|1|0|0|0|0|0|1|
||(三) 1. 属于国家秘密|2|0|0|0|0|0|2|
||不予公开|2. 其他法律行政法规禁止公开|3|0|0|0|0|0|3|
|||3. 危及“三安全一稳定”||4|0|0|0||4|
|||4. 保护第三方合法权益|5|
||(七) 总计||9||||||9|

[ragged]
|四、结转下年度继续办理|10|0|0|0|0|0|10|
)")
                .three(),
            "new_requests 1 2 3 4 5 6 21\n"
            "disclosed 1 0 0 0 0 0 1\n"
            "refused_state_secret 2 0 0 0 0 0 2\n"
            "refused_prohibited_by_law 3 0 0 0 0 0 3\n"
            "refused_security_and_stability _ 4 0 0 0 _ 4\n"
            "refused_third_party_rights 5 _ _ _ _ _ _\n"
            "outcome_total 9 _ _ _ _ _ 9\n"
            "carried_forward 10 0 0 0 0 0 10\n");
}

// Blanks at the ends of lines are cut off: a row that begins with a blank may be shifted or not.
TEST(GridRequests, RaggedRowsWithoutEndsAreLeftToTheIdentities) {
  const Bound b(R"([ragged]
||自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|
|一、本年新收政府信息公开申请数量||1|2|3|4|5|6|21|
|三、本年度办理结果|（一）予以公开|1|2|3|
||（二）部分公开||1|0|0|0|0|0|
||（七）总计||1|1|2|3|4|5|6|
)");
  EXPECT_EQ(b.three(),
            "new_requests 1 2 3 4 5 6 21\n"
            "disclosed 1 2 3 _ _ _ _\n"
            "partly_disclosed ? ? ? ? ? ? ?\n"
            "outcome_total 1 1 2 3 4 5 6\n");
}

TEST(GridRequests, MissingRowAndColumnStayAbsent) {
  std::string text = replaced(official(), "|7.属于行政执法案卷|11|0|0|0|0|0|11|\n", "");
  Bound b(text);
  const FormTable& form = form_2021().table(TableId::requests);
  const int row = row_index(form, "refused_enforcement_file");
  EXPECT_FALSE(b.report.table(TableId::requests).row_present[static_cast<std::size_t>(row)]);
  EXPECT_EQ(b.report.problems.size(), 0u);

  Bound c(R"(|项目|自然人|商业企业|科研机构|社会公益组织|其他|总计|
|一、本年新收政府信息公开申请数量|1|2|3|4|6|16|
|二、上年结转政府信息公开申请数量|0|0|0|0|0|0|
|四、结转下年度继续办理|1|0|0|0|0|1|
)");
  EXPECT_EQ(c.three(),
            "new_requests 1 2 3 4 ~ 6 16\ncarried_over 0 0 0 0 ~ 0 0\ncarried_forward 1 0 0 0 ~ 0 1\n");
  EXPECT_FALSE(c.report.table(TableId::requests).column_present[0][4]);
}

std::string without_line(const std::string& text, std::size_t number) {
  std::string out;
  std::size_t begin = 0;
  for (std::size_t n = 0; begin < text.size(); ++n) {
    const std::size_t end = text.find('\n', begin) + 1;
    if (n != number) out += text.substr(begin, end - begin);
    begin = end;
  }
  return out;
}

// The flat table: labels in one column, groups left out but for what the labels say.
std::string flat(int without_column) {
  const FormTable& form = form_2021().table(TableId::requests);
  std::string out = "|项目|";
  for (int c = 0; c < 7; ++c)
    if (c != without_column) out += to_utf8(form.rows[0].columns[static_cast<std::size_t>(c)].label) + "|";
  out += "\n";
  int n = 0;
  for (const FormRow& r : form.rows) {
    out += "|" + to_utf8(r.group) + to_utf8(r.label) + "|";
    for (int c = 0; c < 7; ++c)
      if (c != without_column) out += std::to_string(100 * (n + 1) + c) + "|";
    out += "\n";
    ++n;
  }
  return out;
}

std::string flat_bound(int without_row, int without_column) {
  std::string out;
  int n = 0;
  for (const FormRow& r : form_2021().table(TableId::requests).rows) {
    if (n++ == without_row) continue;
    out += std::string(r.key);
    for (int c = 0; c < 7; ++c) out += c == without_column ? " ~" : " " + std::to_string(100 * n + c);
    out += "\n";
  }
  return out;
}

TEST(GridRequests, AnyRowOrColumnMayBeMissing) {
  for (int row = 0; row < 25; ++row)
    EXPECT_EQ(Bound(without_line(flat(-1), static_cast<std::size_t>(row) + 1)).three(), flat_bound(row, -1))
        << row;
  for (int column = 0; column < 7; ++column)
    EXPECT_EQ(Bound(flat(column)).three(), flat_bound(-1, column)) << column;
}

TEST(GridRequests, ExtraRowsAndColumnsAreNoted) {
  std::string text =
      replaced(official(), "|（四）无法提供 3x1|", "|9.属于工作秘密|3|0|0|0|0|0|3|\n|（四）无法提供 3x1|");
  text = replaced(replaced(text, "22x1", "23x1"), "（三）不予公开 8x1", "（三）不予公开 9x1");
  EXPECT_EQ(Bound(text).three(), bound_2021() + "extra 9.属于工作秘密\n");

  EXPECT_EQ(Bound(R"(|项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|外国组织|其他|总计|备注|
|一、本年新收政府信息公开申请数量|1|2|3|4|5|6|7|28|8|
|二、上年结转政府信息公开申请数量|0|0|0|0|0|0|0|0||
|四、结转下年度继续办理|1|0|0|0|0|0|0|1|无|
)")
                .three(),
            "new_requests 1 2 3 4 5 7 28\ncarried_over 0 0 0 0 0 0 0\ncarried_forward 1 0 0 0 0 0 1\n");
}

TEST(GridRequests, AlteredLabelsDoNotStealOtherRows) {
  std::string text = replaced(official(), "1.属于国家秘密", "1.属于国家机密");
  text = replaced(text, "|2.重复申请|", "|2.重复的申请|");
  text = replaced(text, "法律服务机构", "法律服务组织");
  EXPECT_EQ(Bound(text).three(), bound_2021() +
                                     "altered 1.属于国家机密 for 1.属于国家秘密\naltered 2.重复的申请 for "
                                     "2.重复申请\naltered 法律服务组织 for 法律服务机构\n");
}

TEST(GridRequests, TheOnlyRowBetweenTwoMayShareHalfItsLabel) {
  EXPECT_EQ(Bound(replaced(official(), "1.属于国家秘密", "1.涉及国家秘密")).three(),
            bound_2021() + "altered 1.涉及国家秘密 for 1.属于国家秘密\n");
  EXPECT_NE(Bound(replaced(official(), "1.属于国家秘密", "1.属于工作秘密")).three().find("extra"),
            std::string::npos);
}

TEST(GridRequests, UnsplitOtherHandlingOfANewerReport) {
  const Bound b(R"(二、主动公开政府信息情况
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 19 |

|项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|
|一、本年新收政府信息公开申请数量|1|2|3|4|5|6|21|
|（五）不予处理 5.要求行政机关确认或重新出具已获取信息|0|0|0|0|0|0|0|
|（六）其他处理|2|0|0|0|0|0|2|
|（七）总计|3|0|0|0|0|0|3|
)");
  EXPECT_EQ(b.three(),
            "new_requests 1 2 3 4 5 6 21\nunprocessed_reconfirmation 0 0 0 0 0 0 0\noutcome_total 3 0 0 0 0 "
            "0 3\nunsplit 2 0 0 0 0 0 2\n");
}

TEST(GridRequests, BlanksDashesAndWordsAreKeptApart) {
  EXPECT_EQ(Bound(R"(|项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|
|一、本年新收政府信息公开申请数量||-|/|无|待统计|0|0|
|二、上年结转政府信息公开申请数量||||||||
|四、结转下年度继续办理|1|0|0|0|0|0|1|
)")
                .three(),
            "new_requests _ - - - “待统计” 0 0\ncarried_over _ _ _ _ _ _ _\ncarried_forward 1 0 0 0 0 0 1\n");
}

TEST(GridRequests, ARowThatDoesNotFitIsNotBound) {
  const Bound b(R"([ragged]
|项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|
|一、本年新收政府信息公开申请数量|1|2|3|4|5|6|21|
|二、上年结转政府信息公开申请数量|0|0|0|0|0|0|0|0|0|
|四、结转下年度继续办理|1|0|0|0|0|0|1|
)");
  EXPECT_EQ(b.three(),
            "new_requests 1 2 3 4 5 6 21\ncarried_over ? ? ? ? ? ? ?\ncarried_forward 1 0 0 0 0 0 1\n");
  ASSERT_EQ(b.report.problems.size(), 1u);
  EXPECT_EQ(b.report.problems[0].code, ErrorCode::row_unread);
  EXPECT_EQ(b.report.problems[0].detail, u"二、上年结转政府信息公开申请数量");
}

TEST(GridRequests, LabelAboveItsValues) {
  const Bound b(R"(| 项目 | 自然人 | 商业企业 | 总计 |
| 一、本年新收政府信息公开申请数量 1x4 |
| | 1 | 2 | 3 |
| 二、上年结转政府信息公开申请数量 1x4 |
| 四、结转下年度继续办理 | 4 | 5 | 9 |
)");
  EXPECT_EQ(b.three(),
            "new_requests 1 2 ~ ~ ~ ~ 3\ncarried_over ? ? ~ ~ ~ ~ ?\ncarried_forward 4 5 ~ ~ ~ ~ 9\n");
}

TEST(GridRequests, AGridOfOtherFiguresDoesNotTakeItsPlace) {
  const std::string years =
      "一、总体情况\n|项目|2022年|2023年|2024年|\n|一、本年新收政府信息公开申请数量|7|7|7|\n|"
      "二、上年结转政府信息公开申请数量|7|7|7|\n|四、结转下年度继续办理|7|7|7|\n";
  const Bound b(years + official());
  EXPECT_EQ(b.three(), bound_2021());
  EXPECT_TRUE(b.report.problems.empty());
}

// --- 表四 --------------------------------------------------------------------------------------------------

constexpr std::string_view four_bound =
    "review 1 2 3 4 10\ndirect_suits 5 6 7 8 26\nsuits_after_review 9 10 11 12 42\n";

TEST(GridProceedings, Official) {
  EXPECT_EQ(Bound(R"(四、政府信息公开行政复议、行政诉讼情况
| 行政复议 1x5 | 行政诉讼 1x10 |
| 结果⏎维持 2x1 | 结果⏎纠正 2x1 | 其他⏎结果 2x1 | 尚 未 审 结 2x1 | 总 计 2x1 | 未经复议直接起诉 1x5 | 复议后起诉 1x5 |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 1 | 2 | 3 | 4 | 10 | 5 | 6 | 7 | 8 | 26 | 9 | 10 | 11 | 12 | 42 |
)")
                .four(),
            four_bound);
}

TEST(GridProceedings, RaggedText) {
  EXPECT_EQ(Bound(R"([ragged]
| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
| 结果 维持 | 结果 纠正 | 其他 结果 | 尚未 审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
| | | | | | 结果 维持 | 结果 纠正 | 其他 结果 | 尚未 审结 | 总计 | 结果 维持 | 结果 纠正 | 其他 结果 | 尚未 审结 | 总计 |
| 1 | 2 | 3 | 4 | 10 | 5 | 6 | 7 | 8 | 26 | 9 | 10 | 11 | 12 | 42 |
)")
                .four(),
            four_bound);
}

TEST(GridProceedings, ThreeGridsOfFiveColumns) {
  EXPECT_EQ(Bound(R"(（一）行政复议
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 1 | 2 | 3 | 4 | 10 |
（二）行政诉讼（未经复议直接起诉）
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 5 | 6 | 7 | 8 | 26 |

| 复议后起诉 1x5 |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 9 | 10 | 11 | 12 | 42 |
)")
                .four(),
            four_bound);
}

TEST(GridProceedings, APageBreakBelowTheGroups) {
  const std::string results =
      "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 "
      "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n";
  const std::string values = "| 1 | 2 | 3 | 4 | 10 | 5 | 6 | 7 | 8 | 26 | 9 | 10 | 11 | 12 | 42 |\n";
  EXPECT_EQ(Bound("| 行政复议 2x1 | 行政诉讼 1x2 |\n| 未经复议直接起诉 | 复议后起诉 |\n\n" + results + values)
                .four(),
            four_bound);
  EXPECT_EQ(Bound("| 复议后起诉 | 未经复议直接起诉 | 行政复议 |\n\n" + results + values).four(), "");
  EXPECT_EQ(Bound("| 行政复议 | 行政诉讼 |\n第3页\n| 1x5 | 未经复议直接起诉 1x5 | 复议后起诉 1x5 |\n" +
                  results + values)
                .four(),
            four_bound);
  const std::string one = "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 1 | 2 | 3 | 4 | 10 |\n";
  EXPECT_EQ(Bound("| 行政复议 | 未经复议直接起诉 | 复议后起诉 |\n第3页\n" + one).four(), "");
}

TEST(GridProceedings, GroupsDownTheSide) {
  EXPECT_EQ(Bound(R"(| 项目 1x2 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 1x2 | 1 | 2 | 3 | 4 | 10 |
| 行政诉讼 2x1 | 未经复议直接起诉 | 5 | 6 | 7 | 8 | 26 |
| 复议后起诉 | 9 | 10 | 11 | 12 | 42 |
)")
                .four(),
            four_bound);
}

TEST(GridProceedings, OnItsSide) {
  const Bound b(R"(| 结果 2x1 | 行政复议 2x1 | 行政诉讼 1x2 |
| 未经复议直接起诉 | 复议后起诉 |
| 结果维持 | 1 | 5 | 9 |
| 结果纠正 | 2 | 6 | 10 |
| 其他结果 | 3 | 7 | 11 |
| 尚未审结 | 4 | 8 | 12 |
| 总计 | 10 | 26 | 42 |
)");
  EXPECT_EQ(b.four(), four_bound);
  const ReportCell& pending = *b.report.cell("proceedings", "direct_suits", "pending");
  EXPECT_EQ(pending.row, 5);
  EXPECT_EQ(pending.column, 2);
}

TEST(GridRequests, OnItsSide) {
  EXPECT_EQ(
      Bound(
          R"(| 申请人 | 一、本年新收政府信息公开申请数量 | 二、上年结转政府信息公开申请数量 | 四、结转下年度继续办理 |
| 自然人 | 1 | 2 | 3 |
| 商业企业 | 4 | 5 | 6 |
| 科研机构 | 0 | 0 | 0 |
| 社会公益组织 | 0 | 0 | 0 |
| 法律服务机构 | 0 | 0 | 0 |
| 其他 | 7 | 8 | 9 |
| 总计 | 12 | 15 | 18 |
)")
          .three(),
      "new_requests 1 4 0 0 0 7 12\ncarried_over 2 5 0 0 0 8 15\ncarried_forward 3 6 0 0 0 9 18\n");
}

TEST(GridProceedings, BlankRow) {
  EXPECT_EQ(Bound(R"(| 行政复议 1x5 |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| | | | | |
)")
                .four(),
            "review _ _ _ _ _\n");
}

TEST(GridProceedings, AGroupThatIsNotNamedIsNotBound) {
  const Bound b(R"(| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 1 | 2 | 3 | 4 | 10 |
)");
  EXPECT_EQ(b.four(), "");
}

TEST(GridTables, TablesBehindThemAreLeftAlone) {
  const Bound b(official() +
                "四、政府信息公开行政复议、行政诉讼情况\n"
                "|行政复议 1x5|\n|结果维持|结果纠正|其他结果|尚未审结|总计|\n"
                "五、存在的主要问题及改进情况\n"
                "|栏目|条数|\n|重复的申请|5|\n|行政复议|7|\n|1|2|\n");
  EXPECT_EQ(b.three(), bound_2021());
  EXPECT_EQ(b.four(), "");
}

TEST(GridTables, OneGridForAll) {
  const Bound b(std::string(disclosure_2021) + official().substr(official().find('|')));
  EXPECT_EQ(b.two(), disclosure_2021_bound);
  EXPECT_EQ(b.three(), bound_2021());
}

}  // namespace
}  // namespace nianbao
