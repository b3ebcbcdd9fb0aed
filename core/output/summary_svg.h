// How often each rule spoke over many reports, as a picture: one bar a rule, errors first.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "stages.h"

namespace nianbao {

struct RuleCount {
  int findings = 0;
  int reports = 0;  // with at least one of them
};

// A self-contained SVG of text and rectangles, without scripts, links or fonts of its own. `checked`: reports
// that were checked. Rules that never spoke are left out; an id that names no rule is, too.
std::string summary_svg(const std::map<std::string, RuleCount>& rules, int checked, Language language);

// The same from what the page keeps: {"checked", "rules": {id: [findings, reports]}}. Empty when it is no
// such object.
std::string summary_svg_from_json(std::string_view json, Language language);

}  // namespace nianbao
