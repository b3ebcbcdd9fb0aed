#include "cli/command_line.h"

#include <iostream>

#include "cli/check_command.h"
#include "cli/complaint.h"
#include "cli/copy_command.h"
#include "cli/desk_command.h"
#include "cli/fix_command.h"
#include "cli/help.h"
#include "cli/input_bytes.h"
#include "cli/option_table.h"
#include "cli/product_command.h"
#include "output/describe.h"
#include "output/to_text.h"

namespace nianbao {
namespace {

int print(const std::string& text) {
  std::cout << text;
  return exit_clean;
}

int rules_command(const Arguments& args) {
  if (args.format == OutputFormat::text) return print(rules_text(args.options.language));
  return print(args.format == OutputFormat::markdown ? rules_markdown() : describe_rules() + "\n");
}

int forms_command(const Arguments& args) {
  if (args.format == OutputFormat::text) return print(forms_text(args.options.language));
  return print(describe_forms() + "\n");
}

int help_command(const Arguments& args) {
  return print(args.files.empty() ? help() : help(find_command(args.files.front())->command));
}

int run(Arguments& args) {
  switch (args.command) {
    case Command::check: return check_command(args);
    case Command::desk: return desk_command(args);
    case Command::annotate: return annotate_command(args);
    case Command::note: return note_command(args);
    case Command::tables: return tables_command(args);
    case Command::strip: return strip_command(args);
    case Command::fix: return fix_command(args);
    case Command::verify: return verify_command(args);
    case Command::rules: return rules_command(args);
    case Command::forms: return forms_command(args);
    case Command::completion: return print(bash_completion());
    case Command::help: break;
  }
  return help_command(args);
}

}  // namespace

int command_line(const std::vector<std::string>& args) {
  if (args.empty()) return usage_error("没有说要做什么");
  const std::string& first = args.front();
  if (first == "--version") return print("nianbao " + std::string(version) + "\n");
  if (first == "--help" || first == "-h") return print(help());
  const CommandKind* kind = find_command(first);
  if (kind == nullptr) return usage_error(unknown_command(first));
  Arguments given = parse_arguments(kind->command, {args.begin() + 1, args.end()});
  if (given.help) return print(help(kind->command));
  if (!given.error.empty()) return usage_error(given.error, kind->name);
  if (const std::string wrong = read_dismissals(given); !wrong.empty()) return complain(wrong);
  return run(given);
}

}  // namespace nianbao
