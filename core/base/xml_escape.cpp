#include "base/xml_escape.h"

namespace nianbao {
namespace {

// U+FFFE and U+FFFF stand in no XML, not even as references.
bool begins_noncharacter(std::string_view utf8) {
  return utf8[0] == '\xEF' && (utf8.starts_with("\xEF\xBF\xBE") || utf8.starts_with("\xEF\xBF\xBF"));
}

}  // namespace

std::string xml_escaped(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const char c = utf8[i];
    if (begins_noncharacter(utf8.substr(i))) {
      out += "\xEF\xBF\xBD";
      i += 2;
      continue;
    }
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' ? ' ' : c;
    }
  }
  return out;
}

}  // namespace nianbao
