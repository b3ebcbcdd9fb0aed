#include "cli/arguments.h"

#include <gtest/gtest.h>

namespace nianbao {
namespace {

TEST(CheckArguments, ReadsEveryOption) {
  const CheckArguments args =
      parse_check_arguments({"--format", "json", "--previous=last.docx", "--year", "2024", "--today", "2025-02-01", "--lang", "en",
                             "--encoding", "GBK", "--with-text", "--ledger", "--together", "a.txt", "-", "--", "--b.txt"});
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
  const auto error = [](std::vector<std::string> args) { return parse_check_arguments(args).error; };
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

TEST(CheckArguments, UnknownRulesAreErrors) {
  EXPECT_EQ(parse_check_arguments({"--disable", "cells/no-such", "a.txt"}).error,
            "没有 cells/no-such 这条规则，用 nianbao rules 查看全部规则");
  EXPECT_EQ(parse_check_arguments({"--severity", "nothing/*=notice", "a.txt"}).error,
            "没有 nothing/* 这条规则，用 nianbao rules 查看全部规则");
}

TEST(ListArguments, ReadsFormatAndLanguage) {
  EXPECT_EQ(parse_list_arguments({"--format=json"}).format, OutputFormat::json);
  EXPECT_EQ(parse_list_arguments({"--lang", "en"}).language, Language::english);
  EXPECT_EQ(parse_list_arguments({"--format", "xml"}).error, "--format 不能是 xml");
  EXPECT_EQ(parse_list_arguments({"x"}).error, "没有 x 这个选项");
}

}  // namespace
}  // namespace nianbao
