// What-if: a document with some of its text replaced, before it is bound. Tables stay grids, whatever the
// file's format.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace nianbao {

// `range` is in the document as read, before any edit; an empty range inserts. The same place is replaced
// once.
struct Edit {
  Range range{};
  std::u16string text;
};

// Applies edits sorted by place, and moves every range of the document along: a range that ends or begins
// inside a replaced one loses that part; an empty range at an insertion takes the inserted text in. False,
// and the document as it was, when an edit lies outside the text, splits a character, or overlaps another.
// Cost: linear in document and edits.
bool apply_edits(const std::vector<Edit>& edits, Document& document);

}  // namespace nianbao
