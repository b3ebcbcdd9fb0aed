// The desk's results as one workbook: 清单, 问题, 单元格, 合计, 图; body and year in every row, heads frozen,
// with filters.
//
//   DeskBook book;
//   book.add(rows_of(all, options));   // for each report, in order; the rows are made on any thread
//   std::string file = book.finish(desk);
#pragma once

#include <string>

#include "desk/desk.h"
#include "sheet/workbook.h"

namespace nianbao {

struct DeskRows {
  std::string problems;  // of 问题
  std::size_t count = 0;
  std::string cells;  // of 单元格, one row
};
DeskRows rows_of(const CheckedReading& all, const Options& options);

class DeskBook {
 public:
  DeskBook();
  void add(const DeskRows& rows);
  std::string finish(const Desk& desk);  // the book is used up

 private:
  void list(const Desk& desk);
  void totals(const Desk& desk);
  void picture(const Desk& desk);

  Workbook book_;
  std::size_t list_, problems_, cells_, totals_, picture_;
};

}  // namespace nianbao
