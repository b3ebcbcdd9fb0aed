// Text of a page as a browser shows it: white space collapsed, line ends between Chinese characters dropped,
// and every stretch with its place in the source.
#pragma once

#include <string>
#include <string_view>

#include "input/document_builder.h"

namespace nianbao {

// UTF-8 offset -> offset in the UTF-16 text it was made from. Cheap for offsets asked for in rising order.
class Utf16Offsets {
 public:
  explicit Utf16Offsets(std::string_view utf8) : utf8_(utf8) {}
  std::uint32_t at(std::size_t offset);

 private:
  std::string_view utf8_;
  std::size_t offset_ = 0;
  std::uint32_t units_ = 0;
};

class HtmlText {
 public:
  HtmlText(std::string_view html, DocumentBuilder& build) : html_(html), offsets_(html), build_(build) {}

  // `text`: entities resolved; `source`: as written, a view into the page. `keep_lines`: inside <pre>.
  void add(std::string_view text, std::string_view source, bool keep_lines);
  std::uint32_t place(
      const char* source);  // UTF-16 offset of a place in the page; no_source when it lies outside
  void flush();             // before anything else is told to the builder
  void end_line();          // flush, and white space at the next line's begin is dropped
  // a list number, shown before the next character
  void number_next(std::u16string number) { number_ = std::move(number); }

 private:
  void add_unit(char16_t c, std::uint32_t source, bool keep_lines);
  void put(char16_t c, std::uint32_t source);
  void write_number();

  std::string_view html_;
  Utf16Offsets offsets_;
  DocumentBuilder& build_;
  std::u16string run_;
  std::uint32_t run_source_ = 0;
  std::u16string number_;
  char16_t last_ = 0;     // the last character of the line, 0 at its begin
  bool space_ = false;    // white space waits for the next character
  bool newline_ = false;  // with a line end in it
  std::uint32_t space_source_ = 0;
};

}  // namespace nianbao
