// The checker's public face: check() and describe(). The page, the command line and most tests include nothing else.
//
//   Options options;                       // JSON text or this struct, see parse_options()
//   options.name = "report.docx";          // shown in the result, decides nothing
//   std::string json = check(bytes, options);
//
// Input: the bytes of one file of any kind that input/reader.h reads, or pasted text as UTF-8. The core has no files,
// clock, locale or network. Output: one JSON object of contract/README.md as UTF-8, offsets in UTF-16 units of the document text.
// Ownership: nothing is kept between calls. Errors: never thrown; a file that cannot be read gives outcome "unreadable" with a
// problem that says what it is and what to do. Cost: linear in the bytes, about a millisecond for a real report.
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

inline constexpr std::string_view version = "0.1.0";

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

// Options from JSON text: {"name", "encoding", "year", "today", "language", "withText", "withLedger", "disable": [ids],
// "severity": {id: "warning"}, "sourceFormat", "sourceBytes", "edits": [{"range", "text"}], "withDigest",
// "together": [digests], "chosenParent"}. Unknown keys and wrong types are errors in words.
struct ParsedOptions {
  Options options;
  std::string error;                 // empty when all is well
};
ParsedOptions parse_options(std::string_view json);
std::optional<Date> parse_date(std::string_view text);  // "2026-01-31"; nothing when there is no such day

// `previous`: the bytes of last year's report of the same body, or none.
std::string check(std::string_view bytes, const Options& options, std::optional<std::string_view> previous = std::nullopt);

// {"version", "families": [...], "rules": [...], "forms": [...]}: the catalogue and the forms as the program knows them.
std::string describe();
std::string describe_rules();  // {"version", "families", "rules"}
std::string describe_forms();  // {"version", "forms"}

// --- the stages, for tests, the batch tool and further outputs ----------------------------------------------------

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
