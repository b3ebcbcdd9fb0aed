// Makes a Document out of what a reader meets in reading order, and keeps the Document's invariants:
// paragraphs, tables with spans, marks, anchors. Used by every reader of a marked-up format.
//
//   DocumentBuilder build(Format::docx);
//   build.begin_paragraph(BlockKind::heading, 1);
//   build.text(u"一、总体情况");
//   build.end_paragraph();
//   build.begin_table();
//   build.begin_row();
//   build.begin_cell();            // then paragraphs and text as above, and tables inside the cell
//   build.end_cell();
//   build.end_table();
//   Document document = build.finish();
//
// Calls may come in any order; a reader need not balance them (end_table() closes its rows and cells). Cost:
// linear.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace nianbao {

class DocumentBuilder {
 public:
  static constexpr std::uint32_t no_source = nianbao::no_source;

  explicit DocumentBuilder(Format format) { document_.format = format; }

  // --- running text, into the open cell or the body ---
  void begin_paragraph(BlockKind kind = BlockKind::paragraph, int level = 0);  // ends the open one
  void end_paragraph();
  // Appends to the open paragraph; opens one when there is none. `source`: where the text stands, for
  // anchors.
  void text(std::u16string_view text, std::uint32_t source = no_source);
  void line_break();      // a soft break: see document.h
  void page(int number);  // of what follows, and of an open paragraph or table without text; 1-based

  // --- tables ---
  void begin_table();
  void begin_row();
  // The next free place of the row, as in HTML: places covered by a row span from above are skipped. Spans
  // are cut to what is free and to the table; 0 rows: down to the last row.
  void begin_cell(int rows = 1, int columns = 1, std::uint32_t source = no_source);
  void skip_columns(int columns);  // leaves places of the row empty
  // The next place belongs to the cell above it (Word's vMerge). False, and nothing done, when no cell of
  // that width ends there.
  bool extend_cell_above(int columns = 1);
  void end_cell();
  void end_row_group();  // row spans do not reach over it (HTML's thead, tbody, tfoot)
  void end_table();
  bool in_cell() const;

  // --- marks: ranges of positions ---
  // where the next text will stand
  std::uint32_t position() const { return static_cast<std::uint32_t>(pool_.size()); }
  void mark(MarkKind kind, Range positions, std::u16string detail = {});
  void mark_here(MarkKind kind, std::u16string detail = {}) {
    mark(kind, {position(), position()}, std::move(detail));
  }

  // Adds a limit problem once for each name.
  void limit_reached(std::u16string_view name);
  Document& document() { return document_; }  // encoding, title_hint, problems may be set directly

  Document finish();  // leaves the builder empty

 private:
  friend class DocumentWriter;
  struct Paragraph {
    BlockKind kind;
    int level;
    int page;
    Range pool;
  };
  struct Item {
    bool is_table;
    std::uint32_t index;  // into paragraphs_ or tables_
  };
  struct GridCell {
    int row, column, rows, columns;
    std::vector<Item> items;
    std::uint32_t source;
  };
  struct Grid {
    int page = 0;
    int rows = 0;
    int columns = 0;
    int cursor = 0;  // next column of the row under construction
    std::vector<GridCell> cells;
    std::vector<int> free_from;  // by column: first row that is not covered from above
    std::vector<int> last_cell;  // by column: index of the last cell that covers it, -1 for none
    bool cell_open = false;
    bool listed =
        false;  // in the flow that holds it; from its first row on, so that a caption comes before it
    std::size_t units = 0;         // of its own text
    std::size_t nested_units = 0;  // of tables inside
  };

  std::vector<Item>& flow();
  Grid* grid();
  int room(const Grid& table, int columns) const;
  void cover(Grid& table, std::uint32_t cell);

  Document document_;
  std::u16string pool_;
  std::vector<Paragraph> paragraphs_;
  std::vector<Grid> tables_;
  std::vector<Item> body_;
  std::vector<std::uint32_t> open_;  // tables under construction, innermost last
  int ignored_tables_ = 0;           // open tables beyond the nesting that is kept
  bool paragraph_open_ = false;
  int page_ = 0;
  std::size_t cells_ = 0;
  std::vector<Mark> marks_;      // in pool positions
  std::vector<Anchor> anchors_;  // in pool positions
};

}  // namespace nianbao
