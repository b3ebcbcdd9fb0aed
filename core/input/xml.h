// pugixml as the readers of docx and odt use it: names without their namespace prefix (transitional and
// strict files, and the prefixes that programs choose, differ only there), walks without recursion, text
// within budget.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace nianbao {

std::string_view local_name(pugi::xml_node node);
bool is(pugi::xml_node node, std::string_view name);
// The first child, or attribute, of that local name; none or empty when there is none.
pugi::xml_node child(pugi::xml_node node, std::string_view name);
std::string_view attribute(pugi::xml_node node, std::string_view name);
int number_attribute(pugi::xml_node node, std::string_view name, int fallback);  // -10^6 to 10^6
bool is_on(pugi::xml_node node);  // <w:vanish/>; false for w:val="0", "false" and "off"

// Character data of the subtree, trimmed, '\n' between paragraphs; what leave_out(name) says is left out.
std::u16string all_text(pugi::xml_node root, bool (*leave_out)(std::string_view name) = nullptr);

enum class XmlSpace : std::uint8_t {
  around_text,
  everywhere
};  // white space that is kept; all of it for mixed content

// Entities of the document's own are not expanded and nothing outside is loaded. Errors: damaged (`out` holds
// what comes before the fault), limit (nesting: nothing is read; nodes: `out` holds what comes before).
Result<bool> parse_xml(pugi::xml_document& out, std::string_view bytes,
                       XmlSpace space = XmlSpace::around_text);

// Calls enter(node) for `top` and what is below it in document order, and leave(node) behind it where enter()
// said true.
template <typename Visitor>
void walk_xml(pugi::xml_node top, Visitor& visitor) {
  pugi::xml_node node = top;
  while (node) {
    const bool inside = visitor.enter(node);
    if (inside && node.first_child()) {
      node = node.first_child();
      continue;
    }
    if (inside) visitor.leave(node);
    while (node != top && !node.next_sibling()) {
      node = node.parent();
      visitor.leave(node);
    }
    if (node == top) return;
    node = node.next_sibling();
  }
}

}  // namespace nianbao
