// All of ICU that the checker uses, in one place: bytes to UTF-16, folding for comparison, UTF-16 to UTF-8.
//
// Text is UTF-16 everywhere in the core (std::u16string), because the contract counts UTF-16 units and a
// Chinese character is one unit. UTF-8 exists only at the two ends: options in, JSON out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace nianbao {

struct Decoded {
  std::u16string text;  // line ends as they were; a leading byte order mark removed
  // "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5", ...: the name shown to the user
  std::string encoding;
  // "bom", "declared", "valid", "pattern", "forced", "fallback": why this encoding was chosen
  std::string reason;
  std::size_t replaced = 0;  // byte sequences that were no characters and became U+FFFD
};

// Bytes to text. `forced` (may be empty) is the user's choice and always wins; `declared` (may be empty) is
// what the file says of itself (<meta charset>, \ansicpg, MIME header) and wins unless the bytes contradict
// it: GB18030 data declared as UTF-8, or a gb2312 page that holds GB18030 characters (GBK and GB2312 are
// always decoded as GB18030). Order otherwise: byte order mark, strict UTF-8, UTF-16 by its pattern of zero
// bytes, strict GB18030 against strict Big5.
// Cost: linear. An unknown `forced` name gives ErrorCode::encoding.
Result<Decoded> decode(std::string_view bytes, std::string_view declared = {}, std::string_view forced = {});

// "UTF-16LE" or "UTF-16BE" where the bytes carry no mark but read as Chinese text in one of them and not in
// the other, otherwise empty. Looks at the first 64 KB.
std::string_view utf16_pattern(std::string_view bytes);

std::string to_utf8(std::u16string_view text);    // lone surrogates become U+FFFD
std::u16string from_utf8(std::string_view utf8);  // ill-formed bytes become U+FFFD

// A comparison form with a way back: source[i] is the offset in the original of the unit that folded unit i
// came from; source.back() is the original's length, so source.size() == text.size() + 1 always.
struct Folded {
  std::u16string text;
  std::vector<std::uint32_t> source;

  // The original range behind folded units [begin, end).
  Range back(std::size_t begin, std::size_t end) const {
    return {source[begin], end > begin ? source_end(end - 1) : source[begin]};
  }
  std::uint32_t source_end(std::size_t last) const;  // original offset just behind folded unit `last`
  std::vector<std::uint32_t> ends;                   // original end of each folded unit
};

enum class Spaces { drop, keep };

// NFKC as far as Chinese documents need it (chinese_only.py); full-width and half-width alike; dash variants
// to '-', quote variants to '"', bracket variants 〔〕［］【】（） to ( and ), ： to ':', ， to ',' ;
// zero-width characters dropped; with Spaces::drop all white space dropped too, with Spaces::keep a run of
// white space becomes one ' '. Cost: linear.
Folded fold(std::u16string_view text, Spaces spaces = Spaces::drop);

// fold() without the map, for labels that are compared often.
std::u16string folded(std::u16string_view text, Spaces spaces = Spaces::drop);

bool is_space(char16_t c);  // white space of any kind, NBSP, ideographic space, zero-width included
bool is_han(char16_t c);    // CJK ideographs of the basic planes that fit one unit
bool is_digit(char16_t c);  // ASCII and full-width digits
std::u16string_view trim(std::u16string_view text);

}  // namespace nianbao
