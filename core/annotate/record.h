// What a copy records of itself, so that nothing is taken out of it that was not put in: a key that the file
// does not hold, how many marks bear it, and the hash of the file as it was.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/words.h"

namespace nianbao {

struct CopyRecord {
  std::u16string key;     // 12 hex digits
  std::size_t marks = 0;  // that bear the key, the record itself not among them
  std::string sha256;     // of the file without remarks
};

// A record without marks for these bytes, whose decoded text is `text`.
CopyRecord new_record(std::string_view bytes, std::u16string_view text);

// "3f2a9c1b77e0 12 <64 hex digits>": as it stands in the copy.
std::u16string written(const CopyRecord& record);
// Behind `begin` and in front of `end`, at or behind `from`; moves `from` behind it. Nothing when there is
// none.
std::optional<CopyRecord> find_record(std::u16string_view text, std::u16string_view begin,
                                      std::u16string_view end, std::size_t& from);

std::size_t count_of(std::u16string_view text, std::u16string_view mark);

Text marks_lost(std::size_t recorded, std::size_t found);  // the refusal
Text edited_since();  // the note of a copy whose rest is not the file as it was

}  // namespace nianbao
