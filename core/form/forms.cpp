#include "base/quotes.h"
#include "base/unicode.h"
#include "form/form.h"

namespace nianbao {

std::span<const Form* const> forms() {
  static const Form* const all[] = {&form_2019(), &form_2021()};
  return all;
}

const Form& form_for_year(int year) { return year == 2019 || year == 2020 ? form_2019() : form_2021(); }

int row_index(const FormTable& table, std::string_view key) {
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    if (table.rows[i].key == key) return static_cast<int>(i);
  return -1;
}

int column_index(const FormRow& row, std::string_view key) {
  for (std::size_t i = 0; i < row.columns.size(); ++i)
    if (row.columns[i].key == key) return static_cast<int>(i);
  return -1;
}

std::optional<CellRef> cell(const Form& form, std::string_view table, std::string_view row,
                            std::string_view column) {
  for (const FormTable& t : form.tables) {
    if (t.key != table) continue;
    const int r = row_index(t, row);
    const int c = r < 0 ? -1 : column_index(t.rows[r], column);
    if (c < 0) return std::nullopt;
    return CellRef{t.id, static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(c)};
  }
  return std::nullopt;
}

std::optional<CellRef> cell(const Form& form, std::string_view id) {
  const auto first = id.find('.'), second = id.rfind('.');
  if (first == std::string_view::npos || first == second) return std::nullopt;
  return cell(form, id.substr(0, first), id.substr(first + 1, second - first - 1), id.substr(second + 1));
}

std::string cell_id(const Form& form, CellRef ref) {
  const FormTable& table = form.table(ref.table);
  const FormRow& row = table.rows[ref.row];
  std::string id(table.key);
  return id.append(".").append(row.key).append(".").append(row.columns[ref.column].key);
}

int cell_count(const Form& form) {
  int count = 0;
  for (const FormTable& table : form.tables)
    for (const FormRow& row : table.rows) count += static_cast<int>(row.columns.size());
  return count;
}

std::u16string cell_name(const Form& form, CellRef ref) {
  const FormTable& table = form.table(ref.table);
  const FormRow& row = table.rows[ref.row];
  const std::u16string name(table.name), column(row.columns[ref.column].label);
  if (table.id == TableId::proceedings)  // both are heads of columns there
    return name + quoted_name(std::u16string(row.label) + u"—" + column);
  return name + quoted_name(row.label) + u"行" + quoted_name(column) + u"列";
}

std::string cell_name_english(const Form& form, CellRef ref) {
  const FormTable& table = form.table(ref.table);
  const FormRow& row = table.rows[ref.row];
  std::string name = "Table " + std::to_string(static_cast<int>(ref.table) + 2);
  return name.append(", row \"")
      .append(row.english)
      .append("\", column \"")
      .append(row.columns[ref.column].english)
      .append("\"");
}

}  // namespace nianbao
