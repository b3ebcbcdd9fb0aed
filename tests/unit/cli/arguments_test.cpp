#include "cli/arguments.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

TEST(CheckArguments, ReadsEveryOption) {
  const Arguments args =
      parse_arguments(Command::check, {"--format", "json", "--previous=last.docx", "--year", "2024", "--today", "2025-02-01", "--lang", "en",
                             "--encoding", "GBK", "--with-text", "--ledger", "--together", "--dismissals", "d.json", "a.txt", "-", "--", "--b.txt"});
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
  EXPECT_EQ(args.files, (std::vector<std::string>{"a.txt", "-", "--b.txt"}));
}

TEST(CheckArguments, SaysWhatIsWrong) {
  const auto error = [](std::vector<std::string> args) { return parse_arguments(Command::check, args).error; };
  EXPECT_EQ(error({}), "没有给出要检查的文件");
  EXPECT_EQ(error({"--colour", "a.txt"}), "没有 --colour 这个选项");
  EXPECT_EQ(error({"a.txt", "--year"}), "--year 后面缺少内容");
  EXPECT_EQ(error({"--year", "24", "a.txt"}), "--year 不能是 24");
  EXPECT_EQ(error({"--today", "2025-02-30", "a.txt"}), "--today 不能是 2025-02-30");
  EXPECT_EQ(error({"--format", "xml", "a.txt"}), "--format 不能是 xml");
  EXPECT_EQ(error({"--format", "markdown", "a.txt"}), "--format 不能是 markdown");
  EXPECT_EQ(error({"--with-text=yes", "a.txt"}), "--with-text 后面不带内容");
  EXPECT_EQ(error({"--severity", "cells/blank", "a.txt"}), "--severity 不能是 cells/blank");
}

TEST(DeskArguments, SayWhatIsMissing) {
  const auto error = [](std::vector<std::string> args) { return parse_arguments(Command::desk, args).error; };
  EXPECT_EQ(error({"f", "--roster", "n.txt", "--out", "o", "--parent", "p.txt", "--jobs", "2", "--force"}), "");
  EXPECT_EQ(error({"--roster", "n.txt", "--out", "o"}), "要给出一个放年报的文件夹");
  EXPECT_EQ(error({"f", "--out", "o"}), "请用 --roster 给出单位名单");
  EXPECT_EQ(error({"f", "--roster", "n.txt"}), "请用 --out 说明写到哪个文件夹");
  EXPECT_EQ(error({"f", "--format", "json"}), "nianbao desk 不用 --format 这个选项");
}

TEST(CheckArguments, UnknownRulesAreErrors) {
  EXPECT_EQ(parse_arguments(Command::check, {"--disable", "cells/no-such", "a.txt"}).error,
            "没有 cells/no-such 这条规则，用 nianbao rules 查看全部规则");
  EXPECT_EQ(parse_arguments(Command::check, {"--severity", "nothing/*=notice", "a.txt"}).error,
            "没有 nothing/* 这条规则，用 nianbao rules 查看全部规则");
}

// Every option, to every command that does not use it.
TEST(Arguments, WhatACommandDoesNotUseIsRefused) {
  const auto error = [](Command command, std::vector<std::string> option) {
    std::vector<std::string> args = command == Command::verify   ? std::vector<std::string>{"note.html", "a.txt"}
                                    : command == Command::check ? std::vector<std::string>{"a.txt"}
                                                                : std::vector<std::string>{"a.txt", "-o", "b.html"};
    args.insert(args.end(), option.begin(), option.end());
    return parse_arguments(command, args).error;
  };
  const std::pair<Command, std::string> commands[] = {{Command::check, "check"},   {Command::annotate, "annotate"},
                                                      {Command::note, "note"},     {Command::tables, "tables"},
                                                      {Command::strip, "strip"},   {Command::verify, "verify"}};
  struct {
    std::vector<std::string> option;
    std::string used_by;
  } options[] = {
      {{"--format", "json"}, "check"},
      {{"--together"}, "check"},
      {{"--parent", "p.txt"}, "check"},
      {{"--names", "n.txt"}, "check"},
      {{"--jobs", "2"}, "check"},
      {{"--with-text"}, ""},
      {{"--ledger"}, "check"},
      {{"--previous", "l.txt"}, "check annotate note verify"},
      {{"--today", "2025-01-20"}, "check annotate note"},
      {{"--disable", "wording/*"}, "check annotate note"},
      {{"--severity", "cells/blank=notice"}, "check annotate note"},
      {{"--dismissals", "d.json"}, "check annotate note"},
      {{"--year", "2024"}, "check annotate note tables"},
      {{"--encoding", "GBK"}, "check annotate note tables"},
      {{"--lang", "en"}, "check annotate strip verify"},
  };
  for (const auto& [command, name] : commands)
    for (const auto& [option, used_by] : options) {
      if (name == "check" && option[0] == "--with-text") continue;  // used, but with JSON alone
      const std::string refused = "nianbao " + name + " 不用 " + option[0] + " 这个选项";
      EXPECT_EQ(error(command, option), used_by.find(name) != std::string::npos ? "" : refused);
    }
  EXPECT_EQ(error(Command::check, {"-o", "b.txt"}), "nianbao check 不用 -o 这个选项");
  EXPECT_EQ(error(Command::check, {"--with-text"}), "--with-text 只用于 --format json 和 jsonl");
  EXPECT_EQ(error(Command::check, {"--ledger", "--format", "csv"}), "--ledger 只用于 --format text、json 和 jsonl");
  EXPECT_EQ(error(Command::check, {"--previous", "a", "--previous", "b"}), "");
  EXPECT_EQ(error(Command::note, {"--previous", "a", "--previous", "b"}), "只能用一份上年年报");
}

TEST(Arguments, ACommandThatMakesAFileNeedsOneAndItsName) {
  const auto error = [](Command command, std::vector<std::string> args) { return parse_arguments(command, args).error; };
  EXPECT_EQ(error(Command::note, {"a.txt", "b.txt", "-o", "c.html"}), "一次只处理一份文件");
  EXPECT_EQ(error(Command::note, {"a.txt"}), "请用 -o 说明写到哪个文件");
  EXPECT_EQ(refuses_output(parse_arguments(Command::annotate, {"a.txt", "-o", "a.txt"})), "不能写回原文件，请换一个文件名");
  EXPECT_EQ(error(Command::note, {"a.txt", "-o"}), "-o 后面缺少内容");
  EXPECT_EQ(error(Command::verify, {"a.txt"}), "要给出校核单和文件：nianbao verify 校核单 文件");
}

constexpr std::initializer_list<OutputFormat> formats = {OutputFormat::text, OutputFormat::json};

TEST(ListArguments, ReadsFormatAndLanguage) {
  EXPECT_EQ(parse_list_arguments({"--format", "sarif"}, formats).error, "--format 不能是 sarif");
  EXPECT_EQ(parse_list_arguments({"--format=json"}, formats).format, OutputFormat::json);
  EXPECT_EQ(parse_list_arguments({"--lang", "en"}, formats).language, Language::english);
  EXPECT_EQ(parse_list_arguments({"--format", "xml"}, formats).error, "--format 不能是 xml");
  EXPECT_EQ(parse_list_arguments({"x"}, formats).error, "没有 x 这个选项");
}

}  // namespace
}  // namespace nianbao
