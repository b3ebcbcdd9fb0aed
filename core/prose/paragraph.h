// The running text of a report: paragraphs outside the statutory tables, folded, with the way back to the
// document. Lines that were broken in the middle of a sentence are joined again; page lines between them are
// left out (prose/line.h).
//
//   for (const Paragraph& paragraph : report.prose.paragraphs)
//     for (std::size_t at : find_all(paragraph, u"攻府")) places.push_back(paragraph.back(at, at + 2));
//
// Ownership: copies of text, ranges into the document. Cost: linear in the document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/letters.h"
#include "document/document.h"
#include "prose/date.h"
#include "prose/line.h"
#include "prose/span.h"

namespace nianbao {

// Lines as one text: folded without white space, but a blank is kept between digits that are not one number
// ("12 2023"), and circled numbers of items stay as they are. In a Markdown file without the marks of the
// format.
struct JoinedText {
  std::u16string text;
  std::vector<std::uint32_t> source, ends;  // by unit of `text`: where in the document it came from
  Range range{};                            // from the first unit to the last
  Letters letters;                          // of `text`

  void append(const Document& document, Range line);
  Range back(std::size_t begin, std::size_t end) const {
    if (end <= begin)
      return {source.empty() ? 0 : source[begin < source.size() ? begin : source.size() - 1], 0};
    return {source[begin], ends[end - 1]};
  }
  Range back(TextSpan span) const { return back(span.begin, span.end); }
  // Whether nothing, not even white space, stands in the document between unit `at` and the one before it.
  bool adjoins(std::size_t at) const { return at > 0 && source[at] <= ends[at - 1]; }
};

// The lines in `where`, each with those it goes on in. Cost: linear in `lines`.
std::vector<JoinedText> joined_lines(const Document& document, const std::vector<DocumentLine>& lines,
                                     Range where);

enum class Part : std::uint8_t {
  before,     // ahead of the report: a cover letter, the head of a web page
  title,      // the title
  preamble,   // between the title and the first section, or the like at the beginning of section one
  heading,    // the heading of one of the six sections, or of one more
  section,    // the text of a section, `section` tells which
  signature,  // agency and date below the report
  after,      // behind the report: the foot of a web page
};

struct Paragraph : JoinedText {
  Part part = Part::section;
  int section = 0;                 // 1 to 6, 0 outside the sections
  bool heading = false;            // （二）依申请公开情况: a line of its own that says what follows
  bool grid = false;               // a cell of a grid that is none of the statutory tables
  std::vector<WrittenDate> dates;  // all that stand in it

  // Marks of Markdown in a file of another format, and characters that could not be decoded; and the text
  // without them.
  bool has_marks() const;
  Paragraph without_marks() const;
  bool in_report() const { return part != Part::before && part != Part::after; }
};

struct Prose {
  std::vector<Paragraph> paragraphs;                // in document order
  const Paragraph* at(std::uint32_t offset) const;  // the paragraph at this offset in the document, or null
};

// All text of one section without its heading and its tables, preamble included, joined.
std::u16string section_text(const Prose& prose, int section);

// The sentences of a paragraph, with their final marks and what closes behind them: ”’」）》.
std::vector<TextSpan> sentences(std::u16string_view text);

// The sentences of one section, without its heading and its tables.
std::vector<Range> section_sentences(const Prose& prose, int section);

// Where the word occurs, not overlapping. Cost: constant where a character of it is not there at all, else
// linear.
std::vector<std::size_t> find_all(const JoinedText& text, std::u16string_view word);

// Where `word` occurs in the report, outside the tables. `word` is folded first.
std::vector<Range> find_all(const Prose& prose, std::u16string_view word);

// Whether the text reads as a sentence: in the sections of the tables, what is no label and no note.
bool reads_as_sentence(std::u16string_view text);

}  // namespace nianbao
