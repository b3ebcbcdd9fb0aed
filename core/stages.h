// The stages of a check: read and bind a file, run the rules. What they give is what output/, sheet/, annotate/ and note/ tell.
//
//   Reading reading;
//   read_report(bytes, options, reading);
//   if (reading.found) {
//     const Checked checked = check_report(reading, nullptr, options);
//     …
//   }
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
#include "rules/rule.h"
#include "rules/units.h"

namespace nianbao {

enum class Language : std::uint8_t { chinese, english };

struct Options {
  std::string name;                  // of the file, for the result
  std::string encoding;              // the user's choice; empty for automatic
  int year = 0;                      // the report year where the user knows better; 0 to read it from the report
  std::optional<Date> today;
  Language language = Language::chinese;
  bool with_text = false;            // adds the document: text, blocks, tables
  bool with_ledger = false;          // adds the figures of the narrative
  std::vector<RuleChoice> rules;     // switched off or lowered
  std::string source_format;         // set by a PDF front end: the bytes are geometry of a file of this format
  std::size_t source_bytes = 0;      // and of this size; 0: the bytes are the file
  std::vector<Edit> edits;           // what-if: applied to the document as read, before it is bound
  bool with_digest = false;          // adds what output/digest.h keeps of a report
  std::vector<Unit> together;        // reports that this one is checked along with; the first is its own
  bool chosen_parent = false;        // the user named this report as the parent of those
};

// One file, read and bound. Report points into document: neither copied nor moved once filled.
struct Reading {
  Reading() = default;
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  Document document;
  Report report;
  std::optional<Error> failure;      // nothing could be read
  bool found = false;                // a report is in it
};
void read_report(std::string_view bytes, const Options& options, Reading& out);

struct Checked {
  Analysis analysis;
  RuleResults rules;
  const Report* previous = nullptr;  // last year's report, where one was given and found; belongs to its Reading
};
// Requires reading.found. `together`: reports of other bodies that are checked along (rules/units.h), or null.
Checked check_report(const Reading& reading, const Reading* previous, const Options& options, const Together* together = nullptr);

// A report, last year's beside it and what was found; the parts point into each other.
struct CheckedReading {
  Reading reading, last_year;
  std::optional<Checked> checked;  // nothing when no report was found
  const Checked* result() const { return checked ? &*checked : nullptr; }
};
void read_and_check(std::string_view bytes, const Options& options, std::optional<std::string_view> previous,
                    CheckedReading& out);

}  // namespace nianbao
