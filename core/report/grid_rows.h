// The rows of a grid one after another, with what each cell says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/form_words.h"
#include "report/report.h"

namespace nianbao {

struct GridSlot {
  const Cell* cell = nullptr;
  int begin = 0, end = 0;  // columns
  bool own = true;         // begins in this row; false: spans down from above
  bool blank = false;
  bool value = false;  // reads as a number or a nil mark
  std::u16string key;  // label_key() of its text; empty for blanks and values
  WordMeaning meaning;
};

struct GridRow {
  int number = 0;
  std::vector<GridSlot> slots;  // from left to right
};

// Rows of `table` in order. Cost: linear in the cells; a cell that spans many rows costs one slot in each.
class GridRows {
 public:
  GridRows(const Document& document, const Table& table);
  bool next(GridRow& row);  // false at the end, or when limits::table_cells slots were given

 private:
  GridSlot slot(const Cell& cell) const;

  const Document& document_;
  const Table& table_;
  std::size_t cell_ = 0;
  int row_ = 0;
  std::size_t given_ = 0;
  std::vector<GridSlot> open_;  // cells that span into the next row
};

// The grid with rows and columns exchanged, where its labels say that it lies on its side: results of
// proceedings or applicants down the first column, groups or rows of the form along the top. Nothing
// otherwise. Cost: linear, but for a sort.
std::optional<Table> turned(const Document& document, const Table& table);

}  // namespace nianbao
