// The running text of a report as the rules read it: paragraphs outside the statutory tables, folded, with
// the way back to the document. Lines that a text or PDF file broke in the middle of a sentence are joined
// again; page numbers between them are left out.
//
//   for (const Paragraph& paragraph : context.analysis.prose.paragraphs)
//     if (std::size_t at = paragraph.text.find(u"攻府"); at != npos)
//       places.push_back(paragraph.back(at, at + 2));
//
// Ownership: copies of text, ranges into Report::document. Cost: linear in the document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace nianbao {

enum class Part : std::uint8_t {
  before,     // ahead of the report: a cover letter, the head of a web page
  title,      // the title
  preamble,   // between the title and the first section, or the like at the beginning of section one
  heading,    // the heading of one of the six sections
  section,    // the text of a section, `section` tells which
  signature,  // agency and date below the report
  after,      // behind the report: the foot of a web page
};

// Half-open, in units of Paragraph::text.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Paragraph {
  std::u16string text;  // as fold() with Spaces::drop gives it; marks of a Markdown file left out
  std::vector<std::uint32_t> source;  // by unit of `text`: its offset in the document
  Range range{};                      // in the document
  Part part = Part::section;
  int section = 0;  // 1 to 6, 0 outside the sections

  Range back(std::size_t begin, std::size_t end) const { return {source[begin], source[end - 1] + 1}; }
  Range back(TextSpan span) const { return back(span.begin, span.end); }
  // Whether nothing, not even white space, stands in the document between unit `at` and the one before it.
  bool adjoins(std::size_t at) const { return at > 0 && source[at] == source[at - 1] + 1; }
  bool in_report() const { return part != Part::before && part != Part::after; }
};

struct Prose {
  std::vector<Paragraph> paragraphs;                // in document order
  const Paragraph* at(std::uint32_t offset) const;  // the paragraph at this offset in the document, or null
};

Prose read_prose(const Report& report);

// All text of one section without its heading and its tables, preamble included, joined.
std::u16string section_text(const Prose& prose, int section);

}  // namespace nianbao
