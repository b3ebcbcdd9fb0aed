// The completion for bash: which words may stand at the cursor, from the tables.
#include "cli/help.h"
#include "cli/option_table.h"
#include "rules/rule.h"

namespace nianbao {
namespace {

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (std::string_view word : words) out.append(out.empty() ? "" : " ").append(word);
  return out;
}

std::string rule_ids() {
  std::vector<std::string_view> ids;
  for (const RegisteredRule& rule : all_rules()) ids.push_back(rule.id);
  return joined(ids);
}

// "    PATTERN) WORDS ;;"
std::string line(const std::string& pattern, const std::string& what) {
  return "    " + pattern + ") " + what + " ;;\n";
}
std::string words(const std::string& list) { return "words='" + list + "'"; }

std::string options_by_command() {
  std::string out;
  for (const CommandKind& kind : command_kinds())
    out += line(std::string(kind.name), "options='" + joined(option_names(kind.command)) + "'");
  return out;
}

// What stands behind an option; bash itself completes files.
std::string values_of(const OptionKind& option) {
  const std::string behind = "*' " + std::string(option.name) + "'";
  const std::string pattern =
      option.short_name.empty() ? behind : behind + " | *' " + std::string(option.short_name) + "'";
  const std::string quiet = " 2>/dev/null; return";  // compopt, where the shell completes nothing just now
  if (option.value == Value::rule) return line(pattern, "words=$rules");
  if (option.value == Value::file) return line(pattern, "return");
  if (option.value == Value::folder) return line(pattern, "compopt -o dirnames +o default" + quiet);
  if (option.value == Value::none) return {};
  if (option.choices.empty()) return line(pattern, "compopt +o default" + quiet);
  std::string out;
  for (const CommandKind& kind : command_kinds())
    if (uses(option.commands, kind.command))
      out += line("'" + std::string(kind.name) + " " + std::string(option.name) + "'",
                  words(joined(choice_names(option, bit(kind.command)))));
  return out;
}

}  // namespace

std::string bash_completion() {
  const std::string commands = joined(command_names());
  std::string values;
  for (const OptionKind& option : option_kinds()) values += values_of(option);
  return R"sh(# nianbao 的命令补全，bash 4 以上：source <(nianbao completion bash)
_nianbao() {
  local command=${COMP_WORDS[1]} word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local words='' options='' rules=')sh" +
         rule_ids() + R"sh('
  COMPREPLY=()
  # --option=value is three words
  [[ $before == = ]] && before=${COMP_WORDS[COMP_CWORD - 2]}
  [[ $word == = ]] && word=''
  case $command in
)sh" + options_by_command() +
         R"sh(  esac
  ((COMP_CWORD == 1)) && command=''
  case "$command $before" in
)sh" + line("' '*", words(commands + " --help --version")) +
         values + line("'completion '*", words("bash")) + line("'help '*", words(commands)) +
         line("'rules '* | 'forms '*", "compopt +o default 2>/dev/null") +
         R"sh(  esac
  [[ $word == -* && -n $command ]] && words=$options
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o default -F _nianbao nianbao
)sh";
}

}  // namespace nianbao
