// pugixml as the readers of docx and odt use it: names without prefix, attributes by local name, text within budget.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

#include "base/result.h"

namespace nianbao {

std::string_view local_name(pugi::xml_node node);
// The first child, or attribute, of that local name; prefixes differ between writers and between transitional and strict files.
pugi::xml_node child(pugi::xml_node node, std::string_view name);
std::string_view attribute(pugi::xml_node node, std::string_view name);
int number_attribute(pugi::xml_node node, std::string_view name, int fallback);  // -10^6 to 10^6

// Entities of the document's own are not expanded and nothing outside is loaded. Errors: damaged, limit (nesting).
Result<bool> parse_xml(pugi::xml_document& out, std::string_view bytes);

}  // namespace nianbao
