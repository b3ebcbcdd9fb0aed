// Which elements CSS hides: inline styles, and style sheet rules with one simple selector (.a, #b, p.a).
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace nianbao {

// Whether a list of declarations holds "name:value", spaces and case aside; `declaration` in lower case
// without spaces.
bool has_declaration(std::string_view style, std::string_view declaration);

class HiddenStyles {
 public:
  void add_sheet(std::string_view css);
  bool hides(std::string_view tag, std::string_view classes, std::string_view id,
             std::string_view style) const;

 private:
  std::set<std::string, std::less<>> selectors_;
};

}  // namespace nianbao
