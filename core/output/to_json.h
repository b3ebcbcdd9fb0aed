// Results as the JSON of the contract. The only place, with its neighbours in output/, that turns UTF-16 into
// UTF-8.
#pragma once

#include <string>

#include "stages.h"

namespace nianbao {

// Where no report was found no rule was run and no cell is shown.
// Beyond the contract: a finding about sums of a table has "relations": [{"rule", "cells": [{"id", "sign"}],
// "left", "right"}], every sum that fails because of its cause. Cells left of the equals sign have sign 1,
// those right of it -1; blank cells count as 0. With options.with_cures: "cures": [{"id", "label", "certain",
// "corrections": [{"range", "old", "new"}]}], alternatives, best first.
std::string to_json(std::size_t bytes, const CheckedReading& all, const Options& options);

// What an error means and what to do, in the user's language.
Text problem_title(ErrorCode code);  // its heading, without a full stop
Text problem_text(const Error& error);
std::string_view error_code_name(ErrorCode code);
std::string_view state_name(CellState state);
std::string_view severity_name(Severity severity);
std::string_view format_name(Format format);
std::vector<Error> all_problems(const Reading& reading);  // of reading and recognition, or the one failure
int page_of(const Document& document, std::uint32_t offset);  // 0 where the format has no pages
std::string_view outcome_name(const Reading& reading);        // "checked", "partial", "unreadable"

// Line and column (1-based; the column in UTF-16 units) of offsets, found in one pass over the text.
class LineIndex {
 public:
  explicit LineIndex(std::u16string_view text);
  int line(std::uint32_t offset) const;
  int column(std::uint32_t offset) const;

 private:
  std::vector<std::uint32_t> starts_;
};

}  // namespace nianbao
