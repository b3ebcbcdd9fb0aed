// SHA-256 (FIPS 180-4): the name of a file's bytes on a check note.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

std::string sha256(std::string_view bytes);  // 64 lower-case hex digits; cost: linear, one pass

}  // namespace nianbao
