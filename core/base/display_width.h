// How many columns of a terminal a character takes: 2 for East Asian wide and full-width characters, 0 for
// combining marks.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao {

// `ambiguous`: the width of characters that are narrow or wide by taste of the program that drew the text: “
// ” ‘ ’ — … · ①.
int display_width(char16_t c, int ambiguous = 1);
bool is_ambiguous_width(char16_t c);
int display_width(std::u16string_view text, int ambiguous = 1);

}  // namespace nianbao
