// The checker's public face: check(), with parse_options() for its options and describe() for what it knows.
//
//   Options options;                       // JSON text or this struct, see parse_options()
//   options.name = "report.docx";          // shown in the result, decides nothing
//   std::string json = check(bytes, options);
//
// Input: the bytes of one file of any kind that input/reader.h reads, or pasted text as UTF-8. The core has
// no files, clock, locale or network. Output: one JSON object of contract/README.md as UTF-8, offsets in
// UTF-16 units of the document text. Ownership: nothing is kept between calls. Errors: never thrown; a file
// that cannot be read gives outcome "unreadable" with a problem that says what it is and what to do. Cost:
// linear in the bytes, about a millisecond for a real report.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "output/describe.h"
#include "output/options.h"
#include "stages.h"

namespace nianbao {

// `previous`: the bytes of last year's report of the same body, or none.
std::string check(std::string_view bytes, const Options& options,
                  std::optional<std::string_view> previous = std::nullopt);

}  // namespace nianbao
