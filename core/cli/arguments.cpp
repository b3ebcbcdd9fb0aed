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

bool read_severity(const std::string& text, std::vector<RuleChoice>& out) {
  const auto equals = text.find('=');
  if (equals == std::string::npos) return false;
  const std::string name = text.substr(equals + 1);
  for (Severity severity : {Severity::error, Severity::warning, Severity::notice}) {
    constexpr const char* names[] = {"error", "warning", "notice"};
    if (name != names[static_cast<int>(severity)]) continue;
    out.push_back({text.substr(0, equals), severity});
    return true;
  }
  return false;
}

// Which commands use an option, as bits; others refuse it.
constexpr unsigned bit(Command command) { return 1u << static_cast<unsigned>(command); }
constexpr unsigned check = bit(Command::check), annotate = bit(Command::annotate), note = bit(Command::note),
                   tables = bit(Command::tables), strip = bit(Command::strip), verify = bit(Command::verify),
                   fixing = bit(Command::fix), desk = bit(Command::desk), checking = check | annotate | note | fixing,
                   making = annotate | note | tables | strip | fixing;

struct OptionKind {
  const char* name;
  unsigned commands;
  bool valued;
  bool (*read)(const std::string& value, Arguments& out);  // false: a value that it cannot have
};

template <std::string Arguments::*member>
bool keep(const std::string& value, Arguments& out) {
  out.*member = value;
  return true;
}

constexpr OptionKind option_kinds[] = {
    {"--format", check, true,
     [](const std::string& v, Arguments& a) { return read_format(v, a.format) && a.format != OutputFormat::markdown; }},
    {"--previous", checking | verify, true,
     [](const std::string& v, Arguments& a) { return a.previous.push_back(v), true; }},
    {"--together", check, false, [](const std::string&, Arguments& a) { return a.together = true; }},
    {"--roster", desk, true, keep<&Arguments::roster>},
    {"--out", desk, true, keep<&Arguments::output>},
    {"--parent", check | desk, true, keep<&Arguments::parent>},
    {"--names", check, true, keep<&Arguments::names>},
    {"--jobs", check | desk, true, [](const std::string& v, Arguments& a) { return read_jobs(v, a.jobs); }},
    {"--year", checking | tables, true, [](const std::string& v, Arguments& a) { return read_year(v, a.options.year); }},
    {"--today", checking | desk, true,
     [](const std::string& v, Arguments& a) { return (a.options.today = parse_date(v)).has_value(); }},
    {"--disable", checking | desk, true,
     [](const std::string& v, Arguments& a) { return a.options.rules.push_back({v, std::nullopt}), true; }},
    {"--severity", checking | desk, true,
     [](const std::string& v, Arguments& a) { return read_severity(v, a.options.rules); }},
    {"--dismissals", checking | desk, true, keep<&Arguments::dismissals>},
    {"--lang", check | annotate | strip | verify | fixing, true,
     [](const std::string& v, Arguments& a) { return read_language(v, a.options.language); }},
    {"--encoding", checking | tables, true,
     [](const std::string& v, Arguments& a) { return a.options.encoding = v, true; }},
    {"--with-text", check, false, [](const std::string&, Arguments& a) { return a.options.with_text = true; }},
    {"--ledger", check, false, [](const std::string&, Arguments& a) { return a.options.with_ledger = true; }},
    {"--certain", fixing, false, [](const std::string&, Arguments& a) { return a.correct.choice.certain = true; }},
    {"--accept", fixing, true,
     [](const std::string& v, Arguments& a) { return a.correct.choice.accepted.push_back(v), true; }},
    {"--corrections", fixing, true, keep<&Arguments::corrections>},
    {"--plain", fixing, false, [](const std::string&, Arguments& a) { return a.correct.options.plain = true; }},
    {"--date", fixing, true,
     [](const std::string& v, Arguments& a) { return (a.correct.options.date = parse_date(v)).has_value(); }},
    {"--list", fixing, false, [](const std::string&, Arguments& a) { return a.list = true; }},
    {"-o", making, true, keep<&Arguments::output>},
    {"--output", making, true, keep<&Arguments::output>},
    {"--force", making | desk, false, [](const std::string&, Arguments& a) { return a.replace = true; }},
};

constexpr const char* command_names[] = {"check", "annotate", "note", "tables", "strip", "verify", "fix", "desk"};

std::string read_option(Walk& walk, Command command, Arguments& out) {
  const std::string name = walk.word();
  if (name == "--") {
    walk.only_files();
    return {};
  }
  const auto* option = std::find_if(std::begin(option_kinds), std::end(option_kinds),
                                    [&](const OptionKind& kind) { return kind.name == name; });
  if (option == std::end(option_kinds)) return "没有 " + name + " 这个选项";
  if ((option->commands & bit(command)) == 0)
    return std::string("nianbao ") + command_names[static_cast<int>(command)] + " 不用 " + name + " 这个选项";
  if (!option->valued && walk.has_value()) return name + " 后面不带内容";
  std::string value;
  if (option->valued && !walk.take_value(value)) return missing_value(name);
  return option->read(value, out) ? std::string() : wrong_value(name, value);
}

bool is_json(OutputFormat format) { return format == OutputFormat::json || format == OutputFormat::jsonl; }

// What does not go together, or is missing.
std::string contradiction(Command command, const Arguments& args) {
  if (command == Command::check) {
    if (args.files.empty() && args.names.empty()) return "没有给出要检查的文件";
    if (args.options.with_text && !is_json(args.format)) return "--with-text 只用于 --format json 和 jsonl";
    if (args.options.with_ledger && !is_json(args.format) && args.format != OutputFormat::text)
      return "--ledger 只用于 --format text、json 和 jsonl";
    return {};
  }
  if (command == Command::desk) {
    if (args.files.size() != 1) return "要给出一个放年报的文件夹";
    if (args.roster.empty()) return "请用 --roster 给出单位名单";
    return args.output.empty() ? "请用 --out 说明写到哪个文件夹" : "";
  }
  if (args.previous.size() > 1) return "只能用一份上年年报";
  if (command == Command::verify)
    return args.files.size() == 2 ? std::string() : "要给出校核单和文件：nianbao verify 校核单 文件";
  if (args.files.size() != 1) return "一次只处理一份文件";
  if (command == Command::fix) {
    const bool chosen = args.correct.choice.certain || !args.correct.choice.accepted.empty();
    if (chosen && !args.corrections.empty()) return "--corrections 不能与 --certain、--accept 一起用";
    if (args.list) return args.output.empty() ? std::string() : "--list 输出到标准输出，不用 -o";
    if (!chosen && args.corrections.empty()) return "请说明采纳哪些改法：--certain、--accept 规则 或 --corrections 清单";
  }
  if (args.output.empty()) return "请用 -o 说明写到哪个文件";
  return {};
}

}  // namespace

const char* const usage =
    "用法：\n"
    "  nianbao check [选项] 文件…      检查年报；文件可以是文件夹或 zip，写 - 表示从标准输入读一份年报\n"
    "      --format 格式               text（默认）、json、jsonl、sarif、junit、csv（问题表）、cells（单元格表）、xlsx（工作簿）、svg（各规则问题数）\n"
    "      --previous 文件             上年年报，用于衔接核对；可以是文件夹或 zip；可重复，各年依次核对\n"
    "      --together                  各份之间也核对：不同单位是否雷同，政府年报是否等于下级之和\n"
    "      --parent 文件               汇总的那份年报：其余各份之和应当等于它（同时核对各份之间）\n"
    "      --names 文件                待查文件的名单，一行一个或以 NUL 分隔；写 - 从标准输入读\n"
    "      --jobs 数                   同时检查几份（默认与处理器核数相同）\n"
    "      --year 年份                 报告年度（默认从年报里读）\n"
    "      --today 年-月-日            今天的日期，用于判断是否逾期\n"
    "      --disable 规则              关闭一条规则，或一类（如 wording/*）；可重复\n"
    "      --severity 规则=级别        改变级别：error、warning、notice；可重复\n"
    "      --dismissals 文件           页面上存下的忽略清单：其中的问题单独列出，不计入结论\n"
    "      --lang zh|en                输出语言\n"
    "      --encoding 名称             文本的编码（默认自动判断）\n"
    "      --with-text                 JSON 中附上读到的全文\n"
    "      --ledger                    附上正文数字台账：每个数对上了什么\n"
    "  nianbao desk 文件夹 --roster 名单 --out 文件夹    收齐了没有、各单位的问题、合计，一次做完\n"
    "      --roster 名单               应交年报的单位：.txt（一行一个）、.csv、.xlsx\n"
    "      --out 文件夹                写进工作簿、每个单位的校核单（zip）和合计表\n"
    "      --parent 文件               汇总的那份年报：逐格与合计核对\n"
    "      还可用 --today、--disable、--severity、--dismissals、--jobs、--force\n"
    "  nianbao annotate 文件 -o 副本    把问题批注在文件的副本里：docx 为批注，网页为标记，文本为单独的行\n"
    "  nianbao note 文件 -o 校核单      校核单，.html 或 .docx\n"
    "      两者可用 --previous（一份）、--year、--today、--disable、--severity、--dismissals、--encoding；annotate 还可用 --lang\n"
    "  nianbao strip 副本 -o 文件       去掉上面的批注，其余不动\n"
    "  nianbao fix 文件 -o 副本         改正写在文件的副本里：docx、odt 为修订，网页为 del、ins，文本直接改；其他格式给出清单（.docx）\n"
    "      --certain                   采纳全部确定的改法\n"
    "      --accept 规则[:序号]        采纳一条规则的改法；可重复\n"
    "      --corrections 清单          采纳清单里的改正（fix --list 输出的 JSON）\n"
    "      --plain                     直接改，不留修订标记\n"
    "      --date 年-月-日             修订的日期\n"
    "  nianbao fix --list 文件          列出全部改法，JSON\n"
    "  nianbao verify 校核单 文件       校核单是不是这份文件的，重新检查结果是否相同；可用 --previous\n"
    "  nianbao tables 文件 -o 表        三张统计表，.html、.docx、.json 或 .csv；可用 --year、--encoding\n"
    "  -o 的文件已经存在时，加 --force 才替换\n"
    "  nianbao rules [--format text|json|markdown] [--lang zh|en]   全部规则\n"
    "  nianbao forms [--format text|json] [--lang zh|en]            两套格式\n"
    "退出状态：0 没有错误；1 有错误；2 有文件没有读全，或用法不对。\n";

Arguments parse_arguments(Command command, const Args& args) {
  Arguments out;
  for (Walk walk(args); walk.next();) {
    if (!walk.is_option()) {
      out.files.push_back(walk.word());
      continue;
    }
    out.error = read_option(walk, command, out);
    if (!out.error.empty()) return out;
  }
  out.error = contradiction(command, out);
  for (const std::string& id : unknown_rules(out.options.rules))
    out.error = "没有 " + id + " 这条规则，用 nianbao rules 查看全部规则";
  return out;
}

std::string refuses_output(const Arguments& args) {
  std::vector<std::string> inputs = args.previous;
  inputs.push_back(args.files.front());
  if (!args.dismissals.empty()) inputs.push_back(args.dismissals);
  return refuses_output(args.output, inputs, args.replace);
}

int usage_error(const std::string& what) {
  complain(what);
  std::cerr << usage;
  return exit_unread;
}

ListArguments parse_list_arguments(const Args& args, std::initializer_list<OutputFormat> formats) {
  ListArguments out;
  const auto known = [&] { return std::find(formats.begin(), formats.end(), out.format) != formats.end(); };
  for (Walk walk(args); walk.next();) {
    std::string value;
    const std::string option = walk.word();
    if (option != "--format" && option != "--lang") out.error = "没有 " + option + " 这个选项";
    else if (!walk.take_value(value)) out.error = missing_value(option);
    else if (option == "--format" ? !read_format(value, out.format) || !known() : !read_language(value, out.language))
      out.error = wrong_value(option, value);
    if (!out.error.empty()) return out;
  }
  return out;
}

}  // namespace nianbao
