// Tables as Word's older formats (doc, rtf) keep them: rows of cells with right edges and merge marks. They
// become a grid here: the columns are the distinct edges of all rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/document_builder.h"

namespace nianbao {

// A paragraph with marks in offsets of its own text. A line that ends within it ends with u'\u2028'.
struct FlowParagraph {
  struct FlowMark {
    MarkKind kind;
    std::uint32_t begin = 0, end = 0;
    std::u16string detail;
  };
  std::u16string text;
  int level = 0;  // of a heading, 0 for running text
  std::vector<FlowMark> marks;
};

struct WordCell {
  std::vector<FlowParagraph> paragraphs;
  int right = 0;             // right edge in twips; not growing along the row: unknown
  bool merged_left = false;  // belongs to the cell on its left
  bool merged_up = false;    // belongs to the cell above
};

struct WordRow {
  int left = 0;  // left edge in twips
  std::vector<WordCell> cells;
};

void write_paragraph(DocumentBuilder& build, const FlowParagraph& paragraph);
void write_notes(DocumentBuilder& build, std::u16string_view text,
                 char16_t paragraph_end);  // footnotes, behind the text
void write_table(DocumentBuilder& build,
                 const std::vector<WordRow>& rows);  // linear in the cells but for a sort of the edges

}  // namespace nianbao
