// Which of the six sections a title means: by the lists of the form, by likeness, by its words.
#pragma once

#include <string_view>

#include "report/report.h"

namespace nianbao {

struct TitleMeaning {
  int section = 0;                  // 1 to 6, 0: none of them
  Recognised how = Recognised::no;  // by_title, by_variant or by_wrong_title
};

// Only titles of the lists. `letters`: letters() of the title. Cost: the number of titles.
TitleMeaning listed_title(std::u16string_view letters);

// Also small slips and longer titles around a listed one; of a numbered heading also words that hardly mean
// anything else.
TitleMeaning title_meaning(std::u16string_view letters, bool numbered);

// Length of the longest listed title that `text` (folded) begins with, and what it means; 0 when there is
// none.
std::size_t listed_title_prefix(std::u16string_view text, TitleMeaning& found);

}  // namespace nianbao
