#include <algorithm>

#include "base/display_width.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "input/text_tables.h"

namespace nianbao {
namespace {

struct Span {
  int begin, end;  // display columns
};

// The runs of dashes of a rule; none when the line has anything else.
std::vector<Span> runs(std::u16string_view line) {
  std::vector<Span> out;
  int x = 0;
  for (char16_t c : line) {
    if (c == u'-') {
      if (!out.empty() && out.back().end == x) ++out.back().end;
      else out.push_back({x, x + 1});
    } else if (c != u' ') {
      return {};
    }
    ++x;
  }
  return out;
}

bool is_rule(std::u16string_view line) {
  if (line.size() < 3) return false;
  const std::vector<Span> found = runs(line);
  return std::any_of(found.begin(), found.end(), [](Span s) { return s.end - s.begin >= 3; });
}

std::size_t column_count(std::u16string_view rule) { return runs(rule).size(); }

// Cuts a line at the columns; how many cuts had to be moved because they fell inside a word.
int cut(const TextSource& source, Range line, const std::vector<Span>& columns, int ambiguous,
        std::vector<Range>& fields) {
  fields.clear();
  int moved = 0, x = 0;
  std::uint32_t at = line.begin, begin = line.begin;
  for (std::size_t i = 1; i < columns.size(); ++i) {
    while (at < line.end && x < columns[i].begin) x += display_width(source.text[at++], ambiguous);
    std::uint32_t border = at;
    const auto inside_word = [&] {
      return border > begin && border < line.end && !is_space(source.text[border - 1]) &&
             !is_space(source.text[border]);
    };
    moved += inside_word();
    while (inside_word()) --border;
    fields.push_back({begin, border});
    begin = border;
  }
  fields.push_back({begin, line.end});
  return moved;
}

std::vector<Range> fields_of(const TextSource& source, Range line, const std::vector<Span>& columns) {
  std::vector<Range> narrow, wide;
  const int narrow_moves = cut(source, line, columns, 1, narrow);
  if (narrow_moves == 0) return narrow;
  return cut(source, line, columns, 2, wide) < narrow_moves ? wide : narrow;
}

// Markdown's marks of emphasis around a cell, and the backslash before a sign that would otherwise be one.
Range bare(const TextSource& source, Range r) {
  r = source.trimmed(r);
  while (r.size() >= 4 && source.view({r.begin, r.begin + 2}) == u"**" &&
         source.view({r.end - 2, r.end}) == u"**")
    r = source.trimmed({r.begin + 2, r.end - 2});
  return r;
}

class Rows {
 public:
  Rows(const TextSource& source, const std::vector<Span>& columns, bool markdown, DrawnTable& table)
      : source_(source), columns_(columns), markdown_(markdown), table_(table) {}

  void add(std::size_t line) {
    if (!open_) begin();
    const std::vector<Range> fields = fields_of(source_, source_.lines[line].range, columns_);
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const Range text = markdown_ ? bare(source_, fields[i]) : source_.trimmed(fields[i]);
      if (!text.empty()) add_pieces(table_.cells[first_ + i].pieces, text);
    }
  }
  void end() { open_ = false; }

 private:
  void begin() {
    first_ = table_.cells.size();
    for (std::size_t i = 0; i < columns_.size(); ++i)
      table_.cells.push_back({table_.rows, static_cast<int>(i), 1, 1, {}});
    ++table_.rows;
    open_ = true;
  }

  void add_pieces(std::vector<Range>& pieces, Range text) {
    std::uint32_t begin = text.begin;
    for (std::uint32_t i = text.begin; markdown_ && i + 1 < text.end; ++i) {
      const char16_t next = source_.text[i + 1];
      if (source_.text[i] != u'\\' || next >= 0x80 || is_space(next) || is_digit(next)) continue;
      if (i > begin) pieces.push_back({begin, i});
      begin = ++i;
    }
    pieces.push_back({begin, text.end});
  }

  const TextSource& source_;
  const std::vector<Span>& columns_;
  const bool markdown_;
  DrawnTable& table_;
  std::size_t first_ = 0;
  bool open_ = false;
};

bool has_blank(const TextSource& source, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i)
    if (source.lines[i].blank) return true;
  return false;
}

struct Frame {
  std::size_t header, header_end;  // lines above the rule of columns
  std::size_t rule;                // that gives the columns
  std::size_t body_end;            // a rule, or a blank line
  std::size_t end;
};

// From rule to rule: [top,] header, rule of columns, body, bottom.
std::optional<Frame> framed(const TextSource& source, const std::vector<std::size_t>& next_rule,
                            std::size_t top) {
  const std::size_t none = source.lines.size();
  std::size_t rule = top, header = top;
  if (column_count(source.line(top)) == 1) {
    header = top + 1;
    rule = next_rule[header];
    if (rule == none || rule == header || rule - top > 40 || has_blank(source, header, header + 1))
      return std::nullopt;
  }
  const std::size_t bottom = rule + 1 < none ? next_rule[rule + 1] : none;
  if (bottom == none || bottom <= rule + 1 || column_count(source.line(rule)) < 2) return std::nullopt;
  const bool closes = column_count(source.line(bottom)) == 1 ||
                      column_count(source.line(bottom)) == column_count(source.line(rule));
  if (!closes) return std::nullopt;
  return Frame{header, rule, rule, bottom, bottom + 1};
}

// A header line over the rule of columns, ended by a blank line.
std::optional<Frame> open_ended(const TextSource& source, std::size_t header) {
  const std::size_t rule = header + 1;
  if (rule + 1 >= source.lines.size() || source.lines[header].blank || column_count(source.line(rule)) < 2 ||
      !is_rule(source.line(rule)))
    return std::nullopt;
  std::size_t end = rule + 1;
  while (end < source.lines.size() && !source.lines[end].blank && !is_rule(source.line(end))) ++end;
  if (end == rule + 1) return std::nullopt;
  return Frame{header, rule, rule, end, end + (end < source.lines.size() && is_rule(source.line(end)))};
}

}  // namespace

std::vector<std::size_t> rule_lines(const TextSource& source) {
  std::vector<std::size_t> next(source.lines.size() + 1, source.lines.size());
  for (std::size_t i = source.lines.size(); i-- > 0;) next[i] = is_rule(source.line(i)) ? i : next[i + 1];
  return next;
}

std::optional<DrawnTable> dashed_table(const TextSource& source, const std::vector<std::size_t>& next_rule,
                                       std::size_t line, bool markdown) {
  if (next_rule[line] > line + 1) return std::nullopt;
  const auto frame = next_rule[line] == line ? framed(source, next_rule, line) : open_ended(source, line);
  if (!frame) return std::nullopt;
  const std::vector<Span> columns = runs(source.line(frame->rule));
  if (columns.size() > limits::table_columns) return std::nullopt;
  DrawnTable table;
  table.begin_line = line;
  table.end_line = frame->end;
  table.columns = static_cast<int>(columns.size());
  Rows rows(source, columns, markdown, table);
  for (std::size_t i = frame->header; i < frame->header_end; ++i) rows.add(i);
  rows.end();
  const bool multiline = has_blank(source, frame->rule + 1, frame->body_end);
  for (std::size_t i = frame->rule + 1; i < frame->body_end; ++i) {
    if (source.lines[i].blank || !multiline) rows.end();
    if (!source.lines[i].blank) rows.add(i);
  }
  return table;
}

}  // namespace nianbao
