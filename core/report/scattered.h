// Tables whose text was taken out of its order, column by column or in pieces, as plain pdftotext does. Only
// what is certain is bound; everything else is unread.
#pragma once

#include "report/binding.h"

namespace nianbao {

// A word of 表二 and what stands behind it up to the next text.
struct DisclosureWord {
  WordMeaning meaning{};
  std::u16string key{};
  Range range{};
  std::size_t begin = 0, end = 0;    // pieces of the word
  std::vector<std::size_t> cells{};  // pieces
  std::u16string_view altered{};     // the form's label, where the one printed has a slip
};

// A column's name followed by just as many values as its block has rows. Rows are noted as present before.
void bind_scattered_disclosure(const Source& source, const std::vector<DisclosureWord>& words);

void bind_scattered_requests(const Source& source, Span span, const std::vector<PrintedRow>& rows);

}  // namespace nianbao
