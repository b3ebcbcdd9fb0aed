// The part of the HTML reader that MHT shares.
#pragma once

#include <string_view>

#include "input/reader.h"

namespace nianbao {

// Decodes and reads what is within limits::html_bytes. `declared`: the character set by the part's own head,
// or empty.
Result<Document> read_html_bytes(std::string_view bytes, std::string_view declared,
                                 const ReadOptions& options, Format format);

}  // namespace nianbao
