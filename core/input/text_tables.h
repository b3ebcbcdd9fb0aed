// Tables drawn in plain text. Each function looks whether one begins at a line, and finds its end and its
// cells. None of them reads on without bound: calling them for every line of a text is linear in the text.
#pragma once

#include <optional>

#include "input/text_source.h"

namespace nianbao {

// Rows of cells separated by tabs, as spreadsheets copy them, cells in quotation marks included. Blank lines,
// page breaks and page numbers inside are stepped over; rows of dashes are noise. Rows keep their own number
// of cells (ragged).
std::optional<DrawnTable> tab_table(const TextSource& source, std::size_t line);

// Rows of cells separated by commas or semicolons, as spreadsheets save them: two rows at least with the same
// number of cells, three or more.
std::optional<DrawnTable> comma_table(const TextSource& source, std::size_t line, char16_t separator);

// A table as HTML inside a text: <table> with its rows, with or without <html><body> around it, on one line
// or on many. Only where nothing but tags stands beside it on its lines.
std::optional<DrawnTable> markup_table(const TextSource& source, std::size_t line);

// | a | b | with or without outer pipes; a delimiter row |---|:-:| or at least two rows with two filled
// cells.
std::optional<DrawnTable> pipe_table(const TextSource& source, std::size_t line);

// Lines of box-drawing characters, or of + - = |, with spans both ways and cells of several lines. `seen`:
// the end of the region looked at last, in which nothing is looked for again; begin with 0.
std::optional<DrawnTable> box_table(const TextSource& source, std::size_t line, std::size_t& seen);

// Columns under rules of dashes, as pandoc writes simple and multiline tables. `next_rule[i]` is the first
// line >= i that is such a rule, or the number of lines (rule_lines()).
std::vector<std::size_t> rule_lines(const TextSource& source);
std::optional<DrawnTable> dashed_table(const TextSource& source, const std::vector<std::size_t>& next_rule,
                                       std::size_t line, bool markdown);

}  // namespace nianbao
