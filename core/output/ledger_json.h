// The ledger of the narrative's figures as JSON: the key "ledger" of a result.
#pragma once

#include <nlohmann/json.hpp>

#include "stages.h"

namespace nianbao {

// {"figures": [{range, text, value, low?, high?, unit, kind, class, counts, section, scope, period, cells,
//   signs?, expected, figures,
//   equation?, note}], "sums", "shares", "growths", "total", "understood", "cut"}. Indices are positions in
//   "figures". `signs`, where
// a cell is subtracted: 1 or -1 a cell. `equation`: what the figure was held against as a formula. `note` is
// one line for people.
nlohmann::ordered_json ledger_json(const Reading& reading, const Ledger& ledger, Language language);

}  // namespace nianbao
