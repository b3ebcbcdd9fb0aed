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

}  // namespace nianbao
