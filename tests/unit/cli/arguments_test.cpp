#include "cli/arguments.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "cli/option_table.h"

namespace nianbao {
namespace {

std::string error(Command command, const std::vector<std::string>& args) {
  return parse_arguments(command, args).error;
}

TEST(CheckArguments, ReadsEveryOption) {
  const std::vector<std::string> words = {"--format",
                                          "json",
                                          "--previous=last.docx",
                                          "--year",
                                          "2024",
                                          "--today",
                                          "2025-02-01",
                                          "--lang",
                                          "en",
                                          "--encoding",
                                          "GBK",
                                          "--with-text",
                                          "--ledger",
                                          "--together",
                                          "--dismissals",
                                          "d.json",
                                          "--jobs",
                                          "2",
                                          "--severity",
                                          "cells/blank=notice",
                                          "--disable",
                                          "wording/*",
                                          "a.txt",
                                          "-",
                                          "--",
                                          "--b.txt"};
  const Arguments args = parse_arguments(Command::check, words);
  EXPECT_EQ(args.error, "");
  EXPECT_EQ(args.format, OutputFormat::json);
  EXPECT_EQ(args.previous, std::vector<std::string>{"last.docx"});
  EXPECT_EQ(args.options.year, 2024);
  EXPECT_EQ(args.options.today->month, 2);
  EXPECT_EQ(args.options.language, Language::english);
  EXPECT_EQ(args.options.encoding, "GBK");
  EXPECT_TRUE(args.options.with_text);
  EXPECT_TRUE(args.options.with_ledger);
  EXPECT_TRUE(args.together);
  EXPECT_EQ(args.dismissals, "d.json");
  EXPECT_EQ(args.jobs, 2u);
  ASSERT_EQ(args.options.rules.size(), 2u);
  EXPECT_EQ(args.options.rules[0].severity, Severity::notice);
  EXPECT_EQ(args.options.rules[1].severity, std::nullopt);
  EXPECT_EQ(args.files, (std::vector<std::string>{"a.txt", "-", "--b.txt"}));
}

TEST(CheckArguments, SaysWhatIsWrong) {
  const auto wrong = [](const std::vector<std::string>& args) { return error(Command::check, args); };
  EXPECT_EQ(wrong({}), "没有给出要检查的文件");
  EXPECT_EQ(wrong({"a.txt", "--year"}), "--year 后面缺少内容");
  EXPECT_EQ(wrong({"--year", "24", "a.txt"}), "--year 不能是 24");
  EXPECT_EQ(wrong({"--year", "2024x", "a.txt"}), "--year 不能是 2024x");
  EXPECT_EQ(wrong({"--jobs", "-1", "a.txt"}), "--jobs 不能是 -1");
  EXPECT_EQ(wrong({"--today", "2025-02-30", "a.txt"}), "--today 不能是 2025-02-30");
  EXPECT_EQ(wrong({"--format", "markdown", "a.txt"}),
            "--format 不能是 markdown，可以是 text、json、jsonl、sarif、csv、cells、xlsx、svg、junit");
  EXPECT_EQ(wrong({"--lang=fr", "a.txt"}), "--lang 不能是 fr，可以是 zh、en");
  EXPECT_EQ(wrong({"--with-text=yes", "a.txt"}), "--with-text 后面不带内容");
  EXPECT_EQ(wrong({"--severity", "cells/blank", "a.txt"}), "--severity 不能是 cells/blank");
  EXPECT_EQ(wrong({"--severity", "cells/blank=low", "a.txt"}), "--severity 不能是 cells/blank=low");
  EXPECT_EQ(wrong({"--with-text", "a.txt"}), "--with-text 只用于 --format json 和 jsonl");
  EXPECT_EQ(wrong({"--ledger", "--format", "csv", "a.txt"}), "--ledger 只用于 --format text、json 和 jsonl");
  EXPECT_EQ(wrong({"--previous", "a", "--previous", "b", "c.txt"}), "");
}

TEST(DeskArguments, SayWhatIsMissing) {
  const auto wrong = [](const std::vector<std::string>& args) { return error(Command::desk, args); };
  EXPECT_EQ(wrong({"f", "--roster", "n", "--out", "o", "--parent", "p.txt", "--jobs", "2", "--force"}), "");
  EXPECT_EQ(wrong({"--roster", "n.txt", "--out", "o"}), "要给出一个放年报的文件夹");
  EXPECT_EQ(wrong({"f", "--out", "o"}), "请用 --roster 给出单位名单");
  EXPECT_EQ(wrong({"f", "--roster", "n.txt"}), "请用 --out 说明写到哪个文件夹");
}

TEST(CheckArguments, UnknownRulesAreErrors) {
  EXPECT_EQ(error(Command::check, {"--disable", "cells/no-such", "a.txt"}),
            "没有 cells/no-such 这条规则，用 nianbao rules 查看全部规则");
  EXPECT_EQ(error(Command::check, {"--severity", "nothing/*=notice", "a.txt"}),
            "没有 nothing/* 这条规则，用 nianbao rules 查看全部规则");
}

TEST(Arguments, AnUnknownOptionIsRefusedWithTheNearestThatTheCommandUses) {
  EXPECT_EQ(error(Command::check, {"--colour", "a.txt"}), "没有 --colour 这个选项");
  EXPECT_EQ(error(Command::check, {"--yaer=2024", "a.txt"}), "没有 --yaer 这个选项，最接近的是 --year");
  EXPECT_EQ(error(Command::check, {"--prev", "a.txt"}), "没有 --prev 这个选项，最接近的是 --previous");
  EXPECT_EQ(error(Command::check, {"--rooster", "a.txt"}), "没有 --rooster 这个选项");
  EXPECT_EQ(error(Command::desk, {"--rooster", "n.txt"}), "没有 --rooster 这个选项，最接近的是 --roster");
  EXPECT_EQ(error(Command::desk, {"f", "--output", "o"}),
            "nianbao desk 不用 --output 这个选项，最接近的是 --out");
  EXPECT_EQ(error(Command::rules, {"--formats", "json"}), "没有 --formats 这个选项，最接近的是 --format");
  EXPECT_EQ(error(Command::check, {"-x", "a.txt"}), "没有 -x 这个选项");
}

// Every option, to every command: what uses it is written down here once more.
TEST(Arguments, WhatACommandDoesNotUseIsRefused) {
  const std::pair<std::vector<std::string>, std::string> options[] = {
      {{"--format", "json"}, "check rules forms"},
      {{"--roster", "n.txt"}, "desk"},
      {{"--out", "o"}, "desk"},
      {{"--output", "b.html"}, "annotate note tables strip fix"},
      {{"-o", "b.html"}, "annotate note tables strip fix"},
      {{"--force"}, "desk annotate note tables strip fix"},
      {{"--previous", "l.txt"}, "check annotate note fix verify"},
      {{"--together"}, "check"},
      {{"--parent", "p.txt"}, "check desk"},
      {{"--names", "n.txt"}, "check"},
      {{"--jobs", "2"}, "check desk"},
      {{"--year", "2024"}, "check annotate note tables fix"},
      {{"--today", "2025-01-20"}, "check desk annotate note fix"},
      {{"--disable", "wording/*"}, "check desk annotate note fix"},
      {{"--severity", "cells/blank=notice"}, "check desk annotate note fix"},
      {{"--dismissals", "d.json"}, "check desk annotate note fix"},
      {{"--lang", "en"}, "check desk annotate strip fix verify rules forms"},
      {{"--encoding", "GBK"}, "check annotate note tables fix"},
      {{"--with-text"}, "check"},
      {{"--ledger"}, "check"},
      {{"--list"}, "fix"},
      {{"--certain"}, "fix"},
      {{"--accept", "cells/blank"}, "fix"},
      {{"--corrections", "c.json"}, "fix"},
      {{"--plain"}, "fix"},
      {{"--date", "2025-01-20"}, "fix"},
      {{"--help"}, "check desk annotate note tables strip fix verify rules forms completion help"},
      {{"-h"}, "check desk annotate note tables strip fix verify rules forms completion help"},
  };
  for (const OptionKind& kind : option_kinds())
    EXPECT_TRUE(std::any_of(std::begin(options), std::end(options), [&](const auto& one) {
      return one.first.front() == kind.name;
    })) << kind.name;
  for (const auto& [option, used_by] : options)
    for (const CommandKind& kind : command_kinds()) {
      const std::string name(kind.name);
      const bool used = (" " + used_by + " ").find(" " + name + " ") != std::string::npos;
      const std::string refused = "nianbao " + name + " 不用 " + option[0] + " 这个选项";
      EXPECT_EQ(error(kind.command, option).starts_with(refused), !used) << name << option[0];
    }
}

TEST(Arguments, ACommandThatMakesAFileNeedsOneAndItsName) {
  EXPECT_EQ(error(Command::note, {"a.txt", "b.txt", "-o", "c.html"}), "一次只处理一份文件");
  EXPECT_EQ(error(Command::note, {"a.txt"}), "请用 -o 说明写到哪个文件");
  EXPECT_EQ(refuses_output(parse_arguments(Command::annotate, {"a.txt", "-o", "a.txt"})),
            "不能写回原文件，请换一个文件名");
  EXPECT_EQ(error(Command::note, {"a.txt", "-o"}), "-o 后面缺少内容");
  EXPECT_EQ(error(Command::note, {"a.txt", "-o", "b.html", "--previous", "a", "--previous", "b"}),
            "只能用一份上年年报");
  EXPECT_EQ(error(Command::verify, {"a.txt"}), "要给出校核单和文件：nianbao verify 校核单 文件");
}

TEST(FixArguments, SayWhichCuresAreTaken) {
  const auto wrong = [](const std::vector<std::string>& args) { return error(Command::fix, args); };
  EXPECT_EQ(wrong({}), "一次只处理一份文件");
  EXPECT_EQ(wrong({"a.txt", "-o", "b.txt"}),
            "请说明采纳哪些改法：--certain、--accept 规则 或 --corrections 清单");
  EXPECT_EQ(wrong({"a.txt", "--certain"}), "请用 -o 说明写到哪个文件");
  EXPECT_EQ(wrong({"a.txt", "--certain", "-o", "b.txt"}), "");
  EXPECT_EQ(wrong({"a.txt", "--certain", "--corrections", "c.json", "-o", "b.txt"}),
            "--corrections 不能与 --certain、--accept 一起用");
  EXPECT_EQ(wrong({"a.txt", "--list"}), "");
  EXPECT_EQ(wrong({"a.txt", "--list", "-o", "b.txt"}), "--list 输出到标准输出，不用 -o");
}

TEST(ListArguments, ReadFormatAndLanguage) {
  EXPECT_EQ(parse_arguments(Command::rules, {"--format=json"}).format, OutputFormat::json);
  EXPECT_EQ(parse_arguments(Command::rules, {"--format", "markdown"}).format, OutputFormat::markdown);
  EXPECT_EQ(parse_arguments(Command::forms, {"--lang", "en"}).options.language, Language::english);
  EXPECT_EQ(error(Command::forms, {"--format", "sarif"}), "--format 不能是 sarif，可以是 text、json");
  EXPECT_EQ(error(Command::rules, {"x"}), "nianbao rules 后面不带文件");
}

TEST(Arguments, HelpIsAnsweredWhateverElseIsMissing) {
  for (const CommandKind& kind : command_kinds())
    for (const char* option : {"--help", "-h"}) {
      const Arguments args = parse_arguments(kind.command, {option});
      EXPECT_TRUE(args.help) << kind.name;
      EXPECT_EQ(args.error, "") << kind.name;
    }
  EXPECT_TRUE(parse_arguments(Command::check, {"a.txt", "--help", "--colour"}).help);
  EXPECT_FALSE(parse_arguments(Command::check, {"--", "--help"}).help);
  EXPECT_EQ(error(Command::help, {"chek"}), "没有 chek 这个命令，最接近的是 check");
  EXPECT_EQ(error(Command::help, {"check", "desk"}), "一次只说明一个命令");
  EXPECT_EQ(error(Command::completion, {}), "要写明是哪种命令行，目前有 bash：nianbao completion bash");
}

}  // namespace
}  // namespace nianbao
