// Options as callers write them: JSON text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "stages.h"

namespace nianbao {

// {"name", "encoding", "year", "today", "language", "withText", "withLedger", "withCures", "withDigest",
// "disable": [ids], "severity": {id: "warning"}, "sourceFormat", "sourceBytes", "edits": [{"range",
// "text"}], "together": [digests], "chosenParent", "dismissals": see parse_dismissals()}. Unknown names and
// wrong values are errors in words, which tell the nearest name there is.
struct ParsedOptions {
  Options options;
  std::string error;  // empty when all is well
};
ParsedOptions parse_options(std::string_view json);
// The page's file: {"schema": "nianbao-dismissals-1", "dismissals": {key: {"rule", "reason", "message"}}}.
// Nothing when it is none.
std::optional<Dismissals> parse_dismissals(std::string_view json);
std::optional<Date> parse_date(std::string_view text);  // "2026-01-31"; nothing when there is no such day

}  // namespace nianbao
