// Annotated copies with corrections in them: what is told is what the page shows.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/unicode.h"
#include "fix/fix.h"
#include "input/docx_package.h"
#include "input/pdf_geometry.h"
#include "input/reader.h"

namespace nianbao {
namespace {

using Json = nlohmann::json;

std::string file(const std::string& name) {
  std::ifstream in(std::string(NIANBAO_SOURCE_DIR) + "/tests/" + name, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::string with(std::string text, const std::string& old_text, const std::string& new_text) {
  const std::size_t at = text.find(old_text);
  EXPECT_NE(at, std::string::npos) << old_text;
  return at == std::string::npos ? text : text.replace(at, old_text.size(), new_text);
}

// The corrections named so, as the page sends them.
CorrectionRequest accepting(const std::string& bytes, const std::string& cure) {
  CorrectionRequest named;
  named.choice.accepted = {cure};
  CorrectionRequest out;
  out.corrections = list_of_cures(bytes, {}, std::nullopt, named).bytes;
  return out;
}

Options dated() {
  Options options;
  options.today = Date{2026, 1, 15};
  return options;
}

TEST(AnnotatedAndCorrected, TextHasTheCorrectionsAndWhatIsLeft) {
  const std::string right = with(file("rules/base_2021.txt"), "占公开总数的70%", "占公开总数的72%");
  const std::string bytes = with(right, "截至年底", "截止年底");
  const Copy copy =
      annotated_and_corrected(bytes, dated(), std::nullopt, accepting(bytes, "narrative/percentage"));
  ASSERT_EQ(to_utf8(copy.refusal.zh), "");
  EXPECT_EQ(copy.remarks, 1);
  EXPECT_NE(copy.bytes.find("占公开总数的70%"), std::string::npos);
  EXPECT_NE(copy.bytes.find("1. 提示：这里的“截止”应为“截至”"), std::string::npos);
  EXPECT_NE(copy.bytes.find("检查日期：2026年1月15日。"), std::string::npos);
  EXPECT_EQ(strip(copy.bytes).bytes, with(bytes, "占公开总数的72%", "占公开总数的70%"));
}

TEST(Copies, OfEachFormatWhatCanBeHad) {
  EXPECT_EQ(copies_json(file("rules/base_2021.txt"), {}),
            R"({"corrected":{"list":false,"problem":null},"annotated":{"problem":null}})");
  EXPECT_EQ(
      copies_json(file("fixtures/small/three.odt"), {}),
      R"({"corrected":{"list":false,"problem":null},"annotated":{"problem":"批注副本只能做成 docx、网页（html）和文本（txt、md）。)"
      R"(这份文件请另存为 docx 再批注，或者用校核单带走结果。"}})");
  EXPECT_EQ(Json::parse(copies_json(file("fixtures/small/three.ofd"), {}))["corrected"]["list"], true);
  EXPECT_EQ(Json::parse(copies_json("%PDF-1.7 cut", {}))["annotated"]["problem"],
            Json::parse(copies_json("%PDF-1.7 cut", {}))["corrected"]["problem"]);
}

TEST(AnnotatedAndCorrected, TakesCuresByNameAsWell) {
  const std::string bytes = with(file("rules/base_2021.txt"), "截至年底", "截止年底");
  CorrectionRequest named;
  named.choice.accepted = {"wording/until"};
  EXPECT_EQ(annotated_and_corrected(bytes, dated(), std::nullopt, named).bytes, file("rules/base_2021.txt"));
  CorrectionRequest certain;
  certain.choice.certain = true;  // nothing is
  EXPECT_EQ(annotated_and_corrected(bytes, dated(), std::nullopt, certain).bytes,
            annotated_copy(bytes, dated()).bytes);
  named.choice.accepted = {"wording/until:7"};
  EXPECT_NE(to_utf8(annotated_and_corrected(bytes, dated(), std::nullopt, named).refusal.zh)
                .find("没有“wording/until:7”这个改法"),
            std::string::npos);
}

TEST(AnnotatedAndCorrected, RefusesWhatDoesNotFit) {
  const std::string bytes = with(file("rules/base_2021.txt"), "截至年底", "截止年底");
  CorrectionRequest request = accepting(bytes, "wording/until");
  const Copy copy = annotated_and_corrected("前" + bytes, dated(), std::nullopt, request);
  EXPECT_EQ(to_utf8(copy.refusal.zh),
            "文件与检查时的不是同一份（SHA-256 不符），没有改。请重新检查后再采纳。");
  request.corrections = "{}";
  EXPECT_EQ(to_utf8(annotated_and_corrected(bytes, dated(), std::nullopt, request).refusal.zh),
            "改正清单不是本程序存下的 JSON。");
}

// Word's file: the change is tracked, the comments are those of the corrected text, both of the day.
TEST(AnnotatedAndCorrected, WordFilesHaveBoth) {
  const std::string bytes = file("fixtures/twins/report.docx");
  CheckedReading all;
  read_and_check(bytes, {}, std::nullopt, all);
  ASSERT_TRUE(all.checked.has_value());
  const Document& document = all.reading.document;
  const std::size_t at = document.text.find(u"总体情况");
  ASSERT_NE(at, std::u16string::npos);
  CorrectionRequest request;
  request.corrections = "{\"schema\":\"nianbao-corrections-1\",\"corrections\":[{\"range\":[" +
                        std::to_string(at) + "," + std::to_string(at + 4) +
                        "],\"old\":\"总体情况\",\"new\":\"概述\"}]}";
  const Copy copy = annotated_and_corrected(bytes, dated(), std::nullopt, request);
  ASSERT_EQ(to_utf8(copy.refusal.zh), "");
  EXPECT_GT(copy.remarks, 0);
  const Result<ZipFile> zip = ZipFile::open(copy.bytes);
  ASSERT_TRUE(zip);
  const std::string main = zip.value().read("word/document.xml").value(),
                    comments = zip.value().read("word/comments.xml").value();
  EXPECT_NE(main.find("<w:delText xml:space=\"preserve\">总体情况</w:delText>"), std::string::npos);
  EXPECT_NE(main.find("w:date=\"2026-01-15T00:00:00Z\""), std::string::npos);
  EXPECT_NE(comments.find("w:date=\"2026-01-15T00:00:00Z\""), std::string::npos);
  // The comments are those of the page, which has the change in it: no word of our own change.
  EXPECT_EQ(comments.find("residue/tracked-change"), std::string::npos);
  Options changed;
  changed.edits = {{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 4)}, u"概述"}};
  CheckedReading page;
  read_and_check(bytes, changed, std::nullopt, page);
  for (const Remark& remark : remarks_of(page, Language::chinese))
    EXPECT_NE(comments.find(to_utf8(remark.lines.back())), std::string::npos)
        << to_utf8(remark.lines.front());
}

TEST(RemarksOnPages, TellWhatIsFoundAndWhatWasAccepted) {
  std::string geometry(pdf_geometry_magic);
  geometry += "P 600 8000\n";
  std::istringstream lines(
      with(with(file("rules/base_2021.txt"), "截至年底", "截止年底"), "占公开总数的70%", "占公开总数的72%"));
  int y = 20;
  for (std::string line; std::getline(lines, line); y += 20) {
    int x = 20;
    for (char16_t c : from_utf8(line)) {
      const auto n = [](int v) { return " " + std::to_string(v) + ".00"; };
      if (c > u' ') geometry += "T" + n(x) + n(y) + n(x + 10) + n(y + 10) + " " + to_utf8({&c, 1}) + "\n";
      x = c == u'\t' ? (x / 200 + 1) * 200 : x + 10;
    }
  }
  geometry.replace(geometry.find("P 600"), 5, "P 9000");
  const CorrectionRequest request = accepting(geometry, "narrative/percentage");
  const Copy copy = remarks_on_pages(geometry, dated(), std::nullopt, request);
  ASSERT_EQ(to_utf8(copy.refusal.zh), "");
  const Json remarks = Json::parse(copy.bytes);
  ASSERT_GE(remarks.size(), 2u);
  EXPECT_EQ(remarks[0]["kind"], "accepted");
  EXPECT_EQ(remarks[0]["text"].get<std::string>().substr(0, 38), "已采纳的改法：72 → 70\n294 ÷ ");
  bool until = false;
  for (const Json& remark : remarks)
    until = until || remark["text"].get<std::string>().find("应为“截至”") != std::string::npos;
  EXPECT_TRUE(until);
}

}  // namespace
}  // namespace nianbao
