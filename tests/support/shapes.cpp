#include "support/shapes.h"

#include <algorithm>
#include <vector>

namespace nianbao::tests {
namespace {

using std::string;
using std::string_view;
using Grid = std::vector<std::vector<string>>;

std::vector<string> split(string_view s, char separator) {
  std::vector<string> out;
  while (true) {
    const auto at = s.find(separator);
    out.emplace_back(s.substr(0, at));
    if (at == string_view::npos) return out;
    s.remove_prefix(at + 1);
  }
}

bool starts_with(const string& s, string_view prefix) {
  return string_view(s).substr(0, prefix.size()) == prefix;
}

// A row of 表二 without tabs still belongs to its table.
bool is_row(const string& line) {
  return line.find('\t') != string::npos || starts_with(line, "第二十条第（");
}

bool is_section(const string& line) {
  for (string_view numeral : {"一、", "二、", "三、", "四、", "五、", "六、"})
    if (starts_with(line, numeral)) return true;
  return false;
}

// Calls `paragraph` with each line of text and `table` with each run of rows.
template <typename OnParagraph, typename OnTable>
void walk(string_view text, OnParagraph paragraph, OnTable table) {
  Grid grid;
  for (const string& line : split(text, '\n')) {
    if (is_row(line)) {
      grid.push_back(split(line, '\t'));
      continue;
    }
    if (!grid.empty()) table(grid);
    grid.clear();
    if (!line.empty()) paragraph(line);
  }
  if (!grid.empty()) table(grid);
}

std::size_t width(const Grid& grid) {
  std::size_t widest = 0;
  for (const auto& row : grid) widest = std::max(widest, row.size());
  return widest;
}

// Which cell of the grid covers each place: blanks of merged labels belong to the label left of them or above
// them.
class Spans {
 public:
  explicit Spans(const Grid& grid) : grid_(grid), columns_(width(grid)) {
    for (std::size_t r = 0; r < grid.size(); ++r) {
      owner_.emplace_back(columns_);
      for (std::size_t c = 0; c < columns_; ++c) owner_[r][c] = find(r, c, is_label(r, c));
    }
  }

  struct Place {
    std::size_t row, column;
    bool operator==(const Place& other) const { return row == other.row && column == other.column; }
  };

  bool starts(std::size_t r, std::size_t c) const { return owner_[r][c] == Place{r, c}; }
  std::size_t rows(std::size_t r, std::size_t c) const {
    std::size_t n = 1;
    while (r + n < owner_.size() && owner_[r + n][c] == Place{r, c}) ++n;
    return n;
  }
  std::size_t columns(std::size_t r, std::size_t c) const {
    std::size_t n = 1;
    while (c + n < columns_ && owner_[r][c + n] == Place{r, c}) ++n;
    return n;
  }
  std::size_t columns() const { return columns_; }

 private:
  // Heads of three rows in 表三 and 表四, three columns of row labels in 表三; 表二 has neither.
  bool is_label(std::size_t r, std::size_t c) const {
    if (starts_with(grid_[0][0], "第二十条")) return false;
    return r < 3 || (c < 3 && !starts_with(grid_[0][0], "行政复议"));
  }

  Place find(std::size_t r, std::size_t c, bool mergeable) const {
    const bool beyond = c >= grid_[r].size();
    if (beyond && c > 0) return owner_[r][c - 1];
    if (!mergeable || !grid_[r][c].empty()) return {r, c};
    const bool label_above = r > 0 && c + 1 == columns_ && starts(r - 1, c);
    if (c > 0 && owner_[r][c - 1].row == r && !label_above) return owner_[r][c - 1];
    return r > 0 ? owner_[r - 1][c] : Place{r, c};
  }

  const Grid& grid_;
  std::size_t columns_;
  std::vector<std::vector<Place>> owner_;
};

string html_table(const Grid& grid) {
  const Spans spans(grid);
  string out = "<table border=\"1\">\n";
  for (std::size_t r = 0; r < grid.size(); ++r) {
    out += "<tr>";
    for (std::size_t c = 0; c < spans.columns(); ++c) {
      if (!spans.starts(r, c)) continue;
      out += "<td";
      if (spans.rows(r, c) > 1) out += " rowspan=\"" + std::to_string(spans.rows(r, c)) + "\"";
      if (spans.columns(r, c) > 1) out += " colspan=\"" + std::to_string(spans.columns(r, c)) + "\"";
      out += ">" + grid[r][c] + "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

string markdown_row(const std::vector<string>& row, std::size_t columns) {
  string out = "|";
  for (std::size_t c = 0; c < columns; ++c) out += " " + (c < row.size() ? row[c] : string()) + " |";
  return out + "\n";
}

string markdown_table(const Grid& grid) {
  const std::size_t columns = width(grid);
  string out = markdown_row(grid[0], columns) + "|";
  for (std::size_t c = 0; c < columns; ++c) out += " --- |";
  out += "\n";
  for (std::size_t r = 1; r < grid.size(); ++r) out += markdown_row(grid[r], columns);
  return out + "\n";
}

}  // namespace

string as_markdown(string_view text) {
  string out;
  walk(
      text,
      [&](const string& line) {
        if (out.empty()) out += "# ";
        else if (is_section(line)) out += "## ";
        out += line + "\n\n";
      },
      [&](const Grid& grid) { out += markdown_table(grid); });
  return out;
}

string as_html(string_view text) {
  string out = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n";
  walk(
      text,
      [&](const string& line) {
        out += is_section(line) ? "<h2>" + line + "</h2>\n" : "<p>" + line + "</p>\n";
      },
      [&](const Grid& grid) { out += html_table(grid); });
  return out + "</body></html>\n";
}

}  // namespace nianbao::tests
