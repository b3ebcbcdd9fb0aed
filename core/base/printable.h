// Text of strangers (names of files and of members of a zip) as it may go to a terminal, a list or a table.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

// UTF-8 in, valid UTF-8 out. What a terminal obeys and what turns the direction of the text around is spelled
// out: ESC is \u001B, the right-to-left override \u202E; bytes that are no UTF-8 become U+FFFD. All else
// stays. Cost: linear.
std::string printable(std::string_view utf8);

}  // namespace nianbao
