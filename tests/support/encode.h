// UTF-16 to bytes of any encoding of the C library, which knows nothing of what the core decodes with.
#pragma once

#include <string>
#include <string_view>

namespace nianbao::testing {

std::string encode(std::u16string_view text, const char* encoding);

// The three parts of a zip file that hold names: local headers with stored content, directory, end record. No
// checksums.
struct ZipEntry {
  std::string_view name;
  std::string_view content;
};
std::string stored_zip(std::initializer_list<ZipEntry> entries);

}  // namespace nianbao::testing
