// The corrected copy: accepted corrections in the user's own file.
//
//   const Fixed fixed = fix(bytes, reading.document, corrections, {.plain = false, .date = date});
//   if (!fixed.refusal.empty()) …               // what does not fit; nothing was written
//
// docx, odt, fodt: tracked changes by 年报体检 (or the text replaced, `plain`) in paragraphs, cells, text
//   boxes, content controls and notes, over several runs, beside changes and comments of others; the
//   characters keep their properties, every part without corrections is copied as it lies in the file.
// html: <del> and <ins>, or plain; txt, md: plain. All in the file's encoding; every other byte stays.
// Other formats are not written: list_of_corrections() is what the user takes along.
//
// What was written is read again, and handed out only when it says what the document says with the
// corrections made. Nothing reads files or the clock. Cost: linear in file and corrections.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotate.h"
#include "fix/correction.h"
#include "stages.h"

namespace nianbao {

inline constexpr std::u16string_view corrector = u"年报体检";

struct FixOptions {
  bool plain = false;        // without marks
  std::optional<Date> date;  // of the tracked changes; the core has no clock
};

struct Fixed {
  std::string bytes;  // empty when refused
  Text refusal;       // empty when all is well
};

bool can_be_fixed(Format format);  // otherwise the list is all that can be had

// Why the file itself forbids every change: it is signed, or editing is restricted. Empty when it does not.
Text change_forbidden(std::string_view bytes, Format format, const FixOptions& options);

// What copies can be had of a file, asked before one is made, as JSON: {"corrected": {"list", "problem"},
// "annotated": {"problem"}}. "list": the corrections come as a list beside the file. "problem": in words, why
// there is none, or null; that of the annotated copy is told of one without corrections.
std::string copies_json(std::string_view bytes, const Options& options);

// Why these corrections cannot be made: another file (`sha256` is the file's own), old text that is not
// there, two that overlap, none at all. Empty when they can.
Text unfit(const Document& document, const std::string& sha256, const Corrections& corrections);

// `bytes` is the file that `document` was read from, without edits.
Fixed fix(std::string_view bytes, const Document& document, const Corrections& corrections,
          const FixOptions& options);

// As a docx: place, old and new text, why; with a sentence why the file itself could not be changed.
std::string list_of_corrections(const Document& document, const Corrections& corrections,
                                const std::string& name, Language language);

// Reads, checks and corrects in one: what the command line and the page call.
struct CorrectionRequest {
  Choice choice;            // among the cures of a check
  std::string corrections;  // or JSON, see correction.h
  FixOptions options;
  std::string sha256;  // of the file; empty: `bytes` are the file
};
struct Corrected {
  // empty when refused; the file as it is where all certain cures were asked for and none is
  std::string bytes;
  Text refusal;
  bool list = false;  // the list of corrections as a docx, for the file's format cannot be changed
  Corrections made;
};
Corrected corrected_copy(std::string_view bytes, const Options& options,
                         std::optional<std::string_view> previous, const CorrectionRequest& request);

// The JSON of corrections chosen so, with all cures beside it; `refusal` where there is no report.
Corrected list_of_cures(std::string_view bytes, const Options& options,
                        std::optional<std::string_view> previous, const CorrectionRequest& request);

// The annotated copy with these corrections in it: what is found in the file as corrected, by the same
// numbers as in the page. Without corrections that of annotate/annotate.h. Refused as fix() and annotate()
// refuse.
Copy annotated_and_corrected(std::string_view bytes, const Options& options,
                             std::optional<std::string_view> previous, const CorrectionRequest& request);

// The same for a PDF, of its geometry, as JSON (annotate/page_remarks.h): the page writes it into a copy.
Copy remarks_on_pages(std::string_view geometry, const Options& options,
                      std::optional<std::string_view> previous, const CorrectionRequest& request);

// --- for the formats: corrections that fit the document, sorted, none overlapping --------------------------

Text docx_forbids_change(std::string_view bytes, const FixOptions& options);
Text odt_forbids_change(std::string_view bytes);
Fixed fix_docx(std::string_view bytes, const Document& document, const std::vector<Correction>& all,
               const FixOptions& options);
Fixed fix_odt(std::string_view bytes, const Document& document, const std::vector<Correction>& all,
              const FixOptions& options);
Fixed fix_html(std::string_view bytes, const Document& document, const std::vector<Correction>& all,
               const FixOptions& options);
Fixed fix_text(std::string_view bytes, const Document& document, const std::vector<Correction>& all,
               const FixOptions& options);

Text file_is_signed();
Text cannot_stand_there(const Correction& correction);  // the place is no plain text of one paragraph
std::string change_date(const FixOptions& options);     // "2026-01-15T00:00:00", or empty

}  // namespace nianbao
