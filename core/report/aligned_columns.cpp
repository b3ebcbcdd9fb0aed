#include "report/aligned_columns.h"

#include <cstdlib>

namespace nianbao {
namespace {

// Twice the middle, so that it is whole.
int middle(const Token& token) { return token.x + token.x_end; }

// Columns that are apart by three characters at least, or nothing.
bool is_spread(const Tokens& tokens, const std::vector<std::size_t>& row) {
  for (std::size_t i = 0; i + 1 < row.size(); ++i) {
    const Token &left = tokens.all[row[i]], &right = tokens.all[row[i + 1]];
    if (left.kind != TokenKind::value || right.kind != TokenKind::value || left.line != right.line || right.x - left.x_end < 2) return false;
  }
  return true;
}

std::optional<std::vector<std::size_t>> align_to(const Tokens& tokens, const std::vector<std::size_t>& values, const std::vector<std::size_t>& row) {
  std::vector<std::size_t> out(row.size(), no_token);
  int last = -1;
  for (std::size_t value : values) {
    const Token& token = tokens.all[value];
    int best = -1, least = 1 << 20, second = 1 << 20;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const int distance = std::abs(middle(token) - middle(tokens.all[row[c]]));
      if (distance < least) second = least, least = distance, best = static_cast<int>(c);
      else if (distance < second) second = distance;
    }
    if (best <= last || least * 2 >= second) return std::nullopt;
    out[static_cast<std::size_t>(best)] = value;
    last = best;
  }
  return out;
}

}  // namespace

std::optional<std::vector<std::size_t>> align_values(const Tokens& tokens, const std::vector<std::size_t>& values,
                                                     const std::vector<std::vector<std::size_t>>& complete) {
  std::optional<std::vector<std::size_t>> agreed;
  if (values.empty()) return agreed;
  for (std::size_t value : values)
    if (tokens.all[value].line != tokens.all[values.front()].line) return std::nullopt;
  for (const std::vector<std::size_t>& row : complete) {
    if (!is_spread(tokens, row)) continue;
    const auto aligned = align_to(tokens, values, row);
    if (!aligned || (agreed && *agreed != *aligned)) return std::nullopt;
    agreed = aligned;
  }
  return agreed;
}

}  // namespace nianbao
