// What kind of package a zip file is, from the names in its directory alone; nothing is inflated.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

// Names of the entries in the order of the central directory; of the local headers when the directory is
// missing (a file cut short). At most limits::zip_entries. Views into `bytes`. Cost: linear in the entries.
std::vector<std::string_view> zip_names(std::string_view bytes);

// The content of the stored (not compressed) first entry when it is called "mimetype", as ODF, EPUB and OFD
// have it; else empty.
std::string_view zip_mimetype(std::string_view bytes);

}  // namespace nianbao
