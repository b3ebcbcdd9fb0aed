// The lines of a document outside its grids, and which of them were one before a printer, a PDF or a mail
// program broke them. The only tests for wrapped lines, page lines and item marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace nianbao {

struct DocumentLine {
  Range range{};         // trimmed, never empty
  bool heading = false;  // marked as a heading by the format
  bool goes_on = false;  // broken by its width or by a page: the next line of the list is its continuation
  bool surely = false;   // and marks or the width of all lines say so, not its length alone
};

// In order. Lines of pages (numbers, heads that are repeated at every break) are left out. Cost: linear.
//
// A line goes on where it is as wide as the lines of its document are, when they were broken at one width; in
// a document of long lines where it is long and ends without a mark. Never before the mark of an item, nor
// after a heading.
std::vector<DocumentLine> text_lines(const Document& document);

// "— 3 —", "- 12 -", "第 3 页 共 9 页", "3/9": a line that belongs to the paper and not to the report. A bare
// number is none.
bool is_page_line(std::u16string_view line);

// The lines of `text` that are none, one after the other. Cost: linear.
std::u16string without_page_lines(std::u16string_view text);

// Length of the mark that a folded line begins with, 0 when there is none: 一、 （一） 1. 1、 （1） ① 第一，
// 一是
std::size_t item_mark(std::u16string_view folded);

bool is_circled_number(char16_t c);  // ① and its like fold to digits, but number the items of a list

// Nothing but a mark and a few words: （二）依申请公开情况
bool is_item_heading(std::u16string_view folded);

}  // namespace nianbao
