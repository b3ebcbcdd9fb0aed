// A copy of the user's own file with the findings at their places, and the way back.
//
//   Copy copy = annotated_copy(bytes, options, previous);
//   if (!copy.refusal.empty()) …               // which copies are possible, and what to take instead
//   strip(copy.bytes).bytes;                   // the file as it was
//
// docx: Word comments by 年报体检 on the guilty text, the empty cell, or, where a finding has no place of its
//   own, the title; a finding of several places has a comment at each, which says all at the first; every
//   part that has nothing to do with comments is copied as it lies in the file. Comments of others stay.
// html: <mark> around the places and a list of notes at the end of the page; the page's bytes and encoding
//   stay as they are.
// txt, md: lines that begin with 【年报体检 …】 behind the lines they are about (in Markdown behind the
//   table), in the file's encoding, and a last one with the record.
// Other formats are refused.
//
// strip() takes out exactly what annotate() put in, also from a copy that was edited in between; it goes by
// what the copy records of itself (record.h; in a docx a part of its own), and refuses where marks were lost
// or added: the author's own words are never taken for ours. docx: parts are the same bytes again unless Word
// or LibreOffice wrote the file anew, which `note` says; html, txt, md: the same bytes. Neither reads files
// or the clock. Cost: linear.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stages.h"

namespace nianbao {

inline constexpr std::u16string_view annotator = u"年报体检";

struct Copy {
  std::string bytes;  // empty when refused
  Text refusal;       // empty when all is well
  int remarks = 0;    // findings put in, or comments, marks and lines taken out
  Text note{};        // of strip(): what is not as it was before the remarks
};

// `bytes` is the file that `all` was made of, without remarks of ours: strip() it first. Requires
// all.checked. What a person has set aside has no remark. `date` stands in the copy, where one is given: the
// core has no clock.
Copy annotate(std::string_view bytes, const CheckedReading& all, Language language,
              std::optional<Date> date = {});

// A file without remarks of ours comes back as it is, with `remarks` 0. Refused: formats that annotate()
// refuses.
Copy strip(std::string_view bytes);

// Reads, checks and annotates in one: what the command line and the page call. A file of a kind that can
// carry remarks is stripped first, so that a copy is renewed and not annotated twice.
Copy annotated_copy(std::string_view bytes, const Options& options,
                    std::optional<std::string_view> previous = std::nullopt);

// --- for the formats ---------------------------------------------------------------------------------------

struct Remark {
  std::vector<Range> places;  // in the document text; at least one
  Severity severity;
  std::vector<std::u16string> lines;    // what to say
  std::vector<std::u16string> again{};  // what to say at its further places, for formats that speak at each
  std::u16string rest{};                // where these are too many: the last one's further line
};
inline constexpr std::size_t most_spoken_places = 20;  // of one finding; a table of blanks has 200
std::vector<Remark> remarks_of(const CheckedReading& all, Language language);

bool can_be_annotated(Format format);
Text no_annotated_copy();  // why there is none of another format

// The copy with these remarks; `document` was read from `bytes`.
Copy with_remarks(std::string_view bytes, const Document& document, const std::vector<Remark>& remarks,
                  std::optional<Date> date);

std::string annotate_docx(std::string_view bytes, const Document& document,
                          const std::vector<Remark>& remarks,
                          std::optional<Date> date = {});  // empty: damaged
std::string annotate_html(std::string_view bytes, const Document& document,
                          const std::vector<Remark>& remarks, std::optional<Date> date = {});
std::string annotate_text(std::string_view bytes, const Document& document,
                          const std::vector<Remark>& remarks, std::optional<Date> date = {});
Copy strip_docx(std::string_view bytes);
Copy strip_html(std::string_view bytes);
Copy strip_text(std::string_view bytes);

}  // namespace nianbao
