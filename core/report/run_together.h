// Labels and numbers of a form that run together in one word: "85二、上年结转政府信息公开申请数量5".
#pragma once

#include <vector>

#include "document/document.h"

namespace nianbao {

struct RunPart {
  Range range{};
  bool label = false;  // a word of the form, with the number printed before it
};

// The parts of the word `range`, in order; empty unless the whole of it is words of the form and numbers
// between them. A digit before a label's own number belongs to the value: "12.其他法律行政法规禁止公开" is 1
// and "2.其他…". Cost: length times words.
std::vector<RunPart> parts_run_together(const Document& document, Range range);

}  // namespace nianbao
