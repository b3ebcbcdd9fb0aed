// Characters of symbol fonts (w:sym) as Unicode.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

// `code`: hexadecimal, with or without the private-use offset F000. What is not known becomes □.
std::u16string symbol_text(std::string_view font, std::string_view code);

}  // namespace nianbao
