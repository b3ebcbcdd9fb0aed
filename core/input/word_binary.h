// The Word 97-2003 binary format ([MS-DOC]), as far as a report needs it: characters in document order with
// their properties.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace nianbao {

// The properties of one paragraph that matter here.
struct WordParagraph {
  bool in_table = false;
  bool row_end = false;          // the mark that ends a table row
  int nesting = 0;               // 1: a cell of an outer table; more: of a table inside a cell
  int level = 0;                 // of a heading
  int list = 0, list_level = 0;  // automatic numbering: 1-based index into the list overrides, 0 for none
  struct Edge {
    int right = 0;
    bool merged_left = false, merged_up = false;
  };
  int left = 0;
  std::vector<Edge> edges;  // of a row end: its cells
};

// The properties of characters; they hold for the file offsets [begin, end).
struct WordRun {
  bool hidden = false, deleted = false, inserted = false;
  std::uint32_t begin = 0, end = 0;
};

// One level of an automatic numbering.
struct NumberLevel {
  int start = 1;
  int format = 0;          // nfc of [MS-DOC]: 0 decimal, 11 and 35-39 Chinese counting, 23 bullet, 255 none
  std::u16string pattern;  // characters below 9 stand for the number of that level
};

struct WordText {
  std::u16string text;                      // main document; Word's own control characters
  std::vector<std::uint32_t> file_offsets;  // of each character, to find its properties
  std::u16string comments, footnotes;
  bool cut = false;                             // limits::text_units was reached
  std::vector<std::vector<NumberLevel>> lists;  // by list override
};

class WordFile {
 public:
  // `main` is the WordDocument stream, `table` the table stream it names, `data` the Data stream (may be
  // empty).
  // Errors: encrypted, damaged, unsupported (before Word 97).
  static Result<WordFile> open(std::string main, std::string table, std::string data);
  static bool uses_first_table(std::string_view main);  // "1Table" rather than "0Table"

  const WordText& content() const { return content_; }
  WordParagraph paragraph_at(std::uint32_t file_offset) const;
  WordRun run_at(std::uint32_t file_offset) const;

 private:
  struct Span {
    std::uint32_t begin, end;  // file offsets
    std::uint32_t page, at;    // formatted page and offset of the properties in it; at 0: none
  };
  struct Style {
    int base = -1;
    int level = 0, list = 0, list_level = 0;
    bool hidden = false;
  };
  struct Parts;
  bool read_text();
  std::string_view piece_table() const;
  void read_piece(const Parts& parts, std::size_t first, std::size_t last, std::uint32_t place);
  void read_lists();
  void read_styles();
  std::vector<Span> spans(std::size_t place, std::size_t entry_bytes) const;
  static const Span* find(const std::vector<Span>& spans, std::uint32_t offset);

  void apply_list(std::string_view modifiers, WordParagraph& paragraph) const;

  std::string main_, table_, data_;
  WordText content_;
  std::vector<Span> paragraphs_, runs_;
  std::vector<Style> styles_;
};

}  // namespace nianbao
