#include "support/base_report.h"

#include <algorithm>
#include <cstdlib>

#include "base/unicode.h"

namespace nianbao::tests {
namespace {

using std::string;
using std::string_view;

constexpr int requests = static_cast<int>(TableId::requests),
              proceedings = static_cast<int>(TableId::proceedings);
constexpr std::size_t label_columns = 3;  // before the seven columns of 表三

std::vector<string> split(string_view s, char separator) {
  std::vector<string> out;
  while (true) {
    const auto at = s.find(separator);
    out.emplace_back(s.substr(0, at));
    if (at == string_view::npos) return out;
    s.remove_prefix(at + 1);
  }
}

bool is_digit_at(const string& s, std::size_t at) { return at < s.size() && s[at] >= '0' && s[at] <= '9'; }

bool is_year_at(const string& s, std::size_t at) {
  if (s.compare(at, 2, "20") != 0 || !is_digit_at(s, at + 2) || !is_digit_at(s, at + 3) ||
      is_digit_at(s, at + 4))
    return false;
  if (at > 0 && is_digit_at(s, at - 1)) return false;
  return at < 3 || s.compare(at - 3, 3, "〔") != 0;
}

bool matches(string_view pattern, string_view key) { return pattern == "*" || pattern == key; }

}  // namespace

BaseReport::BaseReport(string_view text, const Form& form) : form_(form) {
  int table = -1;
  for (const string& line : split(text, '\n')) {
    if (line.rfind("二、主动", 0) == 0) table = 0;
    else if (line.rfind("三、收到", 0) == 0) table = 1;
    else if (line.rfind("四、政府", 0) == 0) table = 2;
    else if (line.rfind("五、", 0) == 0) table = -1;
    else if (table >= 0 && !line.empty()) {
      lines_.push_back({split(line, '\t'), table, -1});
      continue;
    }
    lines_.push_back({{line}, -1, -1});
  }
  find_rows(form);
}

void BaseReport::find_rows(const Form& form) {
  for (const FormTable& table : form.tables) {
    std::size_t next = 0;
    for (Line& line : lines_) {
      if (line.table != static_cast<int>(table.id) || next == table.rows.size()) continue;
      if (line.table == proceedings) {
        if (is_digit_at(line.cells[0], 0)) line.row = 0;
        continue;
      }
      const string label = to_utf8(table.rows[next].label);
      if (std::find(line.cells.begin(), line.cells.end(), label) != line.cells.end())
        line.row = static_cast<int>(next++);
    }
  }
}

int BaseReport::report_year() const {
  const string& title = lines_.front().cells[0];
  for (std::size_t i = 0; i < title.size(); ++i)
    if (is_year_at(title, i)) return std::atoi(title.substr(i, 4).c_str());
  return 0;
}

void BaseReport::move_years(int by) {
  for (Line& line : lines_) {
    if (line.table >= 0) continue;
    string& text = line.cells[0];
    for (std::size_t i = 0; i < text.size(); ++i)
      if (is_year_at(text, i)) text.replace(i, 4, std::to_string(std::atoi(text.substr(i, 4).c_str()) + by));
  }
}

BaseReport::Line* BaseReport::line_of(int table, int row) {
  for (Line& line : lines_)
    if (line.table == table && line.row == (table == proceedings ? 0 : row)) return &line;
  return nullptr;
}

bool BaseReport::set_row_cell(int table, int row, string_view column, string_view value) {
  Line* line = line_of(table, row);
  if (line == nullptr) return false;
  const FormRow& form_row = form_.tables[table].rows[row];
  const std::size_t count = form_row.columns.size();
  const std::size_t first = table == proceedings ? row * count : line->cells.size() - count;
  bool any = false;
  for (std::size_t c = 0; c < count; ++c) {
    if (!matches(column, form_row.columns[c].key)) continue;
    line->cells[first + c] = value;
    any = true;
  }
  return any;
}

bool BaseReport::set_cell(string_view id, string_view value) {
  const auto parts = split(id, '.');
  bool any = false;
  for (const FormTable& table : form_.tables) {
    if (table.key != parts[0]) continue;
    for (std::size_t r = 0; r < table.rows.size(); ++r)
      if (matches(parts[1], table.rows[r].key))
        any = set_row_cell(static_cast<int>(table.id), static_cast<int>(r), parts[2], value) || any;
  }
  return any;
}

// A merged label stands in the first place it covers; when that goes, the next place takes it.
void BaseReport::erase_columns(int table, std::size_t begin, std::size_t count) {
  for (Line& line : lines_) {
    if (line.table != table || line.cells.size() < begin + count) continue;
    auto first = line.cells.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = first + static_cast<std::ptrdiff_t>(count);
    const bool header = line.row < 0;
    if (header && last != line.cells.end() && last->empty() && !first->empty()) *last = *first;
    line.cells.erase(first, last);
  }
}

bool BaseReport::remove_row(string_view id) {
  const auto parts = split(id, '.');
  if (parts.size() != 2) return false;
  for (const FormTable& table : form_.tables) {
    const int row = row_index(table, parts[1]);
    if (table.key != parts[0] || row < 0) continue;
    const int number = static_cast<int>(table.id);
    if (number == proceedings) {
      erase_columns(number, static_cast<std::size_t>(row) * 5, 5);
      return true;
    }
    Line* line = line_of(number, row);
    if (line == nullptr) return false;
    const auto at = lines_.begin() + (line - lines_.data());
    if (number == requests && at + 1 != lines_.end() && (at + 1)->table == requests)
      for (std::size_t c = 0; c + 1 < label_columns && !at->cells[c + 1].empty(); ++c)
        if ((at + 1)->cells[c].empty()) (at + 1)->cells[c] = at->cells[c];
    lines_.erase(at);
    return true;
  }
  return false;
}

bool BaseReport::remove_disclosure_column(string_view key) {
  bool any = false;
  int column = -1;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    Line& line = lines_[i];
    if (line.table != 0) continue;
    const bool header = line.cells[0] == "信息内容";
    if (header) {
      column = -1;
      for (std::size_t j = i + 1; j < lines_.size() && column < 0 && lines_[j].row >= 0; ++j)
        column = column_index(form_.tables[0].rows[lines_[j].row], key);
    }
    if (column < 0 || (!header && line.row < 0)) continue;
    line.cells.erase(line.cells.begin() + column + 1);
    any = true;
  }
  return any;
}

// Where a form column stands now, within its group.
std::size_t BaseReport::place_of_column(int table, int column) const {
  const auto& removed = removed_[table];
  return static_cast<std::size_t>(
      column - std::count_if(removed.begin(), removed.end(), [&](int gone) { return gone < column; }));
}

bool BaseReport::remove_column(string_view id) {
  const auto parts = split(id, '.');
  if (parts.size() != 2) return false;
  if (parts[0] == "disclosure") return remove_disclosure_column(parts[1]);
  for (const FormTable& table : form_.tables) {
    const int column = column_index(table.rows[0], parts[1]);
    if (table.key != parts[0] || column < 0) continue;
    const int number = static_cast<int>(table.id);
    const std::size_t place = place_of_column(number, column);
    if (number == requests) {
      erase_columns(requests, label_columns + place, 1);
    } else {
      const std::size_t width = 5 - removed_[number].size();
      for (std::size_t group = table.rows.size(); group-- > 0;)
        erase_columns(proceedings, group * width + place, 1);
    }
    removed_[number].push_back(column);
    return true;
  }
  return false;
}

bool BaseReport::remove_table(string_view key) {
  for (const FormTable& table : form_.tables) {
    if (table.key != key) continue;
    lines_.erase(std::remove_if(lines_.begin(), lines_.end(),
                                [&](const Line& line) { return line.table == static_cast<int>(table.id); }),
                 lines_.end());
    return true;
  }
  return false;
}

// From the heading up to the next one; the last section ends before the signature, which is two lines.
BaseReport::Extent BaseReport::section(int number) const {
  const FormSection& wanted = form_.sections[number - 1];
  const string heading = to_utf8(wanted.numeral) + "、" + to_utf8(wanted.title);
  const auto is_heading = [&](const Line& line) {
    return std::any_of(form_.sections.begin(), form_.sections.end(), [&](const FormSection& s) {
      return line.cells[0] == to_utf8(s.numeral) + "、" + to_utf8(s.title);
    });
  };
  const auto begin =
      std::find_if(lines_.begin(), lines_.end(), [&](const Line& line) { return line.cells[0] == heading; });
  if (begin == lines_.end()) return {0, 0};
  auto end = std::find_if(begin + 1, lines_.end(), is_heading);
  if (end == lines_.end()) end -= 3;
  return {static_cast<std::size_t>(begin - lines_.begin()), static_cast<std::size_t>(end - lines_.begin())};
}

bool BaseReport::remove_section(int number) {
  const Extent at = section(number);
  lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(at.begin),
               lines_.begin() + static_cast<std::ptrdiff_t>(at.end));
  return at.begin != at.end;
}

bool BaseReport::empty_section(int number) {
  const Extent at = section(number);
  if (at.begin == at.end) return false;
  lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(at.begin) + 1,
               lines_.begin() + static_cast<std::ptrdiff_t>(at.end));
  lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(at.begin) + 1, Line{{""}, -1, -1});
  return true;
}

bool BaseReport::swap_sections(int first, int second) {
  const Extent a = section(first), b = section(second);
  if (a.begin == a.end || b.begin == b.end || a.begin > b.begin) return false;
  std::vector<Line> out(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(a.begin));
  const auto append = [&](std::size_t begin, std::size_t end) {
    out.insert(out.end(), lines_.begin() + static_cast<std::ptrdiff_t>(begin),
               lines_.begin() + static_cast<std::ptrdiff_t>(end));
  };
  append(b.begin, b.end);
  append(a.end, b.begin);
  append(a.begin, a.end);
  append(b.end, lines_.size());
  lines_ = std::move(out);
  return true;
}

void BaseReport::set_title(string_view title) { lines_.front().cells[0] = title; }

void BaseReport::set_signature(string_view date) {
  while (lines_.back().cells[0].empty()) lines_.pop_back();
  if (!date.empty()) {
    lines_.back().cells[0] = date;
  } else {
    lines_.pop_back();
    lines_.pop_back();
  }
  lines_.push_back({{""}, -1, -1});
}

string BaseReport::text() const {
  string out;
  for (const Line& line : lines_) {
    if (&line != &lines_.front()) out += '\n';
    for (std::size_t c = 0; c < line.cells.size(); ++c) out.append(c > 0 ? "\t" : "").append(line.cells[c]);
  }
  return out;
}

}  // namespace nianbao::tests
