// A base report as lines whose table rows know which statutory row they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "form/form.h"

namespace nianbao::tests {

class BaseReport {
 public:
  // Text in the layout of tests/rules/base_2021.txt: tab-separated tables in sections 二, 三 and 四.
  BaseReport(std::string_view text, const Form& form);

  void move_years(int by);  // every year outside tables and 〔 〕
  int report_year() const;  // the first year of the title

  // Each gives false when the base has no such thing.
  bool set_cell(std::string_view id, std::string_view value);
  bool remove_row(std::string_view id);
  bool remove_column(std::string_view id);
  bool remove_table(std::string_view key);
  bool remove_section(int number);
  bool empty_section(int number);
  bool swap_sections(int first, int second);
  void set_title(std::string_view title);
  void set_signature(std::string_view date);  // empty: neither agency nor date

  std::string text() const;

 private:
  using Cells = std::vector<std::string>;
  struct Line {
    Cells cells;     // one for running text
    int table = -1;  // TableId
    int row = -1;    // form row; the three rows of 表四 stand in one line
  };

  struct Extent {
    std::size_t begin, end;
  };  // lines; empty when there is no such section
  Extent section(int number) const;
  void find_rows(const Form& form);
  bool set_row_cell(int table, int row, std::string_view column, std::string_view value);
  Line* line_of(int table, int row);
  void erase_columns(int table, std::size_t begin, std::size_t count);
  std::size_t place_of_column(int table, int column) const;
  bool remove_disclosure_column(std::string_view key);

  const Form& form_;
  std::vector<Line> lines_;
  std::vector<int> removed_[table_count];  // form columns of 表三 and 表四 that are gone
};

}  // namespace nianbao::tests
