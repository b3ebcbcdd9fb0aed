// What may be said on the command line, as tables: reading, help and completion follow from them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"

namespace nianbao {

// What stands behind an option, as far as a shell can complete it.
enum class Value {
  none,   // nothing: the option is there or not
  words,  // a date, a number, one of `choices`
  file,
  folder,
  rule,  // the id of a rule
};

struct OptionValue {
  std::string_view name;
  unsigned commands;  // bits of those that have it
  std::string_view remark;
};

struct OptionKind {
  std::string_view name;
  Value value;
  std::string_view value_name;                             // in the help
  unsigned commands;                                       // bits of those that use it; the others refuse it
  std::string_view help;                                   // empty: its choices
  bool (*read)(const std::string& value, Arguments& out);  // into its place; false: it cannot be that
  std::span<const OptionValue> choices = {};
  std::string_view short_name = {};
};
std::span<const OptionKind> option_kinds();
const OptionKind* find_option(std::string_view name);  // null where there is none

struct CommandKind {
  Command command;
  std::string_view name;
  std::string_view form;  // what follows the name
  std::string_view help;
};
std::span<const CommandKind> command_kinds();  // in the order of Command
const CommandKind& kind_of(Command command);
const CommandKind* find_command(std::string_view name);

constexpr unsigned every_command = ~0u;
constexpr unsigned bit(Command command) { return 1u << static_cast<unsigned>(command); }
constexpr bool uses(unsigned commands, Command command) { return (commands & bit(command)) != 0; }

// Names: of all commands; of the options that a command uses; of what an option may be with one of the
// commands.
std::vector<std::string_view> command_names();
std::vector<std::string_view> option_names(Command command);
std::vector<std::string_view> choice_names(const OptionKind& option, unsigned commands);

}  // namespace nianbao
