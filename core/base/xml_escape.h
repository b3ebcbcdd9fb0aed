// Text for XML and HTML, between tags and in double-quoted attributes.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

// & < > " as references; what XML 1.0 does not have: control characters, but for tab and line end, as spaces,
// U+FFFE and U+FFFF as U+FFFD. UTF-8 in and out. Cost: linear.
std::string xml_escaped(std::string_view utf8);

}  // namespace nianbao
