// What a reader makes of a file: one text buffer, and ranges into it.
//
// Invariants (checked by valid() in debug builds and by the fuzzers):
//  - every Range lies inside `text` and on character borders;
//  - blocks are in reading order and do not overlap; a table's block range covers its cells;
//  - cells of a table are sorted by (row, column), do not overlap in the grid, and lie inside rows x columns.
// Text layout: one paragraph a line, ended by '\n'. A table is written row by row, cells separated by '\t',
// rows ended by '\n'. Line breaks of marked-up formats (<br>, w:br, text:line-break): in running text a break
// ends the paragraph; inside a cell of a real grid breaks and paragraph ends are U+2028, which is white space
// for fold() and is_space(), so a label split over two lines still folds to one word, while two numbers under
// each other in one cell can be told from one number. No other line end stands inside a cell. A table inside
// a cell of a data table follows the outer table as a table of its own; a table that only holds other blocks
// together (one cell, long prose, mostly tables) is dissolved into paragraphs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/range.h"
#include "base/result.h"

namespace nianbao {

enum class Format {
  txt,       // plain text of any layout, pasted or saved
  markdown,  // text whose '#', '**', '|' are marks of the format and not residue
  html,      // a page, a fragment, a clipboard fragment, Word's or WPS's HTML, XHTML
  mht,       // a page saved as one MIME file
  docx,      // OOXML, transitional or strict
  doc,       // OLE Word binary, also .wps
  rtf,
  odt,  // also flat odt
  pdf,
  xlsx,  // OOXML workbook, transitional or strict
  ofd,   // GB/T 33190-2016
};

// Formats that only know where glyphs stand: lines are those of the page, and what they make up is told from
// their places.
constexpr bool is_laid_out(Format format) { return format == Format::pdf || format == Format::ofd; }

enum class BlockKind {
  paragraph,  // running text; in text formats one line of the source
  heading,    // marked as a heading by the format itself (h1..h6, outline level, '#')
  table,      // a real grid; `table` is its index
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  Range range{};
  int level = 0;   // of a heading, 1 is the highest; 0 where the format does not say
  int table = -1;  // index into Document::tables
  int page = 0;    // 1-based where the format has pages, otherwise 0
};

constexpr std::uint32_t no_source = 0xFFFFFFFF;

struct Cell {
  Range range{};  // the cell's text without surrounding white space; empty range at its place when blank
  int row = 0;
  int column = 0;
  int rows = 1;  // spans
  int columns = 1;
  std::uint32_t source =
      no_source;  // where it begins in the part it came from (see Anchor): a blank cell has no text to go by
};

// A grid whose columns are known: HTML, Word, ODT, Markdown, box drawing, tab-separated rows, ruled PDF
// tables.
struct Table {
  Range range{};
  int rows = 0;
  int columns = 0;
  std::vector<Cell> cells;
  int page = 0;         // page of the first row
  bool ragged = false;  // text grid whose rows have different numbers of cells: columns right of a lost cell
                        // may be shifted
  const Cell* at(int row, int column) const;  // the cell covering this grid place, or null
};

enum class MarkKind {
  insertion,  // tracked change; the text is in the document as if accepted
  deletion,   // tracked change; the text is not in the document, `detail` holds it, the range is empty at its
              // place
  comment,    // reviewer's comment; `detail` holds it, the range is what it is about
  hidden,     // hidden text; not in the document, `detail` holds it, the range is empty at its place
  bookmark,   // `detail` is its name
  field,      // a field; the result is in the document, `detail` is the code
  image,      // a picture; `detail` is its alternative text
  generated_number,  // the range is a number made by automatic numbering and not typed; it is in the text
  stored_number,     // the range is a number as a sheet's format prints it; `detail` is the number itself
  unreadable,        // the range is no value: it stands for a formula without a stored result, or for glyphs
                     // without a meaning
  recognised,        // the range was recognised in a picture, and no person has confirmed it
};

struct Mark {
  MarkKind kind;
  Range range{};
  std::u16string detail{};
};

// text offset -> offset in the source (docx: bytes of word/document.xml, then of the footnotes, then of the
// endnotes; odt: of content.xml; html, txt: of the decoded UTF-16 text), at the begin of each run of text;
// between two anchors both advance together. Sorted. Empty for formats that say nothing of it. In a workbook
// the source is a number of the cell's own, see WorkbookCell; of laid-out pages it is the character's number
// among all of the geometry (input/pdf_geometry.h), from 0.
struct Anchor {
  std::uint32_t text;
  std::uint32_t source;
};

// A cell of a workbook that is in the text: anchors and cells with `source` up to the next one's belong to
// it.
struct WorkbookCell {
  std::uint32_t source;
  std::uint32_t sheet;  // index into Document::sheets
  std::uint32_t row;    // 0-based, as the file counts
  std::uint32_t column;
};

struct Document {
  Format format = Format::txt;
  std::string encoding = "UTF-8";
  std::string encoding_reason;
  std::u16string text;
  std::vector<Block> blocks;
  std::vector<Table> tables;
  std::vector<Mark> marks;
  std::vector<Anchor> anchors;
  std::vector<std::u16string> sheets;     // of a workbook: the names of those that are shown, in their order
  std::vector<WorkbookCell> sheet_cells;  // sorted by `source`
  std::vector<Error> problems;            // what could not be read of it
  std::u16string title_hint;              // <title>, docx core title: a title kept outside the body

  std::u16string_view view(Range r) const { return std::u16string_view(text).substr(r.begin, r.size()); }
};

// The cell of a workbook in which the text at `at` stands; null elsewhere. Cost: logarithmic, and linear in
// the cells of a table for a blank one.
const WorkbookCell* sheet_cell_at(const Document& document, std::uint32_t at);
std::string cell_address(const WorkbookCell& cell);  // "D39"

// First violated invariant in words, or empty. Cost: linear.
std::string invalid(const Document& document);

}  // namespace nianbao
