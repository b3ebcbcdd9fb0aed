#include "input/docx_symbols.h"

namespace nianbao {
namespace {

struct Symbol {
  std::string_view font;
  int code;
  char16_t character;
};

constexpr Symbol symbols[] = {
    {"Wingdings", 0x6C, u'●'},   {"Wingdings", 0x6E, u'■'},   {"Wingdings", 0x6F, u'□'},
    {"Wingdings", 0x71, u'□'},   {"Wingdings", 0x75, u'◆'},   {"Wingdings", 0x76, u'◆'},
    {"Wingdings", 0xA8, u'□'},   {"Wingdings", 0xD8, u'➢'},   {"Wingdings", 0xFB, u'✗'},
    {"Wingdings", 0xFC, u'✓'},   {"Wingdings", 0xFD, u'☒'},   {"Wingdings", 0xFE, u'☑'},
    {"Wingdings 2", 0x50, u'✓'}, {"Wingdings 2", 0x52, u'☑'}, {"Wingdings 2", 0x54, u'☒'},
    {"Wingdings 2", 0xA3, u'□'}, {"Symbol", 0xB4, u'×'},      {"Symbol", 0xB7, u'•'},
    {"Symbol", 0xB1, u'±'},      {"Symbol", 0xB8, u'÷'},      {"Symbol", 0xA3, u'≤'},
    {"Symbol", 0xB3, u'≥'},      {"Symbol", 0xB9, u'≠'},
};

int hexadecimal(std::string_view code) {
  int value = 0;
  for (char c : code.substr(0, 6)) {
    const int digit = c >= '0' && c <= '9'                     ? c - '0'
                      : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                               : -1;
    if (digit < 0) return 0;
    value = value * 16 + digit;
  }
  return value;
}

}  // namespace

std::u16string symbol_text(std::string_view font, std::string_view code) {
  int value = hexadecimal(code);
  const bool dingbats = font.substr(0, 9) == "Wingdings" || font == "Webdings";
  if (value >= 0xF000 && value <= 0xF0FF) value -= 0xF000;
  for (const Symbol& symbol : symbols)
    if (symbol.font == font && symbol.code == value) return std::u16string(1, symbol.character);
  const bool printable = value >= 0x20 && value < 0xFFFE && !(value >= 0x7F && value < 0xA0) &&
                         !(value >= 0xD800 && value < 0xF900);
  return std::u16string(1, printable && !dingbats ? static_cast<char16_t>(value) : u'□');
}

}  // namespace nianbao
