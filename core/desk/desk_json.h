// The desk for callers that hold JSON: the page. Of every report it keeps what handed_json() says of it, no
// text; all else is worked out from that, so that page and command line agree.
//
//   survey_json(bytes, options, previous)   -> {"result": as of check(), "handed": report}
//   roster_json(bytes, language)            -> {"names": [], "unused": [], "problem"}
//   desk_json(request)                      -> who has handed in, lines, totals, names of the notes
//   totals_file(request, "2021", "docx")    -> a file
//   rows_json(…), DeskJsonBook              -> the workbook, from the rows of every report
//
// Request: {"reports": [report], "digests": [digest or null], "roster": {"names", "unused"}, "parent": index,
// "choices": {"answers": [{"body", "report": index, "same"}], "taken": [index]}, "language"}; all but the
// first may be missing. A report that could not be read is {"file"}.
#pragma once

#include <nlohmann/json.hpp>

#include "desk/desk_workbook.h"

namespace nianbao {

nlohmann::ordered_json handed_json(const Handed& report);
Handed handed_from_json(const nlohmann::json& json);

std::string survey_json(std::string_view bytes, const Options& options,
                        std::optional<std::string_view> previous);

std::string roster_json(std::string_view bytes, Language language);

// Nothing when the request is none.
std::optional<Desk> desk_from_json(std::string_view request);
std::string desk_json(std::string_view request);

// `format`: "docx", "xlsx" or "html". Empty when no report that counts has the form.
std::string totals_file(std::string_view request, std::string_view form, std::string_view format);

// Over the years, of the body with this name or of all: {"years", "bodies", "lines": [{"name", "values"}],
// "picture"}; "bodies" are how many are added up. "body" of the request names it; "parent" is left out.
std::string years_json(std::string_view request);

// What one report adds to the workbook: {"problems", "count", "cells"}.
std::string rows_json(std::string_view bytes, const Options& options,
                      std::optional<std::string_view> previous);

class DeskJsonBook {
 public:
  void add(std::string_view rows);
  std::string finish(std::string_view request);  // the book is used up

 private:
  DeskBook book_;
};

}  // namespace nianbao
