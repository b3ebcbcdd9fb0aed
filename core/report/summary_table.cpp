// A table that gathers the figures of many bodies: a row for each of them.
#include <algorithm>

#include "base/unicode.h"
#include "report/agency.h"
#include "report/bind.h"

namespace nianbao {
namespace {

constexpr int name_columns = 5;  // a body's name stands in one of the first: number, code, county, name
constexpr std::size_t fewest_rows = 2, fewest_numbers = 4;

bool is_number(std::u16string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char16_t c) {
    return is_digit(c) || c == u'.' || c == u',' || c == u'-';
  });
}

// Which rows begin with the name of a body and go on in numbers.
std::size_t rows_of_bodies(const Document& document, const Table& table) {
  std::size_t rows = 0, numbers = 0;
  int row = -1;
  bool named = false;
  const auto close = [&] { rows += named && numbers >= fewest_numbers; };
  for (const Cell& cell : table.cells) {
    if (cell.row != row) {
      close();
      row = cell.row;
      numbers = 0;
      named = false;
    }
    if (cell.column >= name_columns) {
      numbers += is_number(document.view(cell.range));
    } else if (cell.rows == 1) {
      const std::u16string text = folded(document.view(cell.range));
      named = named || is_agency_name(text);
      numbers += is_number(text);
    }
  }
  close();
  return rows;
}

}  // namespace

std::optional<Range> find_summary_table(const Document& document) {
  for (const Table& table : document.tables)
    if (table.columns > static_cast<int>(fewest_numbers) && rows_of_bodies(document, table) >= fewest_rows)
      return table.range;
  return std::nullopt;
}

}  // namespace nianbao
