// 校核单: what was checked, of which bytes, with what result; for the file cabinet, and to be held against
// the file later.
//
// Its last line, which begins with "nianbao-note 1;", says in a fixed form what the check can be repeated
// from: the SHA-256 of the file, program and rules, the choices of the run, and a digest of the result. The
// note is no signature.
#pragma once

#include <map>

#include "sheet/sheet.h"
#include "stages.h"

namespace nianbao {

struct FileFacts {
  std::string sha256;  // of the file itself, also where the core was given what a PDF front end made of it
  std::size_t bytes = 0;
  std::string previous_sha256;  // of last year's report; empty when none was given
};

// Where no report was found the note says so.
Sheet check_note(const CheckedReading& all, const Options& options, const FileFacts& facts);

// --- holding a note against a file -------------------------------------------------------------------------

std::string rules_digest();  // 12 hex digits: which rules, with which words
std::string note_line(const CheckedReading& all, const Options& options, const FileFacts& facts);

// What a note's last line says; `found` is false when the text holds none.
struct NoteLine {
  bool found = false;
  // "sha256", "version", "rules", "today", "previous", …
  std::map<std::string, std::string, std::less<>> fields;
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
// `all` is the file's, made with line.options().
Verification verify_note(const NoteLine& line, const CheckedReading& all, const FileFacts& facts);

}  // namespace nianbao
