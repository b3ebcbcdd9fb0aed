// A printed page in parts: headings, lines and tables; written as a web page that needs nothing else, or as a
// Word file.
#pragma once

#include <string>
#include <vector>

namespace nianbao {

struct SheetCell {
  std::u16string text;  // '\n' begins a new line
  int rows = 1, columns = 1;
  bool head = false;  // a label: bold
  bool left = false;  // long text; otherwise centred
};

// As in HTML: a row holds the cells that begin in it; places covered from above are left out.
struct SheetTable {
  std::vector<int> widths;  // of the columns, in thousandths of the page's width
  int head_rows = 0;        // repeated on every page
  std::vector<std::vector<SheetCell>> rows;
};

struct SheetBlock {
  enum Kind { title, heading, line, item, small, table } kind = line;
  std::u16string text;
  SheetTable cells{};  // of a table
};

struct Sheet {
  std::u16string title;       // of the file
  bool page_numbers = false;  // at the foot of every printed page
  std::vector<SheetBlock> blocks;

  void add(SheetBlock::Kind kind, std::u16string text) { blocks.push_back({kind, std::move(text)}); }
  void add(SheetTable table) { blocks.push_back({SheetBlock::table, {}, std::move(table)}); }
};

std::string sheet_html(const Sheet& sheet);  // UTF-8; no script, nothing from elsewhere; prints on A4
std::string sheet_docx(const Sheet& sheet);  // the same content gives the same bytes

}  // namespace nianbao
