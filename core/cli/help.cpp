#include "cli/help.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/display_width.h"
#include "base/unicode.h"
#include "cli/option_table.h"

namespace nianbao {
namespace {

constexpr const char* statuses = "退出状态：0 没有错误；1 有错误；2 有文件没有读全，或用法不对。\n";

int width(const std::string& text) { return display_width(from_utf8(text)); }

using Rows = std::vector<std::pair<std::string, std::string>>;

// Two columns, the second where the longest of the first lets it begin.
std::string columns(const Rows& rows) {
  int widest = 0;
  for (const auto& [left, right] : rows) widest = std::max(widest, width(left));
  std::string out;
  for (const auto& [left, right] : rows)
    out += "  " + left + std::string(static_cast<std::size_t>(widest - width(left) + 2), ' ') + right + "\n";
  return out;
}

std::string synopsis(const CommandKind& kind) {
  return kind.form.empty() ? std::string(kind.name) : std::string(kind.name) + " " + std::string(kind.form);
}

std::string written(const OptionKind& option) {
  std::string out = option.short_name.empty() ? std::string() : std::string(option.short_name) + ", ";
  out += option.name;
  return option.value_name.empty() ? out : out.append(" ").append(option.value_name);
}

std::string listed_choices(const OptionKind& option, unsigned commands) {
  std::string out;
  for (const auto& [name, used_by, remark] : option.choices) {
    if ((used_by & commands) == 0) continue;
    out.append(out.empty() ? "" : "、").append(name);
    if (!remark.empty()) out.append("（").append(remark).append("）");
  }
  return out;
}

std::string explained(const OptionKind& option, unsigned commands) {
  return option.help.empty() ? listed_choices(option, commands) : std::string(option.help);
}

// 〔check desk〕; nothing where all commands use it.
std::string used_by(const OptionKind& option) {
  if (option.commands == every_command) return {};
  std::string out;
  for (const CommandKind& kind : command_kinds())
    if (uses(option.commands, kind.command)) out.append(out.empty() ? "〔" : " ").append(kind.name);
  return out + "〕";
}

}  // namespace

std::string help() {
  Rows commands, options;
  for (const CommandKind& kind : command_kinds()) commands.emplace_back(synopsis(kind), kind.help);
  for (const OptionKind& option : option_kinds())
    options.emplace_back(written(option), explained(option, every_command) + used_by(option));
  return "用法：nianbao 命令 [选项] 文件…\n\n命令（nianbao 命令 --help 只说这个命令）：\n" +
         columns(commands) + "\n选项，后面是用它的命令：\n" + columns(options) + "\n" + statuses;
}

std::string help(Command command) {
  const CommandKind& kind = kind_of(command);
  Rows options;
  for (const OptionKind& option : option_kinds())
    if (uses(option.commands, command))
      options.emplace_back(written(option), explained(option, bit(command)));
  return "用法：nianbao " + synopsis(kind) + "\n" + std::string(kind.help) + "\n\n选项：\n" +
         columns(options) + "\n" + statuses;
}

}  // namespace nianbao
