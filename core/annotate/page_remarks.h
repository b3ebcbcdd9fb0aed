// Remarks on laid-out pages, for the part of the page that writes them into a copy of a PDF: what to say and
// where.
//
// [{"kind": "error" | "warning" | "notice" | "accepted", "text": "…", "page": 0, "boxes": [[left, top, right,
//   bottom], …]}, …]
// Each is one comment: a finding of several places has one at each, which says all at the first. Boxes are in
// points from the top left of the page as it is shown, one for each line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotate.h"

namespace nianbao {

struct RemarksIn {
  const Document& document;  // read of the geometry; with or without changes
  std::vector<Remark> remarks;
};

// `geometry` is that of input/pdf_geometry.h; `accepted` are corrections, of the document as read. Empty: it
// is none.
std::string page_remarks_json(std::string_view geometry, const RemarksIn& found, const RemarksIn& accepted);

}  // namespace nianbao
