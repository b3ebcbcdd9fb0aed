#include <gtest/gtest.h>

#include "base/unicode.h"
#include "report/agency.h"
#include "report/bind.h"
#include "support/sketch.h"

namespace nianbao {
namespace {

using testing::dump_facts;
using testing::sketch;

std::string facts(std::string_view before, std::string_view after = "", std::u16string hint = {},
                  Format format = Format::txt) {
  Document document =
      sketch(std::string(before) +
                 "一、总体情况\n全年公开。\n二、主动公开政府信息情况\n六、其他需要报告的事项\n无。\n" +
                 std::string(after),
             format);
  document.title_hint = std::move(hint);
  return dump_facts(bind(document));
}

// --- title and agency --------------------------------------------------------------------------------------

struct TitleCase {
  std::string_view before;
  std::string_view title, agency, year;
};

class Titles : public ::testing::TestWithParam<TitleCase> {};

TEST_P(Titles, AreFound) {
  const TitleCase& c = GetParam();
  std::string expected = "title " + std::string(c.title) + "\n";
  if (!c.agency.empty()) expected += "agency " + std::string(c.agency) + "\n";
  std::string found = facts(c.before);
  if (const auto kind = found.find("kind "); kind != std::string::npos)
    found.erase(kind, found.find('\n', kind) + 1 - kind);
  EXPECT_EQ(found, expected + "year " + std::string(c.year) + "\n");
}

INSTANTIATE_TEST_SUITE_P(
    , Titles,
    ::testing::Values(
        TitleCase{"青州县教育局2023年政府信息公开工作年度报告\n",
                  "青州县教育局2023年政府信息公开工作年度报告", "青州县教育局", "2023"},
        TitleCase{"\"青州县教育局2023年政府信息公开工作年度报告\";;;;\n",
                  "青州县教育局2023年政府信息公开工作年度报告", "青州县教育局", "2023"},
        TitleCase{"青州县教育局2023政府信息公开工作年度报告\n", "青州县教育局2023政府信息公开工作年度报告",
                  "青州县教育局", "2023"},
        TitleCase{"青州县教育局\n2023年度政府信息公开工作年度报告\n",
                  "青州县教育局2023年度政府信息公开工作年度报告", "青州县教育局", "2023"},
        TitleCase{"# 青州县教育局\n# ２０２３ 年政府信息公开工作年度报告\n",
                  "青州县教育局２０２３年政府信息公开工作年度报告", "青州县教育局", "2023"},
        TitleCase{"青州县教育局 2023 年度政府信息公\n开工作年度报告\n",
                  "青州县教育局2023年度政府信息公开工作年度报告", "青州县教育局", "2023"},
        TitleCase{"青州县人民政府\n办公室2023年政府信息公开工作\n年度报告\n",
                  "青州县人民政府办公室2023年政府信息公开工作年度报告", "青州县人民政府办公室", "2023"},
        TitleCase{"2023年青州县教育局政府信息公开工作年度报告\n",
                  "2023年青州县教育局政府信息公开工作年度报告", "青州县教育局", "2023"},
        TitleCase{"青州县教育局关于2023年度政府信息公开工作年度报告\n",
                  "青州县教育局关于2023年度政府信息公开工作年度报告", "青州县教育局", "2023"},
        TitleCase{"青州县教育局政府信息公开工作年度报告（2023年度）\n",
                  "青州县教育局政府信息公开工作年度报告（2023年度）", "青州县教育局", "2023"},
        TitleCase{"青州县教育局政府信息公开工作年度报告\n（2023年度）\n",
                  "青州县教育局政府信息公开工作年度报告（2023年度）", "青州县教育局", "2023"},
        TitleCase{"青州县教育局二〇二三年政府信息公开工作年度报告\n",
                  "青州县教育局二〇二三年政府信息公开工作年度报告", "青州县教育局", "2023"},
        TitleCase{"青州县石桥乡人民政府信息公开工作年度报告（2023年）\n",
                  "青州县石桥乡人民政府信息公开工作年度报告（2023年）", "青州县石桥乡人民政府", "2023"},
        TitleCase{"2023年政府信息公开工作年度报告\n", "2023年政府信息公开工作年度报告", "", "2023"},
        TitleCase{"青州县教育局2023年政务公开年度报告\n", "青州县教育局2023年政务公开年度报告",
                  "青州县教育局", "2023"},
        TitleCase{"青州县教育局\n青教函〔2024〕6号\n青州县教育局关于报送2022年政府信息公开年度报告的函\n县政"
                  "府办公室：\n"
                  "现将我局《2022年政府信息公开年度报告》报来，请收悉。\n青州县教育局\n2024年1月7日\n青州县教"
                  "育局 2023 年 政府信息公开年度报告\n",
                  "青州县教育局2023年政府信息公开年度报告", "青州县教育局", "2023"},
        TitleCase{"青州县教育局2023年政府信息公开工作年度报告\n根据规定，现向社会公布青州县教育局\n2021年政府"
                  "信息公开工作年度报告\n。数据如下，请看。\n",
                  "青州县教育局2023年政府信息公开工作年度报告", "青州县教育局", "2023"},
        TitleCase{"当前位置：首页 > "
                  "政府信息公开年报\n青州县教育局2023年政府信息公开工作年度报告\n发布时间：很久以前\n",
                  "青州县教育局2023年政府信息公开工作年度报告", "青州县教育局", "2023"}));

TEST(Facts, TitleKeptOutsideTheBody) {
  EXPECT_EQ(facts("根据规定，编制本报告。\n", "",
                  u"青州县教育局2023年政府信息公开工作年度报告-青州县人民政府门户网站"),
            "title 青州县教育局2023年政府信息公开工作年度报告 (hint)\nagency 青州县教育局\nkind "
            "department\nyear 2023\n");
}

TEST(Facts, TitleOfALetterOnlyWhereThereIsNoOther) {
  EXPECT_EQ(
      facts("县政府办公室：\n现将《青州县教育局2023年政府信息公开工作年度报告》报来，请收悉。\n"),
      "title 青州县教育局2023年政府信息公开工作年度报告\nagency 青州县教育局\nkind department\nyear 2023\n");
}

TEST(Facts, NoTitleIsInvented) {
  EXPECT_EQ(facts("2021年，区行政审批服务局公开信息。2021年还将公开。\n"), "year 2021\n");
}

TEST(Facts, AgencyOfThePreambleOrTheSignature) {
  EXPECT_EQ(facts("根据《中华人民共和国政府信息公开条例》规定，现向社会公布青州县教育局2023年政府信息公开工作"
                  "年度报告。\n"),
            "agency 青州县教育局\nkind department\nyear 2023\n");
  EXPECT_EQ(facts("2023年政府信息公开工作年度报告\n", "青州县人民政府\n2024年1月17日\n"),
            "title 2023年政府信息公开工作年度报告\nagency 青州县人民政府\nkind government\nyear 2023\nsigned "
            "2024-1-17\n");
}

TEST(Facts, KindsOfAgencies) {
  EXPECT_EQ(agency_kind(u"青州县人民政府"), AgencyKind::government);
  EXPECT_EQ(agency_kind(u"江岭省人民政府"), AgencyKind::government);
  EXPECT_EQ(agency_kind(u"青州县人民政府办公室"), AgencyKind::department);
  EXPECT_EQ(agency_kind(u"青州县"), AgencyKind::government);
  EXPECT_EQ(agency_kind(u"青州经济开发区"), AgencyKind::department);
  EXPECT_EQ(agency_kind(u"青州县财政局"), AgencyKind::department);
  EXPECT_EQ(agency_kind(u"青州县发展和改革委员会"), AgencyKind::department);
  EXPECT_EQ(agency_kind(u"青州县石桥乡人民政府"), AgencyKind::township);
  EXPECT_EQ(agency_kind(u"青州区城关街道办事处"), AgencyKind::township);
  EXPECT_EQ(agency_kind(u"青州区城关镇"), AgencyKind::township);
  EXPECT_EQ(agency_kind(u""), AgencyKind::unknown);
}

TEST(Facts, MentionsKeepTheirPlaces) {
  const Document document = sketch(
      "青州县教育局\n县政府办公室：\n请收悉。\n青州县教育局2023年政府信息公开工作年度报告\n"
      "根据规定，现向社会公布青州县教育体育局2023年度政府信息公开工作年度报告，请予监督，并提出意见。\n"
      "一、总体情况\n甲。\n六、其他需要报告的事项\n无。\n青州县教体局\n二〇二四年一月二十日\n",
      Format::txt);
  const Report report = bind(document);
  std::string out;
  for (const auto& m : report.agencies) {
    constexpr std::string_view places[] = {"title", "preamble", "signature", "letter"};
    out += std::string(places[m.where]) + " " + to_utf8(m.name) + "\n";
    EXPECT_EQ(document.view(m.range), m.name);
  }
  EXPECT_EQ(out,
            "title 青州县教育局\nsignature 青州县教体局\npreamble 青州县教育体育局\nletter 青州县教育局\n");
  EXPECT_EQ(to_utf8(report.agency), "青州县教育局");
}

// --- year, period, dates -----------------------------------------------------------------------------------

TEST(Facts, Period) {
  EXPECT_EQ(facts("本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。\n"),
            "year 2023\nperiod 2023-1-1 2023-12-31\n");
  EXPECT_EQ(facts("报告中使用的数据统计期限为 2023 年 1 月 1 日至 12 月\n31 日。\n"),
            "year 2023\nperiod 2023-1-1 2023-12-31\n");
  EXPECT_EQ(
      facts(
          "培训于2023年3月1日至2023年3月5日举行，统计期限自2023年1月1日起，至2023年11月30日止，特此说明。\n"),
      "year 2023\nperiod 2023-1-1 2023-11-30\n");
}

TEST(Facts, YearOfTitlePeriodAndTextInThisOrder) {
  const std::string_view title = "青州县教育局2023年政府信息公开工作年度报告\n",
                         period = "数据的统计期限自2022年1月1日起至2022年12月31日止，请予监督。\n";
  const Document document =
      sketch(std::string(title) + std::string(period) + "一、总体情况\n甲。\n二、主动公开政府信息情况\n",
             Format::txt);
  EXPECT_EQ(bind(document).year, 2023);
  EXPECT_EQ(bind(document).title_year, 2023);
  EXPECT_EQ(bind(document).period.begin.year, 2022);
  EXPECT_EQ(bind(document, 2024).year, 2024);
}

TEST(Facts, Signature) {
  for (std::string_view date : {"2024年1月5日", "2024 年 1 月 5 日", "2024-01-05", "2024.1.5", "2024/1/5",
                                "二〇二四年一月五日", "二○二四年一月五日", "（2024年1月5日）"})
    EXPECT_EQ(facts("", std::string(date) + "\n—3—\n"), "year 2023\nsigned 2024-1-5\n") << date;
  EXPECT_EQ(facts("", "日期：2024年1月5日\n"), "year 2023\nsigned 2024-1-5\n");
  EXPECT_EQ(facts("", "2024年1月5日 青州县教育局\n"),
            "agency 青州县教育局\nkind department\nyear 2023\nsigned 2024-1-5\n");
  EXPECT_EQ(facts("", "青州县教育局  2024年1月5日\n"),
            "agency 青州县教育局\nkind department\nyear 2023\nsigned 2024-1-5\n");
  EXPECT_EQ(facts("", "青州县教育局\n二〇二五年十二月三十一日\n"),
            "agency 青州县教育局\nkind department\nyear 2024\nsigned 2025-12-31\n");
}

TEST(Facts, ImpossibleDaysAreKept) {
  EXPECT_EQ(facts("", "2024年2月30日\n"), "year 2023\nsigned 2024-2-30\n");
}

TEST(Facts, DatesInSentencesAreNoSignature) {
  EXPECT_EQ(facts("2023年政府信息公开工作年度报告\n", "本报告于2024年1月5日公开。\n"),
            "title 2023年政府信息公开工作年度报告\nyear 2023\n");
}

TEST(Facts, PublicationShownByThePage) {
  EXPECT_EQ(
      facts("青州县教育局2023年政府信息公开工作年度报告\n发布时间：2024-01-12 10:21 来源：青州县教育局\n"),
      "title 青州县教育局2023年政府信息公开工作年度报告\nagency 青州县教育局\nkind department\nyear "
      "2023\npublished 2024-1-12\n");
}

// --- extent ------------------------------------------------------------------------------------------------

TEST(Facts, PreambleAndBody) {
  const std::string_view text =
      "青教函〔2024〕6号\n青州县教育局2023年政府信息公开工作年度报告\n根据规定编制本报告，数据的统计期限自202"
      "3年1月1日起至2023年12月31日\n止。\n"
      "一、总体情况\n甲。\n六、其他需要报告的事项\n无。\n青州县教育局\n2024年1月5日\n上一篇：2022年\n";
  const Document document = sketch(text, Format::txt);
  const Report report = bind(document);
  EXPECT_EQ(to_utf8(document.view(report.preamble)),
            "根据规定编制本报告，数据的统计期限自2023年1月1日起至2023年12月31日\n止。");
  EXPECT_EQ(to_utf8(document.view(report.body)).substr(0, 18), "青州县教育局");
  EXPECT_EQ(document.view({report.body.end - 9, report.body.end}), u"2024年1月5日");
}

}  // namespace
}  // namespace nianbao
