#include "cli/complaint.h"

#include <iostream>

#include "base/printable.h"
#include "base/unicode.h"
#include "cli/check_command.h"

namespace nianbao {

std::string in_language(const Text& text, Language language) {
  return to_utf8(language == Language::english ? text.en : text.zh);
}

int complain(const std::string& what) {
  std::cerr << "nianbao: " << printable(what) << "\n";
  return exit_unread;
}

int usage_error(const std::string& what, std::string_view command) {
  complain(what);
  std::cerr << "用 nianbao " << command << (command.empty() ? "" : " ") << "--help 查看用法\n";
  return exit_unread;
}

}  // namespace nianbao
