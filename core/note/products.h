// Everything a user takes away, by one name each: for the command line and the page.
#pragma once

#include "fix/fix.h"
#include "stages.h"

namespace nianbao {

struct Product {
  std::string bytes;  // empty when refused
  Text refusal;       // why there is none
};

struct ProductRequest {
  // "corrected", "corrections.json", "annotated", "remarks.json" (of a PDF's geometry) and "copies.json":
  // fix/fix.h, "note.html", "note.docx", "tables.html", "tables.docx", "tables.json", "tables.csv"
  std::string kind;
  std::string sha256{};           // of the file; empty: `bytes` are the file
  std::string previous_sha256{};  // of last year's file; empty: its bytes are the file
  CorrectionRequest correct{};    // of the corrected copy, and what of it stands in the annotated one
};

// {"kind", "sha256", "previousSha256"}, and of a corrected copy {"corrections" (JSON as text), "certain",
//   "accept", "plain",
// "date"}; all but the first may be missing. Nothing when it is none, or has anything else in it.
std::optional<ProductRequest> parse_request(std::string_view json);

// What read_and_check() finds, put into a file. `options.edits` count for notes and tables; annotated and
// corrected copies are of the file as it is. Of a format that is not changed the corrected copy is the list
// of corrections, as docx. An unknown kind is refused.
Product make_product(const ProductRequest& request, std::string_view bytes, const Options& options,
                     std::optional<std::string_view> previous);

Product stripped(std::string_view bytes);  // annotate/annotate.h
std::string refusal_text(const Product& product, Language language);

}  // namespace nianbao
