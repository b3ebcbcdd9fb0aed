// What word/styles.xml says that matters here: outline levels, numbering and hidden text, through the basedOn
// chain.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "input/xml.h"

namespace nianbao {

struct NumberingRef {
  std::string num;           // numId; "0" takes numbering away
  std::optional<int> level;  // 0-based; unset: the level that names the style
  std::string style;         // the style it came from; empty when from the paragraph itself
};

struct DocxStyle {
  std::optional<NumberingRef> numbering;
  std::optional<int> outline_level;  // 0 to 8; 9 is body text
  std::optional<bool> hidden;
};

NumberingRef numbering_ref(pugi::xml_node num_pr, std::string style);

class DocxStyles {
 public:
  void read(pugi::xml_node styles);
  // Everything inherited; an empty or unknown id gives the default paragraph style.
  const DocxStyle& paragraph(std::string_view id) const;
  const DocxStyle& character(std::string_view id) const;  // an empty or unknown id gives nothing

 private:
  std::map<std::string, DocxStyle, std::less<>> styles_;
  std::string default_paragraph_;
  DocxStyle none_;
};

}  // namespace nianbao
