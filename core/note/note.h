// 校核单: what was checked, of which bytes, with what result; for the file cabinet, and to be held against
// the file later.
//
// Its last line, which begins with "nianbao-note 1;", says in a fixed form what the check can be repeated
// from: the SHA-256 of the file, program and rules, the choices of the run, and a digest of the result. The
// note is no signature.
#pragma once

#include <map>

#include "stages.h"
#include "sheet/sheet.h"

namespace nianbao {

// Reasons for which a person has called findings no problem, by finding_keys().
using Dismissals = std::map<std::string, std::u16string, std::less<>>;

// The page's file: {"schema": "nianbao-dismissals-1", "dismissals": {key: {"rule", "reason", "message"}}}.
// Nothing when it is none.
std::optional<Dismissals> parse_dismissals(std::string_view json);

// The page's names for what findings are about: rule, cells, equation and the words in the document; alike
// ones are numbered.
std::vector<std::string> finding_keys(const Reading& reading, const std::vector<Finding>& findings);

struct FileFacts {
  std::string sha256;  // of the file itself, also where the core was given what a PDF front end made of it
  std::size_t bytes = 0;
  std::string previous_sha256;  // of last year's report; empty when none was given
};

// `checked` is null when no report was found: the note says so.
Sheet check_note(const Reading& reading, const Checked* checked, const Options& options,
                 const FileFacts& facts, const Dismissals& dismissals);

// --- holding a note against a file -------------------------------------------------------------------------

std::string rules_digest();  // 12 hex digits: which rules, with which words
std::string note_line(const Reading& reading, const Checked* checked, const Options& options,
                      const FileFacts& facts);

// What a note's last line says; `found` is false when the text holds none.
struct NoteLine {
  bool found = false;
  std::map<std::string, std::string, std::less<>> fields;  // "sha256", "version", "rules", "today", "previous", …
  std::string field(std::string_view name) const;  // empty when there is none
  Options options() const;                         // those that decide the result
};
NoteLine parse_note_line(std::u16string_view text);

enum class Verdict : std::uint8_t {
  same,            // the note is of this file, and a new check gives the same result
  other_file,      // the note is of other bytes
  other_previous,  // last year's report is another one, or was given on one side only
  other_result,    // of this file, but a new check gives another result: the rules or the note were changed
  no_note,         // no line of a note in it
};
struct Verification {
  Verdict verdict = Verdict::no_note;
  Text words;
};
// `reading` and `checked` are those of the file, made with line.options().
Verification verify_note(const NoteLine& line, const Reading& reading, const Checked* checked,
                         const FileFacts& facts);

}  // namespace nianbao
