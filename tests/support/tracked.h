// Tracked changes of ours in a file, all accepted or all rejected: on the XML, as an editor does it. Those of
// others stay.
#pragma once

#include <string>

#include "document/document.h"

namespace nianbao::testing {

std::string accepted(const std::string& bytes, Format format);  // docx, odt (packed or flat), html
std::string rejected(const std::string& bytes, Format format);

}  // namespace nianbao::testing
