// What styles.xml and numbering.xml of a docx say: heading levels, hidden styles, automatic numbers.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "input/numbering_text.h"
#include "input/xml.h"

namespace nianbao {

struct DocxStyle {
  std::string based_on;
  int level = -1;      // outline level from 0; 9 is body text; -1: not said
  int list = -1;       // numId; -1: not said, 0: none
  int list_level = -1;
  int hidden = -1;     // 0 or 1; -1: not said
};

class DocxStyles {
 public:
  void read(pugi::xml_node styles);
  // With what it inherits; empty for an unknown name.
  DocxStyle find(std::string_view name) const;
  static void read_properties(pugi::xml_node paragraph_properties, DocxStyle& out);
  static int hidden_of(pugi::xml_node run_properties);  // 0, 1, or -1: not said

 private:
  std::map<std::string, DocxStyle, std::less<>> styles_;
  std::string default_;
};

class DocxNumbering {
 public:
  void read(pugi::xml_node numbering);
  // The number of the next paragraph of a list at a level, as printed; empty for none and for bullets.
  std::u16string next(int list, int level);

 private:
  struct Level {
    int start = 1;
    int restart_after = -1;  // level whose step restarts this one; -1: any higher
    NumberFormat format = NumberFormat::decimal;
    std::u16string text;     // "%1、"
  };
  struct List {
    int abstract = -1;
    std::map<int, int> starts;  // overrides by level
    bool started = false;
  };
  using Levels = std::array<Level, 9>;
  std::map<int, Levels> abstracts_;
  std::map<int, List> lists_;
  std::map<int, std::array<int, 9>> counts_;  // by abstract list, -1: not begun
};

}  // namespace nianbao
