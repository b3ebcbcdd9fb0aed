// The part of the HTML reader that MHT shares.
#pragma once

#include "base/unicode.h"
#include "document/document.h"

namespace nianbao {

Document read_decoded_html(const Decoded& decoded, Format format);

}  // namespace nianbao
