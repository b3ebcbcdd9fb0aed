// What kind of marked-up text the head of a file is: RTF, MIME, XML, HTML, or text without markup.
#pragma once

#include <string_view>

#include "input/reader.h"

namespace nianbao {

// `head`: the first bytes, in any encoding that keeps ASCII. HTML is told by the markup of a page or of a
// fragment, not by a stray '<' in running text. Cost: linear.
Kind sniff_markup(std::string_view head);

}  // namespace nianbao
