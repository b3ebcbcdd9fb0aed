// A small system of equations over integers with lower bounds: Gauss-Jordan with pivots of 1 or -1, then
// Fourier-Motzkin over what is left free. Both stay integral because the matrix of a two-way table is totally
// unimodular.
#include <algorithm>
#include <optional>

#include "localise/smallest_repair.h"

namespace nianbao::localisation {
namespace {

using Row = std::vector<std::int64_t>;  // coefficients, then the right side

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}

void add_multiple(Row& to, const Row& from, std::int64_t factor) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += factor * from[i];
}

// Reduced row echelon form; gives for each column the row it is the pivot of, or -1. Nothing when the rows
// contradict each other.
std::optional<std::vector<int>> reduce(std::vector<Row>& rows, std::size_t columns) {
  std::vector<int> pivot_row(columns, -1);
  std::size_t done = 0;
  for (std::size_t c = 0; c < columns && done < rows.size(); ++c) {
    const auto unit = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(done), rows.end(),
                                   [&](const Row& row) { return row[c] == 1 || row[c] == -1; });
    if (unit == rows.end()) continue;
    std::swap(*unit, rows[done]);
    if (rows[done][c] == -1)
      for (std::int64_t& x : rows[done]) x = -x;
    for (std::size_t r = 0; r < rows.size(); ++r)
      if (r != done && rows[r][c] != 0) add_multiple(rows[r], rows[done], -rows[r][c]);
    pivot_row[c] = static_cast<int>(done++);
  }
  for (std::size_t r = done; r < rows.size(); ++r)
    if (rows[r][columns] != 0) return std::nullopt;
  return pivot_row;
}

// What the bounds say of all variables but the last: every upper bound of it lies above every lower one.
std::vector<Row> without_last(const std::vector<Row>& bounds, std::size_t last) {
  std::vector<Row> rest;
  const auto keep = [&](Row row) {
    row.erase(row.begin() + static_cast<std::ptrdiff_t>(last));
    rest.push_back(std::move(row));
  };
  for (const Row& upper : bounds) {
    if (upper[last] == 0) keep(upper);
    if (upper[last] <= 0) continue;
    for (const Row& lower : bounds) {
      if (lower[last] >= 0) continue;
      Row sum(upper.size(), 0);
      add_multiple(sum, upper, -lower[last]);
      add_multiple(sum, lower, upper[last]);
      keep(std::move(sum));
    }
  }
  return rest;
}

// The last variable where the others have these values; close to 0.
std::optional<std::int64_t> last_within(const std::vector<Row>& bounds,
                                        const std::vector<std::int64_t>& values) {
  const std::size_t last = values.size();
  std::optional<std::int64_t> low, high;
  for (const Row& bound : bounds) {
    if (bound[last] == 0) continue;
    std::int64_t room = bound.back();
    for (std::size_t i = 0; i < last; ++i) room -= bound[i] * values[i];
    const std::int64_t limit =
        bound[last] > 0 ? floor_div(room, bound[last]) : -floor_div(room, -bound[last]);
    if (bound[last] > 0) high = high ? std::min(*high, limit) : limit;
    else low = low ? std::max(*low, limit) : limit;
  }
  if (low && high && *low > *high) return std::nullopt;
  std::int64_t value = 0;
  if (low) value = std::max(value, *low);
  if (high) value = std::min(value, *high);
  return value;
}

// Integers t with coefficients · t <= right side for every row, close to 0; nothing when there are none.
std::optional<std::vector<std::int64_t>> within(const std::vector<Row>& bounds, std::size_t variables) {
  if (variables == 0) {
    for (const Row& bound : bounds)
      if (bound.back() < 0) return std::nullopt;
    return std::vector<std::int64_t>{};
  }
  auto values = within(without_last(bounds, variables - 1), variables - 1);
  if (!values) return std::nullopt;
  const auto last = last_within(bounds, *values);
  if (!last) return std::nullopt;
  values->push_back(*last);
  return values;
}

Row row_of(const System& system, const Equation& equation, const std::vector<int>& chosen) {
  Row row(chosen.size() + 1, 0);
  for (const Term& term : equation)
    for (std::size_t i = 0; i < chosen.size(); ++i)
      if (chosen[i] == term.cell) row[i] += term.sign;
  row.back() = -residual(system, equation);
  return row;
}

}  // namespace

std::int64_t residual(const System& system, const Equation& equation) {
  std::int64_t sum = 0;
  for (const Term& term : equation) sum += term.sign * system.values[static_cast<std::size_t>(term.cell)];
  return sum;
}

bool solve(const System& system, const std::vector<int>& chosen, const std::vector<int>& equations,
           ChangeSet& out) {
  const std::size_t n = chosen.size();
  std::vector<Row> rows;
  for (int e : equations)
    rows.push_back(row_of(system, system.equations[static_cast<std::size_t>(e)], chosen));
  const auto pivot_row = reduce(rows, n);
  if (!pivot_row) return false;
  std::vector<std::size_t> free;
  for (std::size_t i = 0; i < n; ++i)
    if ((*pivot_row)[i] < 0) free.push_back(i);
  // x_i >= -value_i for each cell, written over the free ones.
  std::vector<Row> bounds;
  for (std::size_t i = 0; i < n; ++i) {
    Row bound(free.size() + 1, 0);
    const int p = (*pivot_row)[i];
    for (std::size_t j = 0; j < free.size(); ++j)
      bound[j] = p < 0 ? (free[j] == i ? -1 : 0) : rows[static_cast<std::size_t>(p)][free[j]];
    bound.back() = system.values[static_cast<std::size_t>(chosen[i])] +
                   (p < 0 ? 0 : rows[static_cast<std::size_t>(p)][n]);
    bounds.push_back(std::move(bound));
  }
  const auto values = within(bounds, free.size());
  if (!values) return false;
  out.clear();
  for (std::size_t i = 0; i < n; ++i) {
    const int p = (*pivot_row)[i];
    std::int64_t by = p < 0 ? 0 : rows[static_cast<std::size_t>(p)][n];
    for (std::size_t j = 0; j < free.size(); ++j)
      by += p < 0 ? (free[j] == i ? (*values)[j] : 0)
                  : -rows[static_cast<std::size_t>(p)][free[j]] * (*values)[j];
    out.push_back({chosen[i], by});
  }
  put_in_order(out);
  return true;
}

}  // namespace nianbao::localisation
