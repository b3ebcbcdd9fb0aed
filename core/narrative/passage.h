// The prose of a report as paragraphs: folded, without white space and Markdown marks, hard-wrapped lines joined, tables left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace nianbao::prose {

// One paragraph. source[i] is the offset in Document::text of the unit that folded unit i came from, ends[i] the offset
// behind it, so that every piece has its place in the document. One blank is kept between numbers that are not one number.
struct Passage {
  std::u16string text;
  std::vector<std::uint32_t> source, ends;
  int section = 0;       // 1 to 6, 0 for the preamble
  bool heading = false;  // （二）依申请公开情况: a line of its own that says what follows

  Range back(std::size_t begin, std::size_t end) const {
    if (end <= begin) return {source.empty() ? 0 : source[begin < source.size() ? begin : source.size() - 1], 0};
    return {source[begin], ends[end - 1]};
  }
};

// Preamble and sections 一, 五 and 六 whole; of 二 to 四 what reads as sentences outside the tables. In reading order.
// Cost: linear in the document.
std::vector<Passage> passages(const Report& report);

}  // namespace nianbao::prose
