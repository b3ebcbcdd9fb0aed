#pragma once

#include <string_view>

namespace nianbao::tests {

// Whether English words hold Chinese outside quotation marks.
bool has_bare_chinese(std::u16string_view text);

}  // namespace nianbao::tests
