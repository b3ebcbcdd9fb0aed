// UTF-16 back to the bytes of a file, for copies that stay in the file's own encoding.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

// `encoding`: a name that decode() gave. Nothing when the text holds a character that the encoding has not,
// or the encoding is not known. No byte order mark is written.
std::optional<std::string> encode(std::u16string_view text, std::string_view encoding);

// Where each unit of the text that decode() makes of `bytes` begins in them; one entry more, the size, at the
// end. The second unit of a pair has the place of the first. Empty for an unknown encoding. Cost: linear.
std::vector<std::uint32_t> byte_offsets(std::string_view bytes, std::string_view encoding);

}  // namespace nianbao
