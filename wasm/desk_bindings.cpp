// The county desk. One workbook is in the making at a time.
#include "boundary.h"
#include "desk/desk_json.h"
#include "output/options.h"
#include "output/zip_writer.h"

namespace {

using namespace nianbao;

// Arguments as of check, and so below.
std::string survey(const std::string& bytes, const std::string& options_json, const std::string& previous) {
  const ParsedOptions parsed = parse_options(options_json);
  if (!parsed.error.empty()) return "{\"error\":\"options\"}";
  return survey_json(bytes, parsed.options, last_year_of(previous));
}

std::string rows(const std::string& bytes, const std::string& options_json, const std::string& previous) {
  const ParsedOptions parsed = parse_options(options_json);
  if (!parsed.error.empty()) return "{\"error\":\"options\"}";
  return rows_json(bytes, parsed.options, last_year_of(previous));
}

std::string roster(const std::string& bytes, const std::string& language) {
  return roster_json(bytes, language_of(language));
}

std::string desk(const std::string& request) { return desk_json(request); }
std::string years(const std::string& request) { return years_json(request); }

emscripten::val totals(const std::string& request, const std::string& form, const std::string& format) {
  return copied(totals_file(request, form, format));
}

std::optional<DeskJsonBook> book;

void add_rows(const std::string& text) {
  if (!book) book.emplace();
  book->add(text);
}

emscripten::val finish_book(const std::string& request) {
  if (!book) book.emplace();
  const std::string file = book->finish(request);
  book.reset();
  return copied(file);
}

// Pieces of a zip as it grows: a file's, and with an empty name its end.
std::optional<ZipWriter> parcel;

emscripten::val pack(const std::string& name, const std::string& content) {
  if (!parcel) parcel.emplace();
  std::string piece;
  if (name.empty()) {
    piece = parcel->finish();
    parcel.reset();
  } else {
    parcel->add(name, content);
    piece = parcel->take();
  }
  return copied(piece);
}

}  // namespace

EMSCRIPTEN_BINDINGS(desk) {
  emscripten::function("survey", &survey);
  emscripten::function("rows", &rows);
  emscripten::function("roster", &roster);
  emscripten::function("desk", &desk);
  emscripten::function("years", &years);
  emscripten::function("totals", &totals);
  emscripten::function("addRows", &add_rows);
  emscripten::function("finishBook", &finish_book);
  emscripten::function("pack", &pack);
}
