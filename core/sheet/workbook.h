// A workbook of several sheets (Office Open XML), written row by row: rows are deflated as they come, so
// that a sheet of a million cells takes what its packed bytes take.
//
//   Workbook book;
//   const std::size_t list = book.add_sheet({"清单", {24, 8}, {{"单位", "年度"}}, 2});
//   book.append(list, book_row({{"县教育局"}, BookValue::number("2024")}));   // the row is made on any
//                                                                                thread
//   std::string file = book.finish();
//
// Text is never a formula. The same calls give the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "output/zip_writer.h"
#include "sheet/sheet.h"

namespace nianbao {

enum class BookStyle : std::uint8_t {
  plain,
  head,    // bold on grey
  shade,   // a cell that the form does not have
  label,   // of a statutory table: bold, bordered, centred
  figure,  // of one: bordered, centred
  title,
};

struct BookValue {
  enum Kind : std::uint8_t { blank, digits, words } kind = blank;
  std::string text{};  // UTF-8; of digits a decimal number
  BookStyle style = BookStyle::plain;

  BookValue() = default;
  BookValue(std::string words_, BookStyle style_ = BookStyle::plain)  // NOLINT(google-explicit-constructor)
      : kind(words_.empty() ? blank : words), text(std::move(words_)), style(style_) {}
  BookValue(const char* words_) : BookValue(std::string(words_)) {}  // NOLINT(google-explicit-constructor)
  static BookValue number(std::string digits_) {
    BookValue out;
    out.kind = digits;
    out.text = std::move(digits_);
    return out;
  }
  static BookValue number(std::int64_t value) { return number(std::to_string(value)); }
  static BookValue empty(BookStyle style) { return {std::string(), style}; }
};

std::string book_row(const std::vector<BookValue>& values);

struct SheetLook {
  std::string name;
  std::vector<int> widths;  // of the columns, in characters; the last holds for those that follow
  std::vector<std::vector<std::string>> heads;  // rows above the data: frozen, with a filter under the last
  int frozen_columns = 0;
};

// A bar for every row: names in one column, numbers in another.
struct BarChart {
  std::string title;
  std::vector<std::string> names;
  std::vector<std::string> numbers;  // decimal
  std::size_t first_row = 1;         // 1-based; both columns begin there
  char name_column = 'A', number_column = 'B';
  int top = 0;   // row at which the picture begins, 0-based
  int left = 4;  // and column
};

class Workbook {
 public:
  std::size_t add_sheet(SheetLook look);
  // A row of book_row(), or several with their number. Where a sheet is full the rows go on in another:
  // 问题2.
  void append(std::size_t sheet, std::string_view rows, std::size_t count = 1);
  // A sheet for every table of a printed page, with its heading; columns as in print.
  void add_tables(const Sheet& page);
  void add_chart(std::size_t sheet, BarChart chart);
  std::string finish();  // the writer is used up

 private:
  struct Part {
    SheetLook look;
    DeflatedContent content;
    std::size_t rows = 0;  // with the heads
    std::vector<std::string> merged;
    std::vector<BarChart> charts;
    std::size_t continued = 0;  // index of the sheet that goes on, or 0
    std::size_t pieces = 1;
  };
  void begin(Part& part);
  void end(Part& part);
  void add_chart_parts(ZipWriter& zip, std::size_t sheet, std::size_t first_chart) const;

  std::vector<Part> parts_;
};

}  // namespace nianbao
