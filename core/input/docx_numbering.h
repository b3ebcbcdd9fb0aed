// Automatic numbering of a docx: word/numbering.xml applied to the paragraphs in order.
#pragma once

#include <map>
#include <set>
#include <string>

#include "input/docx_styles.h"
#include "input/list_counter.h"

namespace nianbao {

class DocxNumbering {
 public:
  void read(pugi::xml_node numbering, const DocxStyles& styles);
  // Counts one paragraph and gives the number before its text, gap included; empty for bullets and unknown
  // lists.
  std::u16string next(const NumberingRef& ref);

 private:
  struct Num {
    std::string list;  // abstractNumId
    ListLevels levels;
    std::map<int, int> start_at;  // level -> startOverride
    std::map<std::string, int> style_levels;
  };
  std::map<std::string, Num> nums_;
  std::map<std::string, ListCounter> counters_;      // by abstractNumId
  std::set<std::pair<std::string, int>> restarted_;  // (numId, level) whose override has been used
};

}  // namespace nianbao
