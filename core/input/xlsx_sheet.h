// One sheet of a workbook as values: what is printed in which cell, what is merged, what is hidden.
#pragma once

#include <string>
#include <vector>

#include "input/xlsx_styles.h"
#include "input/xml.h"

namespace nianbao {

struct XlsxCell {
  int row = 0, column = 0;    // 0-based, as the file counts
  int top = 0, left = 0;      // 0-based among the rows and columns that are shown
  int height = 1, width = 1;  // merged, in rows and columns that are shown
  std::u16string text;        // as printed, lines separated by '\n'
  std::u16string number;      // the number behind it where it is printed otherwise
  bool ruled = false;
  bool unknown = false;  // a formula without a stored result
  bool hidden = false;   // in hidden rows or columns, or below a merged cell
};

struct XlsxSheet {
  std::u16string name;
  std::vector<XlsxCell> cells;  // by row, then column
};

struct XlsxContext {
  std::vector<std::u16string> strings;  // shared by all sheets
  std::vector<SheetStyle> styles;
  bool from_1904 = false;
};

// Text of a shared or inline string: its runs, without phonetic hints.
std::u16string sheet_string(pugi::xml_node item);

// `root`: worksheet. Cost: n log n.
XlsxSheet read_xlsx_sheet(pugi::xml_node root, const XlsxContext& context);

}  // namespace nianbao
