// The same slip in several places is one finding: hits gathered by what they say, in the order met.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/text_patterns.h"

namespace nianbao {

struct Group {
  std::u16string key;
  std::vector<Range> places;  // the first limits::findings_per_rule
  Text context;               // the clause of the first place, in quotation marks
  int count = 0;              // of all places
};

class Groups {
 public:
  explicit Groups(const Document& document) : document_(document) {}
  // Of very many different keys those behind the limit of findings are dropped; Findings says so.
  void add(std::u16string_view key, const Paragraph& paragraph, TextSpan span);
  const std::vector<Group>& all() const { return groups_; }

 private:
  const Document& document_;
  std::vector<Group> groups_;
};

// "" for one place, "（共3处）" for more.
Text count_note(const Group& group);

}  // namespace nianbao
