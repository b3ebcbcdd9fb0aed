// The statutory form as data: six sections, three tables, every row and column with its key and printed
// label.
//
// A form file holds only aggregate initialisers; readers, rules and page know rows by key, never by position
// in the code. Keys are those of the contract: "<table>.<row>.<column>". Everything here is static and lives
// for ever.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace nianbao {

enum class TableId : std::uint8_t {
  disclosure,   // 表二 主动公开政府信息情况
  requests,     // 表三 收到和处理政府信息公开申请情况
  proceedings,  // 表四 政府信息公开行政复议、行政诉讼情况
};
constexpr int table_count = 3;

using Labels = std::span<const std::u16string_view>;
using Keys = std::span<const std::string_view>;

struct FormColumn {
  std::string_view key;
  std::u16string_view label;  // as printed
  std::string_view english;
  std::u16string_view group{};  // printed above several columns: 法人或其他组织
};

struct FormRow {
  std::string_view key;
  std::u16string_view label;  // as printed
  std::string_view english;
  std::u16string_view group{};  // printed before several rows: （三）不予公开, 第二十条第（五）项, 行政诉讼
  std::span<const FormColumn> columns;
  bool outcome = false;  // 表三: one of the rows that add up to （七）总计
  Labels also{};         // labels also seen in practice
};

struct FormTable {
  TableId id;
  std::string_view key;       // "requests"
  std::u16string_view name;   // 表三
  std::u16string_view title;  // of its section, without number
  std::span<const FormRow> rows;
  Keys incoming{};  // rows that together equal `outgoing` in every column: 一 + 二 = 三（七） + 四
  Keys outgoing{};
};

struct FormSection {
  int number;                   // 1 to 6
  std::u16string_view numeral;  // 一
  std::u16string_view title;    // 总体情况
  Labels accepted;              // variants in use that deserve no more than a notice
  Labels outdated_or_wrong;     // variants recognised, but wrong
};

struct Form {
  int key;                       // 2019 or 2021
  std::u16string_view citation;  // 国办公开办函〔2021〕30号
  std::span<const FormSection> sections;
  FormTable tables[table_count];  // by TableId
  Labels telltale;                // words that only this form has

  const FormTable& table(TableId id) const { return tables[static_cast<int>(id)]; }
};

// One cell of a form. Rows and columns are positions in the form's tables.
struct CellRef {
  TableId table = TableId::disclosure;
  std::uint8_t row = 0;
  std::uint8_t column = 0;
};
inline bool operator==(CellRef a, CellRef b) {
  return a.table == b.table && a.row == b.row && a.column == b.column;
}
inline bool operator!=(CellRef a, CellRef b) { return !(a == b); }
inline bool operator<(CellRef a, CellRef b) {
  if (a.table != b.table) return a.table < b.table;
  return a.row != b.row ? a.row < b.row : a.column < b.column;
}

std::span<const Form* const> forms();  // all, by key
const Form& form_2019();  // 国办公开办函〔2019〕60号, report years 2019 and 2020, 198 cells
const Form& form_2021();  // 国办公开办函〔2021〕30号, report years 2021 and later, 200 cells
const Form& form_for_year(int year);  // 0 (unknown) gives the current form

int row_index(const FormTable& table, std::string_view key);  // -1 when the form has no such row
int column_index(const FormRow& row, std::string_view key);   // -1 when the row has no such column
std::optional<CellRef> cell(const Form& form, std::string_view table, std::string_view row,
                            std::string_view column);
std::optional<CellRef> cell(const Form& form, std::string_view id);  // "requests.new_requests.total"
std::string cell_id(const Form& form, CellRef ref);
int cell_count(const Form& form);

// 表三“一、本年新收政府信息公开申请数量”行“总计”列 / Table 3, row "…", column "…"
std::u16string cell_name(const Form& form, CellRef ref);
std::string cell_name_english(const Form& form, CellRef ref);

}  // namespace nianbao
