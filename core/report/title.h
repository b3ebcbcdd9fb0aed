// The title of the report and what it says: agency, year.
#pragma once

#include <string>
#include <vector>

#include "prose/line.h"
#include "report/report.h"

namespace nianbao {

struct Title {
  std::u16string text;  // without white space and Markdown marks; empty when none was found
  Range range{};        // from its first line to its last; empty when it is not in the body
  bool from_hint = false;
  std::optional<int> year;
  std::u16string agency;  // empty when the title names none
  Range agency_range{};
};

// The title before `end` (the first section), else in <title> or file properties, else between 《》 in a
// covering letter. Several lines may make it. Cost: linear.
Title find_title(const Document& document, const std::vector<DocumentLine>& lines, std::uint32_t end);

// A title with the same words of another kind of report (预算, 工作总结, 指南), or nothing.
std::optional<Range> find_other_title(const Document& document, const std::vector<DocumentLine>& lines);

}  // namespace nianbao
