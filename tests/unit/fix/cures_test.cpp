// From findings to cures, from choices to corrections, from JSON and back.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/sha256.h"
#include "base/unicode.h"
#include "check.h"
#include "fix/fix.h"
#include "form/form.h"
#include "support/base_report.h"

namespace nianbao {
namespace {

using Json = nlohmann::json;

std::string base_text() {
  std::ifstream file(std::string(NIANBAO_SOURCE_DIR) + "/tests/rules/base_2021.txt", std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

std::string with(std::string text, const std::string& old_text, const std::string& new_text) {
  const std::size_t at = text.find(old_text);
  EXPECT_NE(at, std::string::npos) << old_text;
  return at == std::string::npos ? text : text.replace(at, old_text.size(), new_text);
}

std::string with_cell(const std::string& id, const std::string& value) {
  tests::BaseReport report(base_text(), form_2021());
  EXPECT_TRUE(report.set_cell(id, value));
  return report.text();
}

// "id label" of every cure, with "!" where it is certain.
std::vector<std::string> cures_of(const std::string& bytes, Language language = Language::chinese,
                                  std::optional<std::string_view> previous = std::nullopt) {
  CheckedReading all;
  read_and_check(bytes, {}, previous, all);
  EXPECT_TRUE(all.checked.has_value());
  try_cures(all, {});
  std::vector<std::string> out;
  for (const NamedCure& named : named_cures(all.checked->rules.findings))
    out.push_back((named.cure->certain ? "!" : "") + named.id + " " +
                  to_utf8(language == Language::english ? named.cure->label.en : named.cure->label.zh));
  return out;
}

std::string fixed(const std::string& bytes, Choice choice) {
  CorrectionRequest request;
  request.choice = std::move(choice);
  const Corrected out = corrected_copy(bytes, {}, std::nullopt, request);
  return out.refusal.empty() ? out.bytes : to_utf8(out.refusal.zh);
}

using Lines = std::vector<std::string>;

TEST(Cures, OfWords) {
  const std::string bytes =
      with(with(base_text(), "截至年底", "截止年底"), "各项工作平稳有序", "各项工作平稳平稳有序");
  EXPECT_EQ(cures_of(bytes),
            (Lines{"wording/doubled-word:1 “平稳平稳” → “平稳”", "wording/until:1 “截止” → “截至”"}));
  EXPECT_EQ(fixed(bytes, {false, {"wording/until", "wording/doubled-word:1"}}), base_text());
}

TEST(Cures, OfAFigureOfTheText) {
  const std::string bytes =
      with(base_text(), "全年新收政府信息公开申请31件", "全年新收政府信息公开申请３８件");
  EXPECT_EQ(cures_of(bytes), Lines{"!narrative/request-count:1 正文：３８件 → 31件"});
  EXPECT_EQ(cures_of(bytes, Language::english), Lines{"!narrative/request-count:1 Text: ３８件 → 31件"});
  EXPECT_EQ(fixed(bytes, {true, {}}),
            with(base_text(), "全年新收政府信息公开申请31件", "全年新收政府信息公开申请３１件"));
}

TEST(Cures, OfACell) {
  const std::string bytes = with_cell("requests.carried_forward.total", "12");
  const Lines cures = cures_of(bytes);
  ASSERT_EQ(cures.size(), 1u);
  EXPECT_EQ(cures[0], "!requests/misstated-cell:1 表三“四、结转下年度继续办理”行“总计”列：12 → 2");
  EXPECT_EQ(fixed(bytes, {true, {}}), with_cell("requests.carried_forward.total", "2"));
}

TEST(Cures, OfBlanksAreCertainOnlyWhereASumSaysSo) {
  const std::string proven = with_cell("requests.refused_state_secret.businesses", "");
  const Lines cures = cures_of(proven);
  ASSERT_EQ(cures.size(), 1u);
  EXPECT_EQ(cures[0].substr(0, 15), "!cells/blank:1 ") << cures[0];
  EXPECT_EQ(fixed(proven, {true, {}}), with_cell("requests.refused_state_secret.businesses", "0"));
  const Lines unknown = cures_of(with_cell("disclosure.regulations.issued", ""));
  ASSERT_EQ(unknown.size(), 1u);
  EXPECT_EQ(unknown[0].substr(0, 14), "cells/blank:1 ") << unknown[0];
}

TEST(Cures, OfTheFeeSentenceAreNeverCertain) {
  CheckedReading all;
  const std::string text = base_text();
  const std::size_t begin = text.find("六、其他需要报告的事项"), line = text.find("\n\n", begin) + 2;
  const std::string bytes =
      text.substr(0, line) + "无。" + text.substr(std::min(text.find('\n', line), text.size()));
  const Lines cures = cures_of(bytes);
  ASSERT_EQ(cures.size(), 1u);
  EXPECT_EQ(cures[0], "fees/statement:1 写明没有收取：“本年度未收取政府信息公开信息处理费。”");
  EXPECT_NE(fixed(bytes, {false, {"fees/statement"}})
                .find("本年度未收取政府信息公开信息处理费，无其他需要报告的事项。"),
            std::string::npos);
}

// The one cure of what is wrong once `right` is replaced by `wrong`, and the report that it gives.
void expect_cure(const std::string& right, const std::string& wrong, const std::string& cure) {
  SCOPED_TRACE(wrong);
  const std::string bytes = with(base_text(), right, wrong);
  EXPECT_EQ(cures_of(bytes), Lines{cure});
  const std::string id = cure.substr(cure[0] == '!' ? 1 : 0, cure.find(' ') - (cure[0] == '!' ? 1 : 0));
  EXPECT_EQ(fixed(bytes, {false, {id}}), base_text());
}

TEST(Cures, OfPercentagesThatFollowFromFigures) {
  expect_cure("占公开总数的70%", "占公开总数的72%", "narrative/percentage:1 正文：72% → 70%");
  expect_cure("增长5%", "增长7%", "narrative/growth:1 正文：7% → 5%");
}

TEST(Cures, OfPercentagesHaveAsManyDecimalsAndAreRoundedHalfUp) {
  const auto cure = [](const std::string& wrong) {
    return cures_of(with(base_text(), "占公开总数的70%", wrong));
  };
  EXPECT_EQ(cure("占公开总数的75.00%"), Lines{"narrative/percentage:1 正文：75.00% → 70.00%"});
  EXPECT_EQ(cure("占公开总数的７２%"), Lines{"narrative/percentage:1 正文：７２% → 70%"});
  EXPECT_EQ(cure("占公开总数的约75%"), Lines{});
  const auto growth = [](const std::string& wrong) {
    return cures_of(with(base_text(), "上年的400条增长5%", wrong));
  };
  EXPECT_EQ(growth("上年的416条增长2.95%"), Lines{"narrative/growth:1 正文：2.95% → 0.96%"});
  EXPECT_EQ(growth("上年的400条下降5%"), Lines{});  // the word is wrong, not the number
}

TEST(Cures, OfUnitsInCells) {
  const std::string bytes = with_cell("requests.carried_forward.total", "2件");
  EXPECT_EQ(cures_of(bytes), Lines{"!cells/unit:1 “2件” → “2”"});
  EXPECT_EQ(fixed(bytes, {true, {}}), base_text());
  EXPECT_EQ(cures_of(with_cell("disclosure.fees.amount", "236000元")),
            Lines{"cells/unit:1 “236000元” → “23.6”"});
  tests::BaseReport report(base_text(), form_2021());
  EXPECT_TRUE(report.set_cell("requests.carried_forward.total", "2件") &&
              report.set_cell("requests.carried_over.total", "3 件"));
  EXPECT_EQ(cures_of(report.text()), Lines{"cells/unit:1 表三这2格只留数字"});
}

TEST(Cures, OfUnitsInTheText) {
  expect_cure("部分公开4件", "部分公开4", "narrative/unit-missing:1 “部分公开4” → “部分公开4件”");
}

TEST(Cures, OfLabels) {
  expect_cure("8.属于行政查询事项", "8.属于行政查询事宜",
              "form/label-altered:1 “8.属于行政查询事宜” → “8.属于行政查询事项”");
}

TEST(Cures, OfGrowthSinceLastYearsReport) {
  const std::string bytes =
      with(base_text(), "全年新收政府信息公开申请31件", "全年新收政府信息公开申请31件，比上年增长20%");
  tests::BaseReport last_year(base_text(), form_2021());
  last_year.move_years(-1);
  EXPECT_TRUE(last_year.set_cell("requests.new_requests.total", "25") &&
              last_year.set_cell("requests.new_requests.individuals", "15"));
  EXPECT_EQ(cures_of(bytes, Language::chinese, last_year.text()), Lines{"history/growth:1 正文：20% → 24%"});
}

TEST(Cures, OfHeadings) {
  expect_cure("五、存在的主要问题及改进情况\n", "五、存在的主要问题及改进措施\n",
              "structure/section-title:1 “存在的主要问题及改进措施” → “存在的主要问题及改进情况”");
  expect_cure("三、收到和处理政府信息公开申请情况\n", "五、收到和处理政府信息公开申请情况\n",
              "structure/section-number:1 “五、” → “三、”");
  expect_cure("2024年政府信息公开工作年度报告", "2024年政府信息公开年度报告",
              "title/wording:1 “政府信息公开年度报告” → “政府信息公开工作年度报告”");
  expect_cure("其他需要报告的事项六个部分组成", "其他需要报告的事项五个部分组成",
              "title/parts-count:1 “五” → “六”");
}

TEST(Cures, OfWhatATemplateLeftIn) {
  expect_cure("一、总体情况\n", "一、总体情况（文字描述）\n",
              "!residue/template-text:1 “（文字描述）” → 删去");
  expect_cure("（一）主动公开情况\n", "（一）主动公开情况[bookmark: _GoBack]\n",
              "!residue/field-code:1 “[bookmark: _GoBack]” → 删去");
  // Without it the section would be empty: a person decides.
  const std::string text = base_text();
  const std::size_t begin = text.find("六、其他需要报告的事项"), line = text.find("\n\n", begin) + 2;
  const Lines cures = cures_of(text.substr(0, line) + "（文字描述）" +
                               text.substr(std::min(text.find('\n', line), text.size())));
  EXPECT_NE(std::find(cures.begin(), cures.end(), "residue/template-text:1 “（文字描述）” → 删去"),
            cures.end());
}

TEST(Cures, OfDates) {
  expect_cure("2024年1月1日至2024年12月31日", "2024年1月1日至2024年11月30日",
              "dates/period:1 “11” → “12”；“30” → “31”");
  expect_cure("\n2024年，青禾县水利局认真落实", "\n2023年，青禾县水利局认真落实",
              "dates/wrong-year-in-text:1 “2023” → “2024”");
}

TEST(Choices, NameWhatIsThere) {
  EXPECT_EQ(fixed(base_text(), {false, {"wording/until:3"}}),
            "没有“wording/until:3”这个改法，用 fix --list 查看全部改法。");
  EXPECT_EQ(fixed(base_text(), {true, {}}), base_text());
}

TEST(CorrectionsJson, GoesOutAndComesBack) {
  const std::string bytes = with(base_text(), "截至年底", "截止年底");
  CorrectionRequest request;
  request.choice.accepted = {"wording/until"};
  const Corrected list = list_of_cures(bytes, {}, std::nullopt, request);
  const Json json = Json::parse(list.bytes);
  EXPECT_EQ(json["schema"], "nianbao-corrections-1");
  EXPECT_EQ(json["sha256"], sha256(bytes));
  ASSERT_EQ(json["corrections"].size(), 1u);
  EXPECT_EQ(json["corrections"][0]["old"], "截止");
  EXPECT_EQ(json["corrections"][0]["new"], "截至");
  EXPECT_EQ(json["corrections"][0]["rule"], "wording/until");
  EXPECT_EQ(json["cures"][0]["id"], "wording/until:1");
  EXPECT_EQ(json["cures"][0]["corrections"], json["corrections"]);
  CorrectionRequest back;
  back.corrections = list.bytes;
  EXPECT_EQ(corrected_copy(bytes, {}, std::nullopt, back).bytes, base_text());
  EXPECT_EQ(to_utf8(corrected_copy(base_text(), {}, std::nullopt, back).refusal.zh),
            "文件与检查时的不是同一份（SHA-256 不符），没有改。请重新检查后再采纳。");
}

TEST(CorrectionsJson, OfAnythingElseIsRefused) {
  for (const char* bad : {"", "{}", "[]", "{\"schema\":\"nianbao-corrections-1\"}",
                          "{\"schema\":\"nianbao-corrections-1\",\"corrections\":[{\"range\":[1,2]}]}",
                          "{\"schema\":\"nianbao-corrections-1\",\"corrections\":[{\"range\":[-1,2],\"old\":"
                          "\"a\",\"new\":\"b\"}]}",
                          "{\"schema\":\"nianbao-corrections-1\",\"sha256\":1,\"corrections\":[]}"})
    EXPECT_FALSE(parse_corrections(bad)) << bad;
}

TEST(CuresJson, StandInTheFindingsWhereAskedFor) {
  const std::string bytes = with(base_text(), "截至年底", "截止年底");
  const Json plain = Json::parse(check(bytes, {})),
             asked = Json::parse(check(bytes, parse_options("{\"withCures\":true}").options));
  EXPECT_FALSE(plain["findings"][0].contains("cures"));
  const Json& cure = asked["findings"][0]["cures"][0];
  EXPECT_EQ(cure["id"], "wording/until:1");
  EXPECT_EQ(cure["label"], "“截止” → “截至”");
  EXPECT_EQ(cure["certain"], false);
  EXPECT_EQ(cure["corrections"][0]["old"], "截止");
}

}  // namespace
}  // namespace nianbao
