// The small module reads the formats that reports are written in: Word files, pages and text in UTF-8. In
// place of the other readers and the tables of older encodings it has these, which note that something was
// asked for that it does not have; what came of the check is not told then, and the page asks the large
// module (check_bindings.cpp).
#include "base/legacy_tables.h"
#include "beyond.h"
#include "input/reader.h"

namespace nianbao {

bool& beyond() {
  static bool asked = false;
  return asked;
}

bool load_legacy_tables() {
  beyond() = true;
  return false;
}

Result<Document> read(std::string_view bytes, const ReadOptions& options) {
  switch (sniff(bytes)) {
    case Kind::text: return read_text(bytes, options);
    case Kind::html: return read_html(bytes, options);
    case Kind::docx: return read_docx(bytes, options);
    default: break;
  }
  beyond() = true;
  return Error{ErrorCode::unsupported};
}

}  // namespace nianbao
