// The paragraphs and tables of an RTF stream, gathered until they can go to the DocumentBuilder. Tables are
// rows of \cellx edges and \cell ends; a row's definition may stand before its cells, after them, or both.
//
//   RtfFlow flow(build);
//   flow.add(u'一', false);
//   flow.end_paragraph();
//   flow.finish();
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/word_table.h"

namespace nianbao {

class RtfFlow {
 public:
  explicit RtfFlow(DocumentBuilder& build) : build_(build) {}

  // --- text and marks of the open paragraph ---
  void add(char16_t c, bool inserted);
  void add_unseen(MarkKind kind, char16_t c);  // hidden or deleted: kept as a mark only
  void mark_here(MarkKind kind, std::u16string detail);
  void begin_number();  // automatic numbering prints its text from here on
  void end_number();

  // --- paragraphs ---
  void set_level(int level) { paragraph_.level = level; }  // of a heading, 0 for running text
  void set_in_table() { in_table_ = true; }
  void plain_paragraph();  // \pard
  void end_paragraph();

  // --- tables ---
  void table_word(std::string_view name, int value);  // a control word of tables; others do nothing
  bool full() const { return full_; }                 // limits::table_cells was reached

  void finish();  // ends what is open

 private:
  void define_cell(int right);
  void end_cell();
  void end_row();
  void end_table();
  void end_paragraph_in(WordCell& cell);
  std::uint32_t here() const { return static_cast<std::uint32_t>(paragraph_.text.size()); }

  DocumentBuilder& build_;
  FlowParagraph paragraph_;
  std::uint32_t number_begin_ = 0;
  bool in_table_ = false, full_ = false;
  WordRow definition_, row_;
  WordCell next_, open_cell_;
  std::vector<WordRow> rows_;
  std::size_t cells_ = 0;
};

}  // namespace nianbao
