// The one door: one report read, bound, analysed and checked, among others or alone. Everything that is told
// of a report (output/, sheet/, annotate/, note/, the command line, the page) is told of the CheckedReading
// that comes out of it.
//
//   CheckedReading all;
//   read_and_check(bytes, options, previous, all);
//   if (all.checked) … all.checked->rules.findings …
//
// Who has read the files already, or holds last year's report, goes in one step later:
//
//   read_report(bytes, options, all.reading);
//   check_along({&last_year, &together}, options, all);
//
// Nothing is kept between calls. Cost: linear in the bytes, about a millisecond for a real report.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/edit.h"
#include "report/report.h"
#include "rules/analysis.h"
#include "rules/dismissals.h"
#include "rules/rule.h"
#include "rules/units.h"

namespace nianbao {

enum class Language : std::uint8_t { chinese, english };

// How a file is read.
struct ReadingOptions {
  std::string encoding;          // the user's choice; empty for automatic
  int year = 0;                  // the report year where the user knows better; 0 to read it from the report
  std::vector<Edit> edits;       // what-if: applied to the document as read, before it is bound
  std::string source_format;     // set by a PDF front end: the bytes are geometry of a file of this format
  std::size_t source_bytes = 0;  // and of this size; 0: the bytes are the file
};

// How it is read, what it is held against, and how the result is told.
struct Options : ReadingOptions {
  std::string name;  // of the file, for the result
  std::optional<Date> today;
  std::vector<RuleChoice> rules;  // switched off or lowered
  Dismissals dismissals;          // findings that a person has called no problem
  std::vector<Unit> together;     // reports that this one is checked along with; the first is its own
  bool chosen_parent = false;     // the user named this report as the parent of those
  Language language = Language::chinese;
  bool with_text = false;    // adds the document: text, blocks, tables
  bool with_ledger = false;  // adds the figures of the narrative
  bool with_cures = false;   // adds what would put the findings right
  bool with_digest = false;  // adds what output/digest.h keeps of a report
};

// One file, read and bound. Report points into document: neither copied nor moved once filled.
struct Reading {
  Reading() = default;
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  Document document;
  Report report;
  std::optional<Error> failure;  // nothing could be read
  bool found = false;            // a report is in it
};
void read_report(std::string_view bytes, const ReadingOptions& options, Reading& out);
// Its second half: `out.document` is there already.
void bind_document(const ReadingOptions& options, Reading& out);

// Last year's file, read with the user's choices for this year's. An encoding that was chosen for this year's
// file and does not fit last year's is not insisted on.
void read_last_year(std::string_view bytes, const ReadingOptions& this_year, Reading& out);

struct Checked {
  Analysis analysis;
  RuleResults rules;
};

// A report and what was found; the parts point into each other and into the others it was checked along with.
struct CheckedReading {
  Reading reading, own_last_year;  // the second only where read_and_check() was given its bytes
  const Reading* last_year =
      nullptr;  // as given, whatever is in it; null when none was given. See rules/last_year.h
  std::optional<Checked> checked;  // nothing when no report was found
  const Report* previous() const {
    return last_year != nullptr && last_year->found ? &last_year->report : nullptr;
  }
};

void read_and_check(std::string_view bytes, const Options& options, std::optional<std::string_view> previous,
                    CheckedReading& out);

// What a report is checked along with; both outlive the CheckedReading.
struct Along {
  const Reading* last_year = nullptr;  // null: none was given
  const Together* together = nullptr;  // null: options.together
};
// The second half: `out.reading` is read already.
void check_along(const Along& along, const Options& options, CheckedReading& out);

}  // namespace nianbao
