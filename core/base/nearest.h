// What a mistyped name was meant to be.
#pragma once

#include <string_view>
#include <vector>

namespace nianbao {

// The known name that `typed` becomes by the fewest changes: a character put in, left out or changed, or
// two neighbours swapped. More than one change for three characters make another word; where one is the
// beginning of the other, four characters at least, it is one change. The first of equals; empty when none
// is near. Cost: the names times the square of their length, however long `typed` is.
std::string_view nearest(std::string_view typed, const std::vector<std::string_view>& known);

}  // namespace nianbao
