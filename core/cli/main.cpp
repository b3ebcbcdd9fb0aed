// The command line: files in, results out.
#include <unistd.h>

#include <iostream>
#include <new>

#include "cli/arguments.h"
#include "cli/check_command.h"
#include "cli/complaint.h"
#include "cli/copy_command.h"
#include "cli/desk_command.h"
#include "cli/fix_command.h"
#include "cli/product_command.h"
#include "output/to_text.h"

namespace nianbao {
namespace {

int rules_command(const std::vector<std::string>& words) {
  const ListArguments args =
      parse_list_arguments(words, {OutputFormat::text, OutputFormat::json, OutputFormat::markdown});
  if (!args.error.empty()) return usage_error(args.error);
  if (args.format == OutputFormat::text) std::cout << rules_text(args.language);
  else if (args.format == OutputFormat::markdown) std::cout << rules_markdown();
  else std::cout << describe_rules() << "\n";
  return exit_clean;
}

int forms_command(const std::vector<std::string>& words) {
  const ListArguments args = parse_list_arguments(words, {OutputFormat::text, OutputFormat::json});
  if (!args.error.empty()) return usage_error(args.error);
  if (args.format == OutputFormat::text) std::cout << forms_text(args.language);
  else std::cout << describe_forms() << "\n";
  return exit_clean;
}

int run(const std::vector<std::string>& args) {
  if (args.empty()) return usage_error("没有说要做什么");
  const std::vector<std::string> rest(args.begin() + 1, args.end());
  if (args[0] == "check") return check_command(rest);
  if (args[0] == "desk") return desk_command(rest);
  if (args[0] == "annotate") return annotate_command(rest);
  if (args[0] == "strip") return strip_command(rest);
  if (args[0] == "fix") return fix_command(rest);
  if (args[0] == "note") return note_command(rest);
  if (args[0] == "verify") return verify_command(rest);
  if (args[0] == "tables") return tables_command(rest);
  if (args[0] == "rules") return rules_command(rest);
  if (args[0] == "forms") return forms_command(rest);
  if (args[0] == "--version") {
    std::cout << "nianbao " << version << "\n";
    return exit_clean;
  }
  if (args[0] == "--help" || args[0] == "help") {
    std::cout << usage;
    return exit_clean;
  }
  return usage_error("没有 " + args[0] + " 这个命令");
}

}  // namespace
}  // namespace nianbao

int main(int argc, char** argv) {
  // Where memory runs out there is nothing left to say it with but what is here already.
  std::set_new_handler([] {
    constexpr char words[] = "nianbao: 内存不够，没有查完\n";
    if (write(STDERR_FILENO, words, sizeof words - 1) < 0) _exit(nianbao::exit_unread);
    _exit(nianbao::exit_unread);
  });
  const int status = nianbao::run({argv + 1, argv + argc});
  // A full disk behind standard output is found out here at the latest.
  return std::cout.flush() ? status : nianbao::complain("结果没有写完：标准输出写不进去");
}
