// Documents and reports in a few lines of text, for tests of recognition.
#pragma once

#include <string>
#include <string_view>

#include "report/report.h"

namespace nianbao::testing {

// A line is a paragraph, "# " before it makes it a heading. Lines that begin with '|' are rows of a grid,
// their cells between bars; "规章 2x3" at the end of a cell: two rows, three columns. A line "[ragged]"
// before a grid: its rows may be shifted.
// "~" leaves a place out, "⏎" is a break inside a cell. An empty line parts two grids.
Document sketch(std::string_view text, Format format = Format::html);

// One line a row that is present: "new_requests 1 0 - _ ~ ? “待统计”": blank _, absent ~, unread ?, text in
// quotes. Then, where there are any: "altered", "extra", "unsplit", "unread".
std::string dump_table(const Report& report, TableId id);

// "1 title 一、总体情况", "5 wrong 五、…": one line a section in the order met, then repeated and extra ones.
std::string dump_sections(const Report& report);

// title, agency, kind, year, period, signature, published: one line each where known.
std::string dump_facts(const Report& report);

}  // namespace nianbao::testing
