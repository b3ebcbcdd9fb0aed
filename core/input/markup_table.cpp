#include <algorithm>
#include <string>

#include "base/limits.h"
#include "base/matching.h"
#include "base/unicode.h"
#include "input/text_tables.h"

// Converters that write Markdown leave tables with merged cells as HTML. Only what a table consists of is
// read here: rows, cells, spans and breaks; all other tags are left out, their text stays.

namespace nianbao {
namespace {

constexpr std::uint32_t longest_tag = 400;
constexpr int most_tags_before = 4;  // <html><body><div><table>

struct Tag {
  Range range{};     // with < and >
  std::string name;  // in small letters, "/td" for an end
};

std::optional<Tag> tag_at(const TextSource& source, std::uint32_t at) {
  const auto stop = static_cast<std::uint32_t>(std::min<std::size_t>(source.text.size(), at + longest_tag));
  if (at >= stop || source.text[at] != u'<') return std::nullopt;
  Tag tag;
  std::uint32_t i = at + 1;
  for (; i < stop && source.text[i] < 0x80 && !is_space(source.text[i]) && source.text[i] != u'>'; ++i) {
    const char16_t c = source.text[i];
    if (c == u'/' && !tag.name.empty()) break;  // <br/>
    tag.name.push_back(static_cast<char>(c >= u'A' && c <= u'Z' ? c - u'A' + u'a' : c));
  }
  while (i < stop && source.text[i] != u'>') ++i;
  if (i == stop || tag.name.empty()) return std::nullopt;
  tag.range = {at, i + 1};
  return tag;
}

// colspan="3", rowspan=2; 1 where there is none.
int span(const TextSource& source, const Tag& tag, std::u16string_view name) {
  const std::u16string_view text = source.view(tag.range);
  std::size_t at = text.find(name);
  if (at == std::u16string_view::npos) return 1;
  at += name.size();
  while (at < text.size() && one_of(text[at], u" =\"'")) ++at;
  std::size_t number = 0;
  for (; at < text.size() && is_ascii_digit(text[at]) && number < limits::table_columns; ++at)
    number = number * 10 + static_cast<std::size_t>(text[at] - u'0');
  return static_cast<int>(std::clamp<std::size_t>(number, 1, limits::table_columns));
}

class MarkupTable {
 public:
  MarkupTable(const TextSource& source, std::size_t line) : source_(source), line_(line) {}

  std::optional<DrawnTable> read() {
    std::uint32_t at = source_.trimmed(source_.lines[line_].range).begin;
    bool open = false;
    for (int tags = 0; tags < most_tags_before && !open; ++tags) {
      const auto tag = tag_at(source_, at);
      if (!tag) return std::nullopt;
      open = tag->name == "table";
      at = skip_space(tag->range.end);
    }
    if (!open || !read_cells(at) || table_.rows == 0 || !ends_line(at)) return std::nullopt;
    table_.begin_line = line_;
    std::stable_sort(table_.cells.begin(), table_.cells.end(), [](const DrawnCell& a, const DrawnCell& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    return std::move(table_);
  }

 private:
  std::uint32_t skip_space(std::uint32_t at) const {
    while (at < source_.text.size() && is_space(source_.text[at])) ++at;
    return at;
  }

  // Up to </table>; false where the text ends before, or another table begins inside.
  bool read_cells(std::uint32_t& at) {
    std::uint32_t begin = at;
    while (at < source_.text.size()) {
      const auto tag = tag_at(source_, at);
      if (!tag) {
        ++at;
        continue;
      }
      text({begin, at});
      at = begin = tag->range.end;
      if (tag->name == "table" || table_.cells.size() > limits::table_cells) return false;
      if (tag->name == "/table") return true;
      if (tag->name == "tr") begin_row();
      if (tag->name == "/tr" || tag->name == "/td" || tag->name == "/th") inside_ = false;
      if (tag->name == "td" || tag->name == "th") begin_cell(*tag);
    }
    return false;
  }

  void begin_row() {
    ++table_.rows;
    inside_ = false;
    column_ = 0;
  }

  void begin_cell(const Tag& tag) {
    if (table_.rows == 0) begin_row();
    const int row = table_.rows - 1;
    while (column_ < static_cast<int>(free_from_.size()) &&
           free_from_[static_cast<std::size_t>(column_)] > row)
      ++column_;
    const int columns = free_columns(span(source_, tag, u"colspan"), row);
    inside_ = columns > 0;
    if (!inside_) return;
    const int rows = span(source_, tag, u"rowspan");
    if (column_ + columns > static_cast<int>(free_from_.size()))
      free_from_.resize(static_cast<std::size_t>(column_ + columns), 0);
    for (int c = column_; c < column_ + columns; ++c) free_from_[static_cast<std::size_t>(c)] = row + rows;
    table_.cells.push_back({row, column_, rows, columns, {}});
    column_ += columns;
    table_.columns = std::max(table_.columns, column_);
  }

  // As many of the columns from here on as no cell from above covers.
  int free_columns(int wanted, int row) const {
    int columns = 0;
    while (columns < wanted && column_ + columns < static_cast<int>(limits::table_columns)) {
      const auto at = static_cast<std::size_t>(column_ + columns);
      if (at < free_from_.size() && free_from_[at] > row) break;
      ++columns;
    }
    return columns;
  }

  void text(Range range) {
    if (!inside_) return;
    std::vector<Range>& pieces = table_.cells.back().pieces;
    for (std::size_t gap = source_.view(range).find(u"&nbsp;"); gap != std::u16string_view::npos;
         gap = source_.view(range).find(u"&nbsp;")) {
      const auto end = range.begin + static_cast<std::uint32_t>(gap);
      if (end > range.begin) pieces.push_back(source_.trimmed({range.begin, end}));
      range.begin = end + 6;
    }
    range = source_.trimmed(range);
    if (!range.empty()) pieces.push_back(range);
  }

  // Only tags follow on the line; the table ends with it.
  bool ends_line(std::uint32_t at) {
    std::size_t end = line_;
    while (end < source_.lines.size() && source_.lines[end].range.end < at) ++end;
    if (end == source_.lines.size()) return false;
    const std::uint32_t stop = source_.lines[end].range.end;
    while (at < stop) {
      if (is_space(source_.text[at])) {
        ++at;
        continue;
      }
      const auto tag = tag_at(source_, at);
      if (!tag) return false;
      at = tag->range.end;
    }
    table_.end_line = end + 1;
    for (DrawnCell& cell : table_.cells) cell.rows = std::min(cell.rows, table_.rows - cell.row);
    return true;
  }

  const TextSource& source_;
  const std::size_t line_;
  DrawnTable table_;
  std::vector<int> free_from_;  // by column: the first row without a cell from above
  int column_ = 0;
  bool inside_ = false;  // a cell
};

}  // namespace

std::optional<DrawnTable> markup_table(const TextSource& source, std::size_t line) {
  const std::u16string_view text = trim(source.line(line));
  if (text.empty() || text.front() != u'<') return std::nullopt;
  return MarkupTable(source, line).read();
}

}  // namespace nianbao
