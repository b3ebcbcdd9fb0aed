#include "cli/arguments.h"

#include <optional>

#include "base/nearest.h"
#include "cli/files.h"
#include "cli/option_table.h"

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

using Names = std::vector<std::string_view>;

std::string with_nearest(std::string what, std::string_view typed, const Names& known) {
  const std::string_view meant = nearest(typed, known);
  return meant.empty() ? what : what.append("，最接近的是 ").append(meant);
}

std::string called(Command command) { return "nianbao " + std::string(kind_of(command).name); }

std::string choices(const Names& names) {
  std::string out;
  for (std::string_view name : names) out.append(out.empty() ? "，可以是 " : "、").append(name);
  return out;
}

std::string read_option(Walk& walk, Arguments& out) {
  const std::string name = walk.word();
  if (name == "--") {
    walk.only_files();
    return {};
  }
  const OptionKind* option = find_option(name);
  const auto refused = [&](const std::string& what) {
    return with_nearest(what, name, option_names(out.command));
  };
  if (option == nullptr) return refused("没有 " + name + " 这个选项");
  if (!uses(option->commands, out.command))
    return refused(called(out.command) + " 不用 " + name + " 这个选项");
  const bool valued = option->value != Value::none;
  if (!valued && walk.has_value()) return name + " 后面不带内容";
  std::string value;
  if (valued && !walk.take_value(value)) return name + " 后面缺少内容";
  if (option->read(value, out)) return {};
  return name + " 不能是 " + value + choices(choice_names(*option, bit(out.command)));
}

bool is_json(OutputFormat format) { return format == OutputFormat::json || format == OutputFormat::jsonl; }

std::string wrong_with_check(const Arguments& args) {
  if (args.files.empty() && args.names.empty()) return "没有给出要检查的文件";
  if (args.options.with_text && !is_json(args.format)) return "--with-text 只用于 --format json 和 jsonl";
  if (args.options.with_ledger && !is_json(args.format) && args.format != OutputFormat::text)
    return "--ledger 只用于 --format text、json 和 jsonl";
  return {};
}

std::string wrong_with_desk(const Arguments& args) {
  if (args.files.size() != 1) return "要给出一个放年报的文件夹";
  if (args.roster.empty()) return "请用 --roster 给出单位名单";
  return args.output.empty() ? "请用 --out 说明写到哪个文件夹" : "";
}

std::string wrong_choice(const Arguments& args) {
  const bool chosen = args.correct.choice.certain || !args.correct.choice.accepted.empty();
  if (chosen && !args.corrections.empty()) return "--corrections 不能与 --certain、--accept 一起用";
  if (args.list && !args.output.empty()) return "--list 输出到标准输出，不用 -o";
  if (!args.list && !chosen && args.corrections.empty())
    return "请说明采纳哪些改法：--certain、--accept 规则 或 --corrections 清单";
  return {};
}

std::string wrong_with_copy(const Arguments& args) {
  if (args.previous.size() > 1) return "只能用一份上年年报";
  if (args.files.size() != 1) return "一次只处理一份文件";
  std::string wrong = args.command == Command::fix ? wrong_choice(args) : std::string();
  return wrong.empty() && args.output.empty() && !args.list ? "请用 -o 说明写到哪个文件" : wrong;
}

std::string wrong_with_verify(const Arguments& args) {
  if (args.previous.size() > 1) return "只能用一份上年年报";
  return args.files.size() == 2 ? "" : "要给出校核单和文件：nianbao verify 校核单 文件";
}

std::string wrong_with_help(const Arguments& args) {
  if (args.files.size() > 1) return "一次只说明一个命令";
  return args.files.empty() ? std::string() : unknown_command(args.files.front());
}

// What does not go together, or is missing.
std::string contradiction(const Arguments& args) {
  switch (args.command) {
    case Command::check: return wrong_with_check(args);
    case Command::desk: return wrong_with_desk(args);
    case Command::annotate:
    case Command::note:
    case Command::tables:
    case Command::strip:
    case Command::fix: return wrong_with_copy(args);
    case Command::verify: return wrong_with_verify(args);
    case Command::rules:
    case Command::forms: return args.files.empty() ? std::string() : called(args.command) + " 后面不带文件";
    case Command::completion:
      return args.files == Args{"bash"} ? "" : "要写明是哪种命令行，目前有 bash：nianbao completion bash";
    case Command::help: break;
  }
  return wrong_with_help(args);
}

std::string unknown_rule(const Arguments& args) {
  const std::vector<std::string> unknown = unknown_rules(args.options.rules);
  return unknown.empty() ? "" : "没有 " + unknown.front() + " 这条规则，用 nianbao rules 查看全部规则";
}

}  // namespace

std::string unknown_command(const std::string& name) {
  if (find_command(name) != nullptr) return {};
  return with_nearest("没有 " + name + " 这个命令", name, command_names());
}

Arguments parse_arguments(Command command, const Args& args) {
  Arguments out;
  out.command = command;
  for (Walk walk(args); walk.next();) {
    if (walk.is_option()) out.error = read_option(walk, out);
    else out.files.push_back(walk.word());
    if (out.help || !out.error.empty()) return out;
  }
  out.error = contradiction(out);
  if (out.error.empty()) out.error = unknown_rule(out);
  return out;
}

std::string refuses_output(const Arguments& args) {
  std::vector<std::string> inputs = args.previous;
  inputs.push_back(args.files.front());
  if (!args.dismissals.empty()) inputs.push_back(args.dismissals);
  return refuses_output(args.output, inputs, args.replace);
}

}  // namespace nianbao
