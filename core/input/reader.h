// Bytes to Document. One reader a format; the kind is decided from the bytes, never from a name.
//
// Promises of every reader: no exceptions, no recursion over the input's nesting, every budget of
// base/limits.h kept, never reads outside `bytes`, the same bytes give the same Document everywhere, and the
// Document's invariants hold. What cannot be read at all is an Error; what can be read in part is a Document
// with `problems`.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace nianbao {

struct ReadOptions {
  std::string encoding;  // the user's choice, empty for automatic
};

// What the first bytes and the container say. `pdf_geometry` is positioned text and ruling lines as made by
// the PDF front ends (see input/pdf_geometry.h).
enum class Kind {
  empty,
  text,  // plain text or Markdown
  html,
  mht,
  docx,
  ole,  // a compound file: doc, wps, or an encrypted document
  rtf,
  odt,
  fodt,  // odt as one XML file
  pdf,
  pdf_geometry,
  xlsx,
  ofd,
  zip,  // a zip that is no document: an archive of reports
  image,
  unsupported,  // a known format that is not read: pptx, xlsb, …
  binary,       // none of these
};

Kind sniff(std::string_view bytes);

Result<Document> read(std::string_view bytes, const ReadOptions& options);  // sniff, then the reader below

Result<Document> read_text(std::string_view bytes, const ReadOptions& options);
Result<Document> read_html(std::string_view bytes, const ReadOptions& options);
Result<Document> read_mht(std::string_view bytes, const ReadOptions& options);
Result<Document> read_docx(std::string_view bytes, const ReadOptions& options);
Result<Document> read_ole_word(std::string_view bytes, const ReadOptions& options);
Result<Document> read_rtf(std::string_view bytes, const ReadOptions& options);
Result<Document> read_odt(std::string_view bytes, const ReadOptions& options);       // zip
Result<Document> read_flat_odt(std::string_view bytes, const ReadOptions& options);  // one XML
Result<Document> read_pdf_geometry(std::string_view bytes, const ReadOptions& options);
Result<Document> read_xlsx(std::string_view bytes, const ReadOptions& options);
Result<Document> read_ofd(std::string_view bytes, const ReadOptions& options);

}  // namespace nianbao
