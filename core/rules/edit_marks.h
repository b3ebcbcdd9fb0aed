// What an editor left in the file besides its text, by kind, for the rules that report each kind once.
#pragma once

#include <vector>

#include "report/report.h"
#include "rules/text_patterns.h"

namespace nianbao {

// Marks of the report with text of their own: in a web page only those inside the report, blank ones never.
std::vector<const Mark*> marks_with_text(const Report& report, MarkKind kind);

// The text of a mark: its detail, or what it covers.
std::u16string mark_text(const Document& document, const Mark& mark);

// The first `most` places of the marks; an empty range takes in the unit before it, so that it can be shown.
std::vector<Range> places_of(const Document& document, const std::vector<const Mark*>& marks,
                             std::size_t most = 50);

}  // namespace nianbao
