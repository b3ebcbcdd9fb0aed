// Text for XML and HTML, between tags and in double-quoted attributes.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

// & < > " as references; control characters, which XML 1.0 does not have, as spaces, but for tab and line
// end. UTF-8 in and out. Cost: linear.
std::string xml_escaped(std::string_view utf8);

}  // namespace nianbao
