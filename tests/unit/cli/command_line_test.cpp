// The program from its arguments to what it prints and how it ends: help, completion, what is refused.
#include "cli/command_line.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "cli/check_command.h"
#include "cli/help.h"
#include "cli/option_table.h"

namespace nianbao {
namespace {

struct Done {
  int status;
  std::string out, said;
};

Done run(const std::vector<std::string>& args) {
  ::testing::internal::CaptureStdout();
  ::testing::internal::CaptureStderr();
  Done done{command_line(args), {}, {}};
  done.said = ::testing::internal::GetCapturedStderr();
  done.out = ::testing::internal::GetCapturedStdout();
  return done;
}

TEST(Help, OfTheWholeIsPrintedInEveryWayOfAsking) {
  for (const std::vector<std::string>& asked : {std::vector<std::string>{"--help"}, {"-h"}, {"help"}}) {
    const Done done = run(asked);
    EXPECT_EQ(done.status, exit_clean);
    EXPECT_EQ(done.out, help());
    EXPECT_EQ(done.said, "");
  }
}

TEST(Help, OfACommandIsPrintedInEveryWayOfAsking) {
  for (const CommandKind& kind : command_kinds()) {
    const std::string name(kind.name);
    for (const std::vector<std::string>& asked :
         {std::vector<std::string>{name, "--help"}, {name, "-h"}, {"help", name}}) {
      const Done done = run(asked);
      EXPECT_EQ(done.status, exit_clean);
      EXPECT_EQ(done.out, help(kind.command));
      EXPECT_EQ(done.said, "");
    }
  }
}

TEST(Help, SaysWhatACommandUses) {
  EXPECT_EQ(help(Command::strip),
            "用法：nianbao strip 副本 -o 文件\n"
            "去掉 annotate 的批注，其余不动\n"
            "\n"
            "选项：\n"
            "  -o, --output 文件  写到哪个文件\n"
            "  --force            要写的文件已经存在时，替换它\n"
            "  --lang zh|en       输出语言\n"
            "  -h, --help         怎样使用\n"
            "\n"
            "退出状态：0 没有错误；1 有错误；2 有文件没有读全，或用法不对。\n");
  EXPECT_EQ(help(Command::rules),
            "用法：nianbao rules [选项]\n"
            "全部规则\n"
            "\n"
            "选项：\n"
            "  --format 格式  text（默认）、json、markdown\n"
            "  --lang zh|en   输出语言\n"
            "  -h, --help     怎样使用\n"
            "\n"
            "退出状态：0 没有错误；1 有错误；2 有文件没有读全，或用法不对。\n");
}

TEST(Help, OfTheWholeHasEveryCommandAndEveryOptionOnce) {
  const std::string text = help();
  const auto times = [&](const std::string& line) {
    int count = 0;
    for (auto at = text.find(line); at != std::string::npos; at = text.find(line, at + 1)) ++count;
    return count;
  };
  EXPECT_EQ(text.substr(0, text.find("\n\n")), "用法：nianbao 命令 [选项] 文件…");
  for (const CommandKind& kind : command_kinds())
    EXPECT_EQ(times("\n  " + std::string(kind.name) + " "), 1) << kind.name;
  for (const OptionKind& option : option_kinds()) {
    const std::string begin = option.short_name.empty() ? "" : std::string(option.short_name) + ", ";
    EXPECT_EQ(times("\n  " + begin + std::string(option.name) + " "), 1) << option.name;
  }
  EXPECT_EQ(times("  应交年报的单位：.txt（一行一个）、.csv、.xlsx〔desk〕\n"), 1);
  EXPECT_EQ(times("  怎样使用\n"), 2);  // the command, and the option that all commands have
}

TEST(CommandLine, SaysWhatIsWrongAndHowToAsk) {
  const auto refused = [](const std::vector<std::string>& args) {
    const Done done = run(args);
    EXPECT_EQ(done.status, exit_unread);
    EXPECT_EQ(done.out, "");
    return done.said;
  };
  EXPECT_EQ(refused({}), "nianbao: 没有说要做什么\n用 nianbao --help 查看用法\n");
  EXPECT_EQ(refused({"chek", "a.txt"}),
            "nianbao: 没有 chek 这个命令，最接近的是 check\n用 nianbao --help 查看用法\n");
  EXPECT_EQ(refused({"selftest"}), "nianbao: 没有 selftest 这个命令\n用 nianbao --help 查看用法\n");
  EXPECT_EQ(refused({"check", "--yaer", "2024", "a.txt"}),
            "nianbao: 没有 --yaer 这个选项，最接近的是 --year\n用 nianbao check --help 查看用法\n");
  EXPECT_EQ(
      refused({"tables", "a.txt", "-o", "b.pdf"}),
      "nianbao: 输出文件的名字要以 .html、.docx、.json、.csv 结尾\n用 nianbao tables --help 查看用法\n");
  EXPECT_EQ(refused({"note", "a.txt", "-o", "b.html", "--dismissals", "/no/such"}),
            "nianbao: 打不开忽略清单 /no/such\n");
}

TEST(CommandLine, NamesItsVersion) {
  const Done done = run({"--version"});
  EXPECT_EQ(done.status, exit_clean);
  EXPECT_EQ(done.out, "nianbao 0.2.0\n");
}

// What bash offers when the cursor stands behind the last of these words.
class Completion : public ::testing::Test {
 protected:
  void SetUp() override {
    script_ = std::filesystem::temp_directory_path() / ("nianbao-completion-" + std::to_string(getpid()));
    const Done done = run({"completion", "bash"});
    EXPECT_EQ(done.status, exit_clean);
    std::ofstream(script_) << done.out;
  }
  void TearDown() override { std::filesystem::remove(script_); }

  std::string offered(const std::string& words) const {
    const std::string command =
        "bash -c 'source " + script_.string() + " && COMP_WORDS=(" + words +
        ") && COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _nianbao; echo \"${COMPREPLY[*]}\"' 2>&1";
    FILE* const pipe = popen(command.c_str(), "r");
    std::string out;
    for (int c; (c = std::fgetc(pipe)) != EOF;) out.push_back(static_cast<char>(c));
    EXPECT_EQ(pclose(pipe), 0) << out;
    if (!out.empty()) out.pop_back();
    return out;
  }

  std::filesystem::path script_;
};

TEST_F(Completion, OffersCommands) {
  EXPECT_EQ(offered("nianbao \"\""),
            "check desk annotate note tables strip fix verify rules forms completion help --help --version");
  EXPECT_EQ(offered("nianbao f"), "fix forms");
  EXPECT_EQ(offered("nianbao --v"), "--version");
  EXPECT_EQ(offered("nianbao help de"), "desk");
  EXPECT_EQ(offered("nianbao completion \"\""), "bash");
}

TEST_F(Completion, OffersTheOptionsThatTheCommandUses) {
  EXPECT_EQ(offered("nianbao desk --"),
            "--roster --out --force --parent --jobs --today --disable --severity --dismissals --lang --help");
  EXPECT_EQ(offered("nianbao check a.txt --wi"), "--with-text");
  EXPECT_EQ(offered("nianbao strip --wi"), "");
  EXPECT_EQ(offered("nianbao check --today 2025-01-20 --ye"), "--year");
}

TEST_F(Completion, OffersTheValuesOfAnOption) {
  EXPECT_EQ(offered("nianbao check --format \"\""), "text json jsonl sarif csv cells xlsx svg junit");
  EXPECT_EQ(offered("nianbao rules --format \"\""), "text json markdown");
  EXPECT_EQ(offered("nianbao check --format = js"), "json jsonl");
  EXPECT_EQ(offered("nianbao check --lang ="), "zh en");
  EXPECT_EQ(offered("nianbao check --disable requests/bal"), "requests/balance");
  EXPECT_EQ(offered("nianbao fix a.txt --accept cells/bl"), "cells/blank");
}

// Names of files are bash's own: nothing is offered here, so that they are.
TEST_F(Completion, LeavesFilesToTheShell) {
  for (const char* words :
       {"nianbao check \"\"", "nianbao check --previous \"\"", "nianbao note a.txt -o \"\"",
        "nianbao check --year \"\"", "nianbao desk --out \"\"", "nianbao rules \"\""})
    EXPECT_EQ(offered(words), "") << words;
}

}  // namespace
}  // namespace nianbao
