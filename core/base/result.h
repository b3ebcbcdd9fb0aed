// A value or an Error. Nothing in the core throws, so native and WebAssembly behave alike.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "base/range.h"

namespace nianbao {

// Why a file, or a part of it, could not be read. One code, one sentence for the user
// (output/problem_text.cpp).
enum class ErrorCode {
  not_found,           // the file cannot be opened
  empty,               // no bytes, or nothing but white space
  binary,              // bytes of no format that holds a report (a program, a video, ...)
  image,               // a picture: a photo or a screenshot of a report
  scan,                // a PDF or OFD whose pages are pictures, without a text layer
  from_picture,        // pages were recognised in pictures; the detail names them
  encrypted,           // the file asks for a password
  damaged,             // the format is known, its inside is broken
  unsupported,         // a known format that is not read (pptx, xlsb, ...)
  old_workbook,        // a workbook as Excel 97-2003 and WPS write it (xls, et)
  encoding,            // some bytes are not characters of the chosen encoding
  limit,               // a budget of base/limits.h was reached; the detail names it
  no_report,           // readable text, but no annual report in it
  other_report,        // a report of another kind (budget, work report, ...)
  several_reports,     // more than one report in it; only the first was read
  table_unread,        // a table was found, but its values could not be placed with certainty
  row_unread,          // a row was found, but its values could not be placed with certainty
  numbers_unread,      // numbers stand in a table's place that are in no cell
  cut_short,           // the text stops in the middle; the detail quotes its last words
  tables_only,         // tables of the form without title and headings
  headings_only,       // headings of the six sections, and too little else to be a report
  formula_unread,      // formulas of a workbook without a stored result; the detail says which
  outlines,            // text drawn as outlines or in characters without a meaning; the detail says where
  table_is_image,      // a section that should hold a table holds a picture
  pdf_reader_missing,  // a PDF was given and no PDF reader is at hand
  edits                // what-if changes that do not fit the document
};

struct Error {
  ErrorCode code;
  Range where{};            // into Document::text where there is one, otherwise empty
  std::u16string detail{};  // the piece the error is about: a limit's name, an encoding, a row label
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)
  explicit operator bool() const { return value_.has_value(); }
  bool ok() const { return value_.has_value(); }
  T& value() { return *value_; }
  const T& value() const { return *value_; }
  const Error& error() const { return *error_; }

 private:
  std::optional<T> value_;
  std::optional<Error> error_;
};

}  // namespace nianbao
