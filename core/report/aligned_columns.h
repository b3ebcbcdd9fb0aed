// Values of a line put into columns by where they stand, as in text whose columns are aligned with spaces.
#pragma once

#include <optional>
#include <vector>

#include "report/linear_tokens.h"

namespace nianbao {

constexpr std::size_t no_token = static_cast<std::size_t>(-1);

// `values`: fewer tokens than columns; `complete`: rows that have all columns, at least one. Gives one token for each column,
// no_token where the column is empty; nothing when some value does not stand clearly in one column, or when the complete
// rows disagree. Cost: values times columns.
std::optional<std::vector<std::size_t>> align_values(const Tokens& tokens, const std::vector<std::size_t>& values,
                                                     const std::vector<std::vector<std::size_t>>& complete);

}  // namespace nianbao
