// What a rule checks, in a few words: how a check that passed or was left out is called. A rule's title names
// the fault.
#pragma once

#include <optional>
#include <string_view>

#include "base/words.h"

namespace nianbao {

std::optional<Words> check_name(std::string_view rule);  // every rule has one

}  // namespace nianbao
