// Plain text as lines, and the Document under construction beside it.
//
// The document keeps the text as it stands, but for line ends (all '\n') and drawn tables, which are written
// row by row; anchors lead back to the decoded text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace nianbao {

struct TextLine {
  Range range{};       // without its line end
  int page = 0;        // 1-based when the text has form feeds, otherwise 0
  bool blank = false;  // nothing but white space
};

struct TextSource {
  std::u16string text;
  std::vector<TextLine> lines;

  std::u16string_view view(Range r) const { return std::u16string_view(text).substr(r.begin, r.size()); }
  std::u16string_view line(std::size_t i) const { return view(lines[i].range); }
  Range trimmed(Range r) const;  // without white space at both ends; empty ranges stay where they began
};

// Line ends are \n, \r\n, \r and U+2028/2029; a form feed begins a page. Cost: linear.
TextSource split_lines(std::u16string text);

// A table found in a text: cells with their places and the pieces of the source that make their text, one a
// line.
struct DrawnCell {
  int row = 0, column = 0, rows = 1, columns = 1;
  std::vector<Range> pieces;  // in order; none or an empty one for a blank cell
};

struct DrawnTable {
  std::size_t begin_line = 0, end_line = 0;  // half-open
  int rows = 0, columns = 0;
  bool ragged = false;
  // The source stays as it is (tabs, pipes); between two pieces of a cell stands `joint` instead of what the
  // source has there. Otherwise (drawn with lines or aligned with spaces) the table is written anew, cells
  // apart by '\t'.
  bool in_place = false;
  char16_t joint = 0;
  std::vector<DrawnCell> cells;  // by row, then column
};

class TextWriter {
 public:
  TextWriter(const TextSource& source, Document& document) : source_(source), document_(document) {}

  // A line as it stands. `content` is the part of it that the block covers; no block when it is empty.
  void line(std::size_t i, BlockKind kind, Range content, int level = 0);
  void table(const DrawnTable& table);

 private:
  Range copy(Range source);
  void put(char16_t c) { document_.text.push_back(c); }
  void block(Block block);
  void limit_reached(std::u16string_view name);
  void cells_in_place(const DrawnTable& drawn, Table& table);
  void cells_anew(const DrawnTable& drawn, Table& table);
  Range cell_text(const DrawnCell& cell);
  bool apart(std::uint32_t end, std::uint32_t begin) const;

  const TextSource& source_;
  Document& document_;
  std::uint32_t next_source_ = 0xFFFFFFFF;  // source position that follows what was copied last
  std::uint32_t next_text_ = 0;
  std::size_t cells_ = 0;
};

}  // namespace nianbao
