#include <algorithm>

#include "base/limits.h"
#include "base/matching.h"
#include "base/unicode.h"
#include "input/text_tables.h"
#include "prose/line.h"

namespace nianbao {
namespace {

constexpr std::size_t longest_gap = 8;  // lines between two rows: blank ones of a page break, a page number
constexpr std::uint32_t longest_quotation =
    300;  // units of a cell in quotation marks; labels have less than fifty

enum class TabLine {
  none,    // no tab
  led,     // tabs before the text only: a row that begins with blank cells, or an indented paragraph
  filled,  // text, then a tab
};

// A number or a bullet as Word's lists leave it before a tab: 一、 （二） 3. ●
bool is_enumerator(std::u16string_view text) {
  if (text.empty() || text.size() > 5) return false;
  if (text.size() == 1 && !is_digit(text[0]) && !is_han(text[0]))
    return std::u16string_view(u"-—/–－").find(text[0]) == std::u16string_view::npos;
  const bool closed = std::u16string_view(u"、.．)）").find(text.back()) != std::u16string_view::npos;
  return closed && std::all_of(text.begin(), text.end() - 1, [](char16_t c) {
           return is_digit(c) || std::u16string_view(u"(（一二三四五六七八九十①②③④⑤⑥⑦⑧⑨").find(c) !=
                                     std::u16string_view::npos;
         });
}

struct Row {
  std::size_t line;
  std::vector<DrawnCell> cells;
  std::size_t end_line;  // behind the last line that a quotation reaches
};

// The content of a cell in quotation marks that begins at `at`, up to the closing mark before a separator or
// a line end; nothing when the mark is just a character.
std::optional<Range> quoted(const TextSource& source, std::uint32_t at, char16_t separator,
                            std::uint32_t& after) {
  const std::u16string& text = source.text;
  if (text[at] == u'=' && at + 1 < text.size())
    ++at;  // ="0012", as spreadsheets keep a text from being a number
  if (text[at] != u'"') return std::nullopt;
  const auto stop = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), at + longest_quotation));
  for (std::uint32_t i = at + 1; i < stop; ++i) {
    if (text[i] != u'"') continue;
    if (i + 1 < stop && text[i + 1] == u'"') {
      ++i;
      continue;
    }
    const bool closes =
        i + 1 == text.size() || text[i + 1] == separator || text[i + 1] == u'\n' || text[i + 1] == u'\r';
    if (!closes) return std::nullopt;
    after = i + 1;
    return Range{at + 1, i};
  }
  return std::nullopt;
}

TabLine classify(const TextSource& source, std::size_t line) {
  const std::u16string_view text = source.line(line);
  std::uint32_t after = source.lines[line].range.begin;
  const bool broken =
      !text.empty() && quoted(source, after, u'\t', after) && after > source.lines[line].range.end;
  if (broken)
    return after < source.text.size() && source.text[after] == u'\t' ? TabLine::filled : TabLine::none;
  const auto last = text.rfind(u'\t');
  if (last == std::u16string_view::npos) return TabLine::none;
  const std::u16string_view before = trim(text.substr(0, last));
  if (before.empty()) return TabLine::led;
  return is_enumerator(before) ? TabLine::none : TabLine::filled;
}

// Without doubled quotation marks and line ends.
std::vector<Range> quotation_pieces(const TextSource& source, Range content) {
  std::vector<Range> pieces;
  std::uint32_t begin = content.begin;
  for (std::uint32_t i = content.begin; i < content.end; ++i) {
    const char16_t c = source.text[i];
    const bool doubled = c == u'"' && i + 1 < content.end && source.text[i + 1] == u'"';
    if (!doubled && c != u'\n' && c != u'\r') continue;
    const std::uint32_t end = doubled ? i + 1 : i;
    if (end > begin) pieces.push_back({begin, end});
    if (doubled) ++i;
    begin = i + 1;
  }
  if (content.end > begin || pieces.empty()) pieces.push_back({begin, std::max(begin, content.end)});
  return pieces;
}

Row read_row(const TextSource& source, std::size_t line, char16_t separator) {
  Row row{line, {}, line + 1};
  std::uint32_t at = source.lines[line].range.begin, end = source.lines[line].range.end;
  for (;;) {
    DrawnCell cell;
    cell.column = static_cast<int>(row.cells.size());
    std::uint32_t stop = at;
    if (const auto content = at < end ? quoted(source, at, separator, stop) : std::nullopt) {
      while (row.end_line < source.lines.size() && source.lines[row.end_line].range.begin < stop)
        end = source.lines[row.end_line++].range.end;
      cell.pieces = quotation_pieces(source, *content);
    } else {
      stop = at;
      while (stop < end && source.text[stop] != separator) ++stop;
      cell.pieces = {source.trimmed({at, stop})};
    }
    row.cells.push_back(std::move(cell));
    if (stop >= end || row.cells.size() >= limits::table_columns) return row;
    at = stop + 1;
  }
}

// Cells of dashes only, three or more in one of them: a rule drawn by a converter.
bool is_rule(const TextSource& source, const Row& row) {
  std::size_t longest = 0;
  for (const DrawnCell& cell : row.cells) {
    const std::u16string_view text = source.view(cell.pieces.front());
    if (text.empty() || text.find_first_not_of(u'-') != std::u16string_view::npos) return false;
    longest = std::max(longest, text.size());
  }
  return longest >= 3;
}

// A title, a heading or a sentence that a spreadsheet has padded with blank cells.
bool is_paragraph(const TextSource& source, const Row& row) {
  if (row.cells.size() < 2 || row.cells.front().pieces.size() != 1) return false;
  for (std::size_t i = 1; i < row.cells.size(); ++i)
    if (!source.view(row.cells[i].pieces.front()).empty()) return false;
  const std::u16string_view text = source.view(row.cells.front().pieces.front());
  if (text.empty() || one_of(text.front(), u"(（")) return false;
  const bool heading = text.size() > 4 && one_of(text[0], u"一二三四五六") && text[1] == u'、';
  return heading || text.ends_with(u"报告") || text.find_first_of(u"。，；") != std::u16string_view::npos;
}

bool is_step(const TextSource& source, std::size_t line) {
  return source.lines[line].blank || is_page_line(source.line(line));
}

// The next row of the table after line `line`, or the number of lines. A led line is a row where filled rows
// stand on both sides of it, or where it has several tabs and directly follows a row.
std::size_t next_row(const TextSource& source, std::size_t line) {
  const std::size_t stop = std::min(source.lines.size(), line + longest_gap);
  std::size_t led = source.lines.size();
  for (std::size_t i = line; i < stop; ++i) {
    const TabLine kind = classify(source, i);
    if (kind == TabLine::filled) return std::min(led, i);
    if (kind == TabLine::led) {
      if (led == source.lines.size()) led = i;
      const std::u16string_view text = source.line(i);
      if (i == line && std::count(text.begin(), text.end(), u'\t') > 1) return i;
      continue;
    }
    if (!is_step(source, i)) break;
  }
  return source.lines.size();
}

bool begins(const TextSource& source, std::size_t line) {
  const std::u16string_view text = source.line(line);
  switch (classify(source, line)) {
    case TabLine::none: return false;
    case TabLine::filled: return true;
    case TabLine::led: break;
  }
  const bool several = std::count(text.begin(), text.end(), u'\t') > 1;
  return several && line + 1 < source.lines.size() && classify(source, line + 1) == TabLine::filled;
}

// Two separators at least, none in a sentence; a cell in quotation marks may go on in the next lines.
bool may_be_row_of(char16_t separator, std::u16string_view text) {
  const bool open = !text.empty() && text.front() == u'"';
  if (text.find(u'。') != std::u16string_view::npos || text.find(u'\t') != std::u16string_view::npos)
    return false;
  return open || std::count(text.begin(), text.end(), separator) >= 2;
}

// A number and another word in one cell: commas are those of numbers then, 1,234 5,678.
bool has_words_apart(const TextSource& source, const Row& row) {
  for (const DrawnCell& cell : row.cells)
    for (Range piece : cell.pieces) {
      const std::u16string_view text = trim(source.view(piece));
      const auto space = std::find_if(text.begin(), text.end(), is_space);
      if (space != text.end() && (is_digit(text.front()) || is_digit(text.back()))) return true;
    }
  return false;
}

}  // namespace

std::optional<DrawnTable> tab_table(const TextSource& source, std::size_t line) {
  if (!begins(source, line)) return std::nullopt;
  DrawnTable table;
  table.begin_line = line;
  table.in_place = true;
  table.joint = u'\u2028';
  std::size_t widest = 0, narrowest = limits::table_columns;
  while (line < source.lines.size()) {
    Row row = read_row(source, line, u'\t');
    if (is_paragraph(source, row)) break;
    line = row.end_line;
    table.end_line = line;
    if (!is_rule(source, row)) {
      widest = std::max(widest, row.cells.size());
      narrowest = std::min(narrowest, row.cells.size());
      for (DrawnCell& cell : row.cells) cell.row = table.rows;
      table.cells.insert(table.cells.end(), std::make_move_iterator(row.cells.begin()),
                         std::make_move_iterator(row.cells.end()));
      ++table.rows;
    }
    line = next_row(source, line);
  }
  if (table.rows < 2 && widest < 3) return std::nullopt;
  table.columns = static_cast<int>(widest);
  table.ragged = widest != narrowest;
  return table;
}

std::optional<DrawnTable> comma_table(const TextSource& source, std::size_t line, char16_t separator) {
  if (!may_be_row_of(separator, source.line(line))) return std::nullopt;
  DrawnTable table;
  table.begin_line = line;
  table.in_place = true;
  table.joint = u'\u2028';
  while (line < source.lines.size() && may_be_row_of(separator, source.line(line))) {
    Row row = read_row(source, line, separator);
    const int columns = static_cast<int>(row.cells.size());
    const bool other_width = table.rows > 0 && columns != table.columns;
    if (columns < 3 || other_width || has_words_apart(source, row) || is_paragraph(source, row)) break;
    table.columns = columns;
    table.end_line = line = row.end_line;
    for (DrawnCell& cell : row.cells) cell.row = table.rows;
    table.cells.insert(table.cells.end(), std::make_move_iterator(row.cells.begin()),
                       std::make_move_iterator(row.cells.end()));
    ++table.rows;
  }
  if (table.rows < 2) return std::nullopt;
  return table;
}

}  // namespace nianbao
