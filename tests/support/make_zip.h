// Zip files for tests, made in memory.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace nianbao::testing {

using ZipParts = std::vector<std::pair<std::string, std::string>>;

// Entries stored, or deflated where that is asked for.
std::string make_zip(const ZipParts& parts, bool deflate = false);

}  // namespace nianbao::testing
