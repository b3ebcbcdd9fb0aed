// Ranges and numbers as every JSON output writes them.
#pragma once

#include <nlohmann/json.hpp>

#include "base/decimal.h"
#include "base/range.h"

namespace nianbao {

inline nlohmann::ordered_json json_range(Range r) { return nlohmann::ordered_json::array({r.begin, r.end}); }

// Whole numbers as integers, others as the shortest decimal that reads back the same.
inline nlohmann::ordered_json json_number(Decimal value) {
  if (value.is_integer()) return value.whole();
  return value.to_double();
}

}  // namespace nianbao
