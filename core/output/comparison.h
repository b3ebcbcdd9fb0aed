// Last year's report side by side with this year's: the cells of both, and how much of the text stayed.
//
// The measure of unchanged text: the share of a section's characters (tables, white space and punctuation at
// the ends of sentences left out; full-width and half-width alike) that stand in sentences which last year's
// section of the same number has too, word for word and number for number. The report years themselves are
// read alike: "2024年" in the report of 2024 is "2023年" in that of 2023, so that a sentence whose year alone
// was moved on counts as unchanged.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "stages.h"

namespace nianbao {

struct SectionShare {
  int number = 0;
  std::size_t characters = 0, unchanged = 0;  // UTF-16 units of the folded text
  std::vector<Range> ranges;  // unchanged sentences in this year's text, adjoining ones joined
  int percent() const { return characters == 0 ? 0 : static_cast<int>(unchanged * 100 / characters); }
};

// The sections that both reports have text in. Cost: linear in both texts.
std::vector<SectionShare> unchanged_text(const Report& now, const Report& then);

// {"previous": {"agency", "year", "form", "title"}, "comparable", "reason" (when it is not),
//  "cells": {id: {"value", "text", "state", "difference"}}, "sections": [{"number", "characters",
//  "unchanged", "percent", "alike", "ranges"}]}.
// "alike" is the likeness in percent that history/narrative-copied judges by (rules/last_year.h).
// "cells" are last year's, in the order of its form; this year's stand in "report". "difference" is this
// year's number less last year's, where both are numbers: a blank is not taken for 0. Reports that are not
// comparable (another agency, not of the year before) are shown side by side all the same; nothing is held
// against them.
nlohmann::ordered_json comparison_json(const Report& now, const Report& then, Language language);

// The same for a terminal: one line a row that changed, one for the text.
Text comparison_text(const Report& now, const Report& then);

}  // namespace nianbao
