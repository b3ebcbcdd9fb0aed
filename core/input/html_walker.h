// Writes the report's part of a page into a DocumentBuilder.
#pragma once

#include <string_view>
#include <vector>

#include "input/html_content.h"
#include "input/html_list.h"
#include "input/html_text.h"

namespace nianbao {

class HtmlWalker {
 public:
  HtmlWalker(const HtmlTree& tree, std::string_view html, const HtmlContent& content, DocumentBuilder& build);
  void walk();

 private:
  enum class TableKind : std::uint8_t {
    layout,  // holds parts of the report together: its cells are running text
    data,
    sectioned,  // the whole report as one table: rows of one cell are running text, the others are tables
  };
  struct Table {
    TableKind kind;
    bool open;  // at the builder
  };
  struct Open {
    std::uint32_t node;
    std::uint32_t begin;  // builder position
  };

  void walk_subtree(std::uint32_t top);
  bool passes_over(std::uint32_t i);  // nothing of it is running text; what is to be recorded is recorded
  void enter(std::uint32_t i);
  void leave(const Open& open);
  void end_line();
  void record(MarkKind kind, std::uint32_t i);
  void enter_block(std::uint32_t i);
  void enter_row(std::uint32_t i);
  void leave_table();
  TableKind kind_of(std::uint32_t table) const;
  int child_cells(std::uint32_t row) const;

  const HtmlTree& tree_;
  const HtmlContent& content_;
  DocumentBuilder& build_;
  HtmlText text_;
  std::vector<char> holds_tables_;  // by node: a table with a table of the report inside
  std::vector<Open> open_;
  std::vector<Table> tables_;
  std::vector<HtmlList> lists_;
  int preformatted_ = 0;
};

}  // namespace nianbao
