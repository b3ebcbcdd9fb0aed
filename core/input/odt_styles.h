// What the styles of an ODF document say that matters here: hidden text and the numbers of lists and
// headings.
#pragma once

#include <map>
#include <set>
#include <string>

#include "input/list_counter.h"
#include "input/xml.h"

namespace nianbao {

class OdtStyles {
 public:
  // Any part with styles: styles.xml, content.xml, or a flat document; may be called for several.
  void read(pugi::xml_node root);
  bool hidden(std::string_view style) const;              // also through parent styles
  const ListLevels* list(std::string_view style) const;   // null for an unknown one
  const ListLevels& outline() const { return outline_; }  // of headings in no list

 private:
  struct Style {
    std::string parent;
    int hidden = -1;  // 0 or 1; -1: not said
  };
  std::map<std::string, Style, std::less<>> styles_;
  std::map<std::string, ListLevels, std::less<>> lists_;
  ListLevels outline_{};
};

}  // namespace nianbao
