// The three tables of a form as running text, in the layouts that text comes in: for tests of linear binding.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <utility>

#include "form/form.h"

namespace nianbao::testing {

struct PrintedTables {
  const Form* form = nullptr;
  std::function<std::u16string(CellRef)> value;  // the text of a cell; empty for a blank
  std::set<std::pair<TableId, int>> without_rows{};
  std::set<int> without_columns{};  // of 表三
  std::set<TableId> without_tables{};

  bool has(TableId table, int row) const {
    return without_tables.count(table) == 0 && without_rows.count({table, row}) == 0;
  }
};

enum class Printed {
  bars,          // one cell a line, ended by " |"
  led,           // one cell a line, led by a tab, rows apart by empty lines
  cell_lines,    // one cell a line, blanks as empty lines
  filled_lines,  // one cell a line, blanks not there
  pdf_lines,     // lines of a PDF: long labels broken, labels of groups upright, values in a line
  aligned,       // columns aligned with spaces, long labels broken around their values
};
constexpr Printed all_printed[] = {Printed::bars,         Printed::led,       Printed::cell_lines,
                                   Printed::filled_lines, Printed::pdf_lines, Printed::aligned};
const char* name(Printed layout);
bool keeps_blanks(Printed layout);

// A whole report: title, six sections, the tables in sections 二, 三 and 四. `page_break` stands between rows
// here and there.
std::u16string print(const PrintedTables& tables, Printed layout, std::u16string_view page_break = {});

}  // namespace nianbao::testing
