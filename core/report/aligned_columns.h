// Values of a line put into columns by where they stand, in text whose columns are aligned with spaces.
#pragma once

#include <optional>
#include <vector>

#include "report/evidence.h"

namespace nianbao {

constexpr std::size_t no_piece = static_cast<std::size_t>(-1);

// `values`: the pieces of one line, fewer than `columns`; `around`: the values of lines above and below,
// nearest first, some with all columns. The values of all must fall into just as many upright stripes as
// there are columns, apart from each other. Gives one piece for each column, no_piece where the column is
// empty; nothing where that is not so. Cost: linear, times a few.
std::optional<std::vector<std::size_t>> align_values(const Evidence& evidence,
                                                     const std::vector<std::size_t>& values,
                                                     const std::vector<std::vector<std::size_t>>& around,
                                                     std::size_t columns);

}  // namespace nianbao
