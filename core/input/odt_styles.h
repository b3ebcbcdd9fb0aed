// What the styles of an ODF document say that matters here: hidden text and the numbers of lists and headings.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>

#include "input/numbering_text.h"
#include "input/xml.h"

namespace nianbao {

class OdtStyles {
 public:
  // Any part with styles: styles.xml, content.xml, or a flat document; may be called for several.
  void read(pugi::xml_node root);
  bool hidden(std::string_view style) const { return hidden_.count(std::string(style)) != 0; }

  // The number of the next item of a list at a level (0-based), as printed. `outline`: headings that are in no list.
  std::u16string next(const std::string& list, int level);
  void restart(const std::string& list);
  static constexpr const char* outline = "\x01outline";

 private:
  struct Level {
    NumberFormat format = NumberFormat::none;
    std::u16string prefix, suffix, pattern;  // pattern: "%1%、", wins over the others
    int start = 1, shown_levels = 1;
  };
  using Levels = std::array<Level, 10>;
  void read_levels(pugi::xml_node list, Levels& levels);
  std::set<std::string> hidden_;
  std::map<std::string, Levels> lists_;
  std::map<std::string, std::array<int, 10>> counts_;
};

}  // namespace nianbao
