// The lines of a page as a reader sees them, and which of them belong to a report or to the furniture around
// it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "input/html_tree.h"

namespace nianbao {

struct HtmlLine {
  std::uint32_t node;      // its first text node
  std::uint32_t last;      // its last text node
  std::u16string text;     // without white space; only the first 200 units
  std::size_t units = 0;   // of the whole line
  std::size_t linked = 0;  // of these inside <a>
  std::uint16_t evidence = 0;
};

// Bits of evidence: the six section headings, and words that only one of the statutory tables has.
enum Evidence : std::uint16_t { sections_mask = 0x3F, tables_mask = 0x1C0 };

// Lines of the body outside what is never shown; `with_hidden`: also lines that CSS hides. Cost: linear.
std::vector<HtmlLine> lines_of(const HtmlTree& tree, bool with_hidden);

bool is_furniture(const HtmlLine& line);   // breadcrumbs, publication data, print buttons, footers
bool is_title(const HtmlLine& line);       // 某局2024年政府信息公开工作年度报告
bool is_prose(const HtmlLine& line);       // a sentence
bool is_agency(const HtmlLine& line);      // may be the name of an office
bool may_be_report(const HtmlLine& line);  // title, sentence, heading with a number, signature, date

}  // namespace nianbao
