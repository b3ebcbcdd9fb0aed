#include "cli/arguments.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "cli/check_command.h"
#include "cli/complaint.h"
#include "cli/files.h"

namespace nianbao {
namespace {

using Args = std::vector<std::string>;

// Walks over the arguments; `value` is that of --option VALUE and --option=VALUE.
class Walk {
 public:
  explicit Walk(const Args& args) : args_(args) {}

  bool next() {
    if (at_ == args_.size()) return false;
    word_ = args_[at_++];
    value_.reset();
    const auto equals = word_.find('=');
    if (is_option() && equals != std::string::npos) {
      value_ = word_.substr(equals + 1);
      word_.resize(equals);
    }
    return true;
  }

  bool is_option() const { return !only_files_ && word_.size() > 1 && word_[0] == '-'; }
  const std::string& word() const { return word_; }
  bool has_value() const { return value_.has_value(); }
  void only_files() { only_files_ = true; }

  bool take_value(std::string& out) {
    if (!value_ && at_ < args_.size()) value_ = args_[at_++];
    if (value_) out = *value_;
    return value_.has_value();
  }

 private:
  const Args& args_;
  std::size_t at_ = 0;
  std::string word_;
  std::optional<std::string> value_;
  bool only_files_ = false;
};

std::string missing_value(const std::string& option) { return option + " 后面缺少内容"; }
std::string wrong_value(const std::string& option, const std::string& value) { return option + " 不能是 " + value; }

bool read_format(const std::string& name, OutputFormat& out) {
  if (name == "text") out = OutputFormat::text;
  else if (name == "json") out = OutputFormat::json;
  else if (name == "jsonl") out = OutputFormat::jsonl;
  else if (name == "sarif") out = OutputFormat::sarif;
  else if (name == "csv") out = OutputFormat::csv;
  else if (name == "cells") out = OutputFormat::cells;
  else if (name == "xlsx") out = OutputFormat::xlsx;
  else if (name == "svg") out = OutputFormat::svg;
  else if (name == "junit") out = OutputFormat::junit;
  else if (name == "markdown") out = OutputFormat::markdown;
  else return false;
  return true;
}

bool read_language(const std::string& name, Language& out) {
  out = name == "en" ? Language::english : Language::chinese;
  return name == "en" || name == "zh";
}

bool read_year(const std::string& text, int& out) {
  if (text.size() != 4 || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
  out = std::atoi(text.c_str());
  return out >= 2008 && out <= 2100;
}

bool read_jobs(const std::string& text, unsigned& out) {
  if (text.empty() || text.size() > 3 || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
  out = static_cast<unsigned>(std::atoi(text.c_str()));
  return out >= 1 && out <= 256;
}

bool read_severity(const std::string& text, Options& options) {
  const auto equals = text.find('=');
  if (equals == std::string::npos) return false;
  const std::string name = text.substr(equals + 1);
  for (Severity severity : {Severity::error, Severity::warning, Severity::notice}) {
    constexpr const char* names[] = {"error", "warning", "notice"};
    if (name != names[static_cast<int>(severity)]) continue;
    options.rules.push_back({text.substr(0, equals), severity});
    return true;
  }
  return false;
}

bool read_valued(const std::string& option, const std::string& value, CheckArguments& out) {
  if (option == "--format") return read_format(value, out.format) && out.format != OutputFormat::markdown;
  if (option == "--year") return read_year(value, out.options.year);
  if (option == "--today") return (out.options.today = parse_date(value)).has_value();
  if (option == "--lang") return read_language(value, out.options.language);
  if (option == "--severity") return read_severity(value, out.options);
  if (option == "--jobs") return read_jobs(value, out.jobs);
  if (option == "--previous") out.previous.push_back(value);
  if (option == "--names") out.names = value;
  if (option == "--parent") out.parent = value;
  if (option == "--disable") out.options.rules.push_back({value, std::nullopt});
  if (option == "--encoding") out.options.encoding = value;
  return true;
}

bool is_valued(const std::string& option) {
  constexpr const char* options[] = {"--format", "--year", "--today", "--lang", "--severity", "--previous", "--disable", "--encoding", "--names", "--jobs", "--parent"};
  return std::find(std::begin(options), std::end(options), option) != std::end(options);
}

std::string read_option(Walk& walk, CheckArguments& out) {
  const std::string option = walk.word();
  if (option == "--") {
    walk.only_files();
    return {};
  }
  if (option == "--with-text" || option == "--ledger" || option == "--together") {
    (option == "--ledger" ? out.options.with_ledger : option == "--together" ? out.together : out.options.with_text) = true;
    return walk.has_value() ? option + " 后面不带内容" : std::string();
  }
  if (!is_valued(option)) return "没有 " + option + " 这个选项";
  std::string value;
  if (!walk.take_value(value)) return missing_value(option);
  return read_valued(option, value, out) ? std::string() : wrong_value(option, value);
}

}  // namespace

const char* const usage =
    "用法：\n"
    "  nianbao check [选项] 文件…      检查年报；文件可以是文件夹或 zip，写 - 表示从标准输入读一份年报\n"
    "      --format 格式               text（默认）、json、jsonl、sarif、junit、csv（问题表）、cells、xlsx（单元格表）、svg（各规则问题数）\n"
    "      --previous 文件             上年年报，用于衔接核对；可以是文件夹或 zip；可重复，各年依次核对\n"
    "      --together                  各份之间也核对：不同单位是否雷同，政府年报是否等于下级之和\n"
    "      --parent 文件               汇总的那份年报：其余各份之和应当等于它（同时核对各份之间）\n"
    "      --names 文件                待查文件的名单，一行一个或以 NUL 分隔；写 - 从标准输入读\n"
    "      --jobs 数                   同时检查几份（默认与处理器核数相同）\n"
    "      --year 年份                 报告年度（默认从年报里读）\n"
    "      --today 年-月-日            今天的日期，用于判断是否逾期\n"
    "      --disable 规则              关闭一条规则，或一类（如 wording/*）；可重复\n"
    "      --severity 规则=级别        改变级别：error、warning、notice；可重复\n"
    "      --lang zh|en                输出语言\n"
    "      --encoding 名称             文本的编码（默认自动判断）\n"
    "      --with-text                 JSON 中附上读到的全文\n"
    "      --ledger                    附上正文数字台账：每个数对上了什么\n"
    "  nianbao annotate 文件 -o 副本    把问题批注在文件的副本里：docx 为批注，网页为标记，文本为单独的行\n"
    "      -o 的文件已经存在时，加 --force 才替换\n"
    "  nianbao strip 副本 -o 文件       去掉上面的批注，其余不动\n"
    "  nianbao note 文件 -o 校核单      校核单，.html 或 .docx；--dismissals 文件：页面上存下的忽略清单\n"
    "  nianbao verify 校核单 文件       校核单是不是这份文件的，重新检查结果是否相同\n"
    "  nianbao tables 文件 -o 表        三张统计表，.html、.docx、.json 或 .csv\n"
    "  nianbao rules [--format text|json|markdown] [--lang zh|en]   全部规则\n"
    "  nianbao forms [--format text|json] [--lang zh|en]            两套格式\n"
    "退出状态：0 没有错误；1 有错误；2 有文件没有读全，或用法不对。\n";

CheckArguments parse_check_arguments(const Args& args) {
  CheckArguments out;
  for (Walk walk(args); walk.next();) {
    if (!walk.is_option()) {
      out.files.push_back(walk.word());
      continue;
    }
    out.error = read_option(walk, out);
    if (!out.error.empty()) return out;
  }
  if (out.files.empty() && out.names.empty()) out.error = "没有给出要检查的文件";
  for (const std::string& id : unknown_rules(out.options.rules)) out.error = "没有 " + id + " 这条规则，用 nianbao rules 查看全部规则";
  return out;
}

OutputArguments parse_output_arguments(const Args& args) {
  OutputArguments out;
  Args rest;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const bool output = args[i] == "-o" || args[i] == "--output";
    if (args[i] == "--force") out.replace = true;
    else if (!output && args[i] != "--dismissals") rest.push_back(args[i]);
    else if (i + 1 < args.size()) (output ? out.output : out.dismissals) = args[++i];
  }
  out.check = parse_check_arguments(rest);
  if (!out.check.error.empty()) return out;
  if (out.check.files.size() != 1) out.check.error = "一次只处理一份文件";
  else if (out.output.empty()) out.check.error = "请用 -o 说明写到哪个文件";
  return out;
}

std::string refuses_output(const OutputArguments& args) {
  std::vector<std::string> inputs = args.check.previous;
  inputs.push_back(args.check.files.front());
  if (!args.dismissals.empty()) inputs.push_back(args.dismissals);
  return refuses_output(args.output, inputs, args.replace);
}

int usage_error(const std::string& what) {
  complain(what);
  std::cerr << usage;
  return exit_unread;
}

ListArguments parse_list_arguments(const Args& args) {
  ListArguments out;
  for (Walk walk(args); walk.next();) {
    std::string value;
    const std::string option = walk.word();
    if (option != "--format" && option != "--lang") out.error = "没有 " + option + " 这个选项";
    else if (!walk.take_value(value)) out.error = missing_value(option);
    else if (option == "--format" ? !read_format(value, out.format) : !read_language(value, out.language))
      out.error = wrong_value(option, value);
    if (!out.error.empty()) return out;
  }
  return out;
}

}  // namespace nianbao
