#include "cli/option_table.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace nianbao {
namespace {

constexpr unsigned check = bit(Command::check), desk = bit(Command::desk), annotate = bit(Command::annotate),
                   note = bit(Command::note), tables = bit(Command::tables), strip = bit(Command::strip),
                   fix = bit(Command::fix), verify = bit(Command::verify), rules = bit(Command::rules),
                   forms = bit(Command::forms), checking = check | annotate | note | fix,
                   making = annotate | note | tables | strip | fix;

constexpr CommandKind commands[] = {
    {Command::check, "check", "[选项] 文件…",
     "检查年报；文件可以是文件夹或 zip，写 - 表示从标准输入读一份年报"},
    {Command::desk, "desk", "文件夹 --roster 名单 --out 文件夹", "收齐了没有、各单位的问题、合计，一次做完"},
    {Command::annotate, "annotate", "文件 -o 副本",
     "把问题批注在文件的副本里：docx 为批注，网页为标记，文本为单独的行"},
    {Command::note, "note", "文件 -o 校核单", "校核单，.html 或 .docx"},
    {Command::tables, "tables", "文件 -o 表", "三张统计表，.html、.docx、.json 或 .csv"},
    {Command::strip, "strip", "副本 -o 文件", "去掉 annotate 的批注，其余不动"},
    {Command::fix, "fix", "文件 -o 副本",
     "改正写在文件的副本里：docx、odt 为修订，网页为 del、ins，文本直接改；其他格式给出清单（.docx）"},
    {Command::verify, "verify", "校核单 文件", "校核单是不是这份文件的，重新检查结果是否相同"},
    {Command::rules, "rules", "[选项]", "全部规则"},
    {Command::forms, "forms", "[选项]", "两套格式"},
    {Command::completion, "completion", "bash",
     "命令补全的脚本，这样启用：source <(nianbao completion bash)"},
    {Command::help, "help", "[命令]", "怎样使用"},
};
constexpr bool in_order() {
  for (std::size_t i = 0; i < std::size(commands); ++i)
    if (static_cast<std::size_t>(commands[i].command) != i) return false;
  return std::size(commands) == static_cast<std::size_t>(Command::help) + 1;
}
static_assert(in_order());

// In the order of OutputFormat.
constexpr OptionValue formats[] = {
    {"text", check | rules | forms, "默认"},
    {"json", check | rules | forms, ""},
    {"jsonl", check, "一份一行"},
    {"sarif", check, ""},
    {"csv", check, "问题表"},
    {"cells", check, "单元格表"},
    {"xlsx", check, "工作簿"},
    {"svg", check, "各规则问题数"},
    {"junit", check, ""},
    {"markdown", rules, ""},
};
static_assert(std::size(formats) == static_cast<std::size_t>(OutputFormat::markdown) + 1);

// In the order of Language.
constexpr OptionValue languages[] = {{"zh", every_command, "默认"}, {"en", every_command, ""}};

// In the order of Severity.
constexpr std::string_view severities[] = {"error", "warning", "notice"};

template <typename Kind>
bool choose(std::span<const OptionValue> choices, const std::string& name, const Arguments& args, Kind& out) {
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (choices[i].name != name || !uses(choices[i].commands, args.command)) continue;
    out = static_cast<Kind>(i);
    return true;
  }
  return false;
}

bool read_format(const std::string& name, Arguments& out) { return choose(formats, name, out, out.format); }
bool read_language(const std::string& name, Arguments& out) {
  return choose(languages, name, out, out.options.language);
}

template <typename Number>
bool read_number(const std::string& text, Number least, Number most, Number& out) {
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, out);
  return error == std::errc() && stop == end && out >= least && out <= most;
}
bool read_year(const std::string& text, Arguments& out) {
  return read_number(text, 2008, 2100, out.options.year);
}
bool read_jobs(const std::string& text, Arguments& out) { return read_number(text, 1u, 256u, out.jobs); }

bool read_severity(const std::string& text, Arguments& out) {
  const auto equals = text.find('=');
  if (equals == std::string::npos) return false;
  const auto* found = std::find(std::begin(severities), std::end(severities), text.substr(equals + 1));
  if (found == std::end(severities)) return false;
  out.options.rules.push_back({text.substr(0, equals), static_cast<Severity>(found - severities)});
  return true;
}

template <std::string Arguments::*member>
bool keep(const std::string& value, Arguments& out) {
  out.*member = value;
  return true;
}
template <bool Arguments::*member>
bool set(const std::string&, Arguments& out) {
  return out.*member = true;
}

constexpr OptionKind options[] = {
    {"--format", Value::words, "格式", check | rules | forms, "", read_format, formats},
    {"--roster", Value::file, "名单", desk, "应交年报的单位：.txt（一行一个）、.csv、.xlsx",
     keep<&Arguments::roster>},
    {"--out", Value::folder, "文件夹", desk, "写进工作簿、每个单位的校核单（zip）和合计表",
     keep<&Arguments::output>},
    {"--output", Value::file, "文件", making, "写到哪个文件", keep<&Arguments::output>, {}, "-o"},
    {"--force", Value::none, "", making | desk, "要写的文件已经存在时，替换它", set<&Arguments::replace>},
    {"--previous", Value::file, "文件", checking | verify,
     "上年年报，用于衔接核对；check 也可用文件夹或 zip，可重复，各年依次核对",
     [](const std::string& v, Arguments& a) { return a.previous.push_back(v), true; }},
    {"--together", Value::none, "", check, "各份之间也核对：不同单位是否雷同，政府年报是否等于下级之和",
     set<&Arguments::together>},
    {"--parent", Value::file, "文件", check | desk,
     "汇总的那份年报：其余各份之和应当等于它（各份之间也核对）", keep<&Arguments::parent>},
    {"--names", Value::file, "文件", check, "待查文件的名单，一行一个或以 NUL 分隔；写 - 从标准输入读",
     keep<&Arguments::names>},
    {"--jobs", Value::words, "数", check | desk, "同时检查几份（默认与处理器核数相同）", read_jobs},
    {"--year", Value::words, "年份", checking | tables, "报告年度（默认从年报里读）", read_year},
    {"--today", Value::words, "年-月-日", checking | desk, "今天的日期，用于判断是否逾期",
     [](const std::string& v, Arguments& a) { return (a.options.today = parse_date(v)).has_value(); }},
    {"--disable", Value::rule, "规则", checking | desk, "关闭一条规则，或一类（如 wording/*）；可重复",
     [](const std::string& v, Arguments& a) {
       return a.options.rules.push_back({v, std::nullopt}), true;
     }},
    {"--severity", Value::words, "规则=级别", checking | desk, "改变级别：error、warning、notice；可重复",
     read_severity},
    {"--dismissals", Value::file, "文件", checking | desk,
     "页面上存下的忽略清单：其中的问题单独列出，不计入结论", keep<&Arguments::dismissals>},
    {"--lang", Value::words, "zh|en", check | desk | annotate | strip | verify | fix | rules | forms,
     "输出语言", read_language, languages},
    {"--encoding", Value::words, "名称", checking | tables, "文本的编码（默认自动判断）",
     [](const std::string& v, Arguments& a) { return a.options.encoding = v, true; }},
    {"--with-text", Value::none, "", check, "JSON 中附上读到的全文",
     [](const std::string&, Arguments& a) { return a.options.with_text = true; }},
    {"--ledger", Value::none, "", check, "附上正文数字台账：每个数对上了什么",
     [](const std::string&, Arguments& a) { return a.options.with_ledger = true; }},
    {"--list", Value::none, "", fix, "只列出全部改法，JSON", set<&Arguments::list>},
    {"--certain", Value::none, "", fix, "采纳全部确定的改法",
     [](const std::string&, Arguments& a) { return a.correct.choice.certain = true; }},
    {"--accept", Value::rule, "规则[:序号]", fix, "采纳一条规则的改法；可重复",
     [](const std::string& v, Arguments& a) { return a.correct.choice.accepted.push_back(v), true; }},
    {"--corrections", Value::file, "清单", fix, "采纳清单里的改正（fix --list 输出的 JSON）",
     keep<&Arguments::corrections>},
    {"--plain", Value::none, "", fix, "直接改，不留修订标记",
     [](const std::string&, Arguments& a) { return a.correct.options.plain = true; }},
    {"--date", Value::words, "年-月-日", fix, "修订的日期",
     [](const std::string& v, Arguments& a) { return (a.correct.options.date = parse_date(v)).has_value(); }},
    {"--help", Value::none, "", every_command, "怎样使用", set<&Arguments::help>, {}, "-h"},
};

}  // namespace

std::span<const OptionKind> option_kinds() { return options; }

const OptionKind* find_option(std::string_view name) {
  for (const OptionKind& option : options)
    if (name == option.name || (name == option.short_name && !name.empty())) return &option;
  return nullptr;
}

std::span<const CommandKind> command_kinds() { return commands; }

const CommandKind& kind_of(Command command) { return commands[static_cast<std::size_t>(command)]; }

const CommandKind* find_command(std::string_view name) {
  for (const CommandKind& kind : commands)
    if (name == kind.name) return &kind;
  return nullptr;
}

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> out;
  for (const CommandKind& kind : commands) out.push_back(kind.name);
  return out;
}

std::vector<std::string_view> option_names(Command command) {
  std::vector<std::string_view> out;
  for (const OptionKind& option : options)
    if (uses(option.commands, command)) out.push_back(option.name);
  return out;
}

std::vector<std::string_view> choice_names(const OptionKind& option, unsigned commands) {
  std::vector<std::string_view> out;
  for (const OptionValue& choice : option.choices)
    if ((choice.commands & commands) != 0) out.push_back(choice.name);
  return out;
}

}  // namespace nianbao
