#include "note/note.h"

#include <gtest/gtest.h>

#include "base/sha256.h"
#include "base/unicode.h"
#include "check.h"
#include "input/reader.h"
#include "note/products.h"
#include "output/check_names.h"
#include "rules/rule.h"
#include "support/rule_case.h"

namespace nianbao {
namespace {

using tests::base_with;

std::string negative() {
  return base_with({{tests::EditKind::set_cell, "disclosure.licences.decisions", "-3"}});
}

Options named(const char* json = R"({"name": "年报.txt", "today": "2025-01-20"})") {
  return parse_options(json).options;
}

std::string made(const std::string& kind, const std::string& bytes, const Options& options) {
  const Product product = make_product({kind}, bytes, options, std::nullopt);
  EXPECT_EQ(to_utf8(product.refusal.zh), "");
  return product.bytes;
}

std::string text_of(const std::string& bytes) { return to_utf8(read(bytes, {}).value().text); }

// As the command line does it.
Verification verified(const std::string& note, const std::string& bytes,
                      const std::string& previous_sha256 = {}) {
  const NoteLine line = parse_note_line(read(note, {}).value().text);
  CheckedReading all;
  read_and_check(bytes, line.options(), std::nullopt, all);
  return verify_note(line, all, {sha256(bytes), bytes.size(), previous_sha256});
}

TEST(Sha256, AgreesWithTheStandardsExamples) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(CheckNote, SaysWhatWasCheckedAndWhatWasFound) {
  const std::string bytes = negative();
  for (const char* kind : {"note.html", "note.docx"}) {
    const std::string text = text_of(made(kind, bytes, named()));
    for (const std::string& part :
         {std::string("年报.txt（"),
          sha256(bytes),
          std::string("2025年1月20日"),
          std::string("有1处错误须改正（错误1处，疑似0处，提示0处）。"),
          std::string("年报体检 ") + std::string(version),
          std::string("表二“行政许可”行“本年处理决定数量”列填的是-3，件数和金额不会是负数。"),
          std::string("错误：数值为负"),
          std::string("位置：表二“行政许可”行“本年处理决定数量”列"),
          std::string("建议：核对原始台账"),
          std::string("处理：□ 已改正　□ 不是问题　□ 待核实　说明：＿"),
          std::string("校核人：＿"),
          std::string("附一　表格中逐条核对的关系"),
          std::string("附二　正文中核对过的数字"),
          std::string("附三　核对的规则"),
          std::string("数值不为负"),
          std::string("cells/negative"),
          std::string("发现1处"),
          std::string("表三“自然人”列一＋二＝三（七）＋四"),
          std::string("表四“行政复议”四种结果之和＝总计"),
          std::string("31件"),
          std::string("nianbao-note 1; sha256=")})
      EXPECT_NE(text.find(part), std::string::npos) << kind << " lacks " << part;
  }
}

TEST(CheckNote, TellsRulesByTheirTitlesAndIdsInTheAnnexOnly) {
  const std::string text = text_of(made("note.html", negative(), named(R"({"disable": ["dates/late"]})")));
  EXPECT_NE(text.find("“晚于法定期限” 关闭"), std::string::npos) << text;
  EXPECT_EQ(text.substr(0, text.find("附三")).find("cells/negative"), std::string::npos) << text;
}

TEST(CheckNote, EveryRuleHasANameForWhatItChecks) {
  for (const RegisteredRule& rule : all_rules()) {
    const auto name = check_name(rule.id);
    ASSERT_TRUE(name.has_value()) << rule.id;
    EXPECT_FALSE(name->zh.empty() || name->en.empty()) << rule.id;
    EXPECT_NE(name->zh, rule.rule.title.zh) << rule.id << " is named by its fault";
  }
}

TEST(CheckNote, NumbersItsPages) {
  EXPECT_NE(made("note.html", negative(), named()).find("counter(pages)"), std::string::npos);
  EXPECT_EQ(made("tables.html", negative(), named()).find("counter(pages)"), std::string::npos);
  EXPECT_NE(made("note.docx", negative(), named()).find("word/footer1.xml"), std::string::npos);
  EXPECT_EQ(made("tables.docx", negative(), named()).find("word/footer1.xml"), std::string::npos);
}

TEST(CheckNote, TheSameFileGivesTheSameBytes) {
  for (const char* kind : {"note.html", "note.docx"})
    EXPECT_EQ(made(kind, negative(), named()), made(kind, negative(), named()));
}

TEST(CheckNote, TellsDismissedFindingsWithTheirReason) {
  const std::string bytes = negative();
  Options options = named();
  CheckedReading all;
  read_and_check(bytes, options, std::nullopt, all);
  options.dismissals[all.checked->rules.findings.front().key] = u"冲减上年";
  const std::string text = text_of(made("note.html", bytes, options));
  EXPECT_NE(
      text.find(
          "1处已标为不是问题（其中错误1处），请复核理由（错误0处，疑似0处，提示0处；已标为不是问题1处）。"),
      std::string::npos)
      << text;
  EXPECT_NE(text.find("已标为不是问题\n错误：表二“行政许可”行"), std::string::npos);
  EXPECT_NE(text.find("理由：冲减上年"), std::string::npos);
  EXPECT_FALSE(parse_dismissals("{}").has_value());
}

TEST(CheckNote, IsHeldAgainstItsFile) {
  const std::string bytes = negative();
  for (const char* kind : {"note.html", "note.docx"}) {
    const std::string note = made(
        kind, bytes,
        named(
            R"({"name": "年报.txt", "today": "2025-02-05", "disable": ["wording/*"], "severity": {"dates/late": "notice"}})"));
    EXPECT_EQ(to_utf8(verified(note, bytes).words.zh), "是这份文件的校核单，重新检查结果相同。");
    EXPECT_EQ(verified(note, bytes + " ").verdict, Verdict::other_file);
    EXPECT_EQ(verified(note, bytes, std::string(64, 'a')).verdict, Verdict::other_previous);
  }
  std::string changed = made("note.html", bytes, named());
  const std::size_t result = changed.find(" result=") + 8;
  changed[result] = changed[result] == '0' ? '1' : '0';
  EXPECT_EQ(to_utf8(verified(changed, bytes).words.zh),
            "是这份文件的校核单，但重新检查结果不同，校核单可能改过。");
  changed.replace(changed.find("version=0"), 9, "version=9");
  EXPECT_EQ(verified(changed, bytes).verdict, Verdict::other_result);
  EXPECT_EQ(to_utf8(verified(bytes, bytes).words.zh), "这不是校核单：没有找到校验行。");
}

TEST(CheckNote, SaysThatNothingWasChecked) {
  const std::string text = text_of(made("note.html", "今天天气很好。\n", named()));
  EXPECT_NE(text.find("没有认出政府信息公开年报，没有检查。"), std::string::npos);
  EXPECT_NE(text.find("没有读全："), std::string::npos);
}

TEST(Products, RefuseWhatDoesNotExist) {
  EXPECT_EQ(to_utf8(make_product({"note.pdf"}, "x", {}, std::nullopt).refusal.zh),
            "没有“note.pdf”这种产物。");
  EXPECT_FALSE(make_product({"tables.html"}, "今天天气很好。", {}, std::nullopt).refusal.empty());
}

}  // namespace
}  // namespace nianbao
