#include <algorithm>

#include "base/limits.h"
#include "base/matching.h"
#include "base/unicode.h"
#include "input/text_tables.h"

namespace nianbao {
namespace {

using Cells = std::vector<std::vector<Range>>;

// The text between unescaped pipes, without the outer ones.
std::vector<Range> split(const TextSource& source, Range line) {
  std::vector<Range> fields;
  Range inner = source.trimmed(line);
  if (inner.empty()) return fields;
  if (source.text[inner.begin] == u'|') ++inner.begin;
  std::uint32_t begin = inner.begin;
  for (std::uint32_t i = inner.begin; i < inner.end && fields.size() < limits::table_columns; ++i) {
    if (source.text[i] == u'\\') ++i;
    else if (source.text[i] == u'|') {
      fields.push_back({begin, i});
      begin = i + 1;
    }
  }
  if (begin < inner.end) fields.push_back({begin, inner.end});
  return fields;
}

bool is_delimiter(const TextSource& source, const std::vector<Range>& fields) {
  if (fields.empty()) return false;
  for (Range field : fields) {
    std::u16string_view text = trim(source.view(field));
    if (!text.empty() && text.front() == u':') text.remove_prefix(1);
    if (!text.empty() && text.back() == u':') text.remove_suffix(1);
    if (text.empty() || text.find_first_not_of(u'-') != std::u16string_view::npos) return false;
  }
  return true;
}

// A line break, or the space that converters fill blank cells with.
bool starts_with_space(std::u16string_view text, std::size_t& size) {
  for (std::u16string_view space :
       {u"<br>", u"<br/>", u"<br />", u"<BR>", u"&nbsp;", u"&#160;", u"&emsp;", u"&ensp;"})
    if (text.substr(0, space.size()) == space) {
      size = space.size();
      return true;
    }
  return false;
}

// "1\.属于国家秘密": a backslash before a character that would be a mark without it.
bool is_escape(const TextSource& source, std::uint32_t at, std::uint32_t end) {
  return source.text[at] == u'\\' && at + 1 < end && one_of(source.text[at + 1], u"|.*_()[]-+#!~`\\<>");
}

// Without emphasis around it, backslashes before marks, <br> and &nbsp;.
std::vector<Range> pieces(const TextSource& source, Range field) {
  Range r = source.trimmed(field);
  while (r.size() >= 4 && source.view({r.begin, r.begin + 2}) == u"**" &&
         source.view({r.end - 2, r.end}) == u"**")
    r = source.trimmed({r.begin + 2, r.end - 2});
  std::vector<Range> out;
  std::uint32_t begin = r.begin;
  for (std::uint32_t i = r.begin; i < r.end; ++i) {
    std::size_t skip = 0;
    const bool escape = is_escape(source, i, r.end);
    const bool may_be_space = one_of(source.text[i], u"<&");
    if (!escape && !(may_be_space && starts_with_space(source.view({i, r.end}), skip))) continue;
    if (i > begin) out.push_back(source.trimmed({begin, i}));
    begin = i + static_cast<std::uint32_t>(escape ? 1 : skip);
    i = begin - (escape ? 0 : 1);
  }
  if (begin < r.end || out.empty()) out.push_back(source.trimmed({begin, r.end}));
  return out;
}

bool has_outer_pipe(const TextSource& source, std::size_t line) {
  const std::u16string_view text = trim(source.line(line));
  return text.size() > 1 && text.front() == u'|';
}

std::size_t filled(const TextSource& source, const std::vector<Range>& fields) {
  return static_cast<std::size_t>(
      std::count_if(fields.begin(), fields.end(), [&](Range r) { return !trim(source.view(r)).empty(); }));
}

// Rows without a delimiter row: outer pipes, and two rows with several filled cells among the first few. Text
// that has one cell a line with a bar behind it is none.
bool looks_like_rows(const TextSource& source, std::size_t line) {
  int rich = 0;
  for (std::size_t i = line; i < std::min(line + 5, source.lines.size()) && has_outer_pipe(source, i); ++i)
    rich += filled(source, split(source, source.lines[i].range)) > 1;
  return rich >= 2;
}

}  // namespace

std::optional<DrawnTable> pipe_table(const TextSource& source, std::size_t line) {
  if (source.line(line).find(u'|') == std::u16string_view::npos) return std::nullopt;
  const std::vector<Range> header = split(source, source.lines[line].range);
  const bool delimited = line + 1 < source.lines.size() && header.size() > 1 &&
                         source.line(line + 1).find(u'|') != std::u16string_view::npos &&
                         is_delimiter(source, split(source, source.lines[line + 1].range));
  if (!delimited && !looks_like_rows(source, line)) return std::nullopt;
  DrawnTable table;
  table.begin_line = line;
  table.in_place = true;
  table.joint = u'\u2028';
  std::size_t narrowest = limits::table_columns;
  for (; line < source.lines.size() && !source.lines[line].blank; ++line) {
    const std::vector<Range> fields = split(source, source.lines[line].range);
    if (fields.size() < 2 && !has_outer_pipe(source, line)) break;
    if (!delimited && !has_outer_pipe(source, line)) break;
    if (is_delimiter(source, fields)) continue;
    narrowest = std::min(narrowest, fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i)
      table.cells.push_back({table.rows, static_cast<int>(i), 1, 1, pieces(source, fields[i])});
    table.columns = std::max(table.columns, static_cast<int>(fields.size()));
    ++table.rows;
  }
  table.end_line = line;
  if (table.rows == 0) return std::nullopt;
  table.ragged = narrowest != static_cast<std::size_t>(table.columns);
  return table;
}

}  // namespace nianbao
