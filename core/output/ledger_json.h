// The ledger of the narrative's figures as JSON: the key "ledger" of a result.
#pragma once

#include <nlohmann/json.hpp>

#include "check.h"

namespace nianbao {

// {"figures": [{range, text, value, low?, high?, unit, kind, class, counts, section, scope, period, cells, expected, figures, note}],
//  "sums", "shares", "growths", "total", "understood", "cut"}. Indices are positions in "figures". `note` is one line for people.
nlohmann::ordered_json ledger_json(const Reading& reading, const Ledger& ledger, Language language);

}  // namespace nianbao
