// The sentence of the preface that says what the report consists of:
// "全文由总体情况、…、其他需要报告的事项六部分组成".
#pragma once

#include <optional>
#include <vector>

#include "rules/text_patterns.h"

namespace nianbao {

struct ContentsSentence {
  const Paragraph* paragraph = nullptr;  // lives as long as the prose it was found in
  TextSpan sentence;
  int stated = 0;               // "六部分"; 0: no number is given
  TextSpan number{};            // "六个部分"
  std::vector<TextSpan> names;  // empty: nothing is listed
  bool open = false;            // the list ends in 等
};

std::optional<ContentsSentence> find_contents_sentence(const Prose& prose);

}  // namespace nianbao
