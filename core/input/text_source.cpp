#include "input/text_source.h"

#include <algorithm>

#include "base/limits.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

bool is_line_end(char16_t c) { return c == u'\n' || c == u'\r' || c == 0x2028 || c == 0x2029; }

bool is_blank(std::u16string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

}  // namespace

Range TextSource::trimmed(Range r) const {
  std::uint32_t begin = r.begin, end = r.end;
  while (begin < end && is_space(text[begin])) ++begin;
  while (end > begin && is_space(text[end - 1])) --end;
  return begin == end ? Range{r.begin, r.begin} : Range{begin, end};
}

TextSource split_lines(std::u16string text) {
  TextSource out;
  out.text = std::move(text);
  const bool paged = out.text.find(u'\f') != std::u16string::npos;
  int page = paged ? 1 : 0;
  const auto size = static_cast<std::uint32_t>(out.text.size());
  for (std::uint32_t at = 0; at < size;) {
    const std::uint32_t begin = at;
    int feeds = 0;
    while (at < size && !is_line_end(out.text[at])) feeds += out.text[at++] == u'\f';
    const Range range{begin, at};
    const bool leads = feeds > 0 && out.text[begin] == u'\f';
    out.lines.push_back({range, leads ? page + feeds : page, is_blank(out.view(range))});
    page += feeds;
    if (at < size) at += out.text[at] == u'\r' && at + 1 < size && out.text[at + 1] == u'\n' ? 2 : 1;
  }
  return out;
}

// --- writing -----------------------------------------------------------------------------------------------

Range TextWriter::copy(Range source) {
  const auto begin = static_cast<std::uint32_t>(document_.text.size());
  if (source.begin >= source.end) return {begin, begin};
  if (source.begin != next_source_ || begin != next_text_) document_.anchors.push_back({begin, source.begin});
  document_.text.append(source_.view(source));
  next_source_ = source.end;
  next_text_ = static_cast<std::uint32_t>(document_.text.size());
  return {begin, next_text_};
}

void TextWriter::limit_reached(std::u16string_view name) {
  for (const Error& problem : document_.problems)
    if (problem.code == ErrorCode::limit && problem.detail == name) return;
  document_.problems.push_back({ErrorCode::limit, {}, std::u16string(name)});
}

void TextWriter::block(Block block) {
  if (document_.blocks.size() >= limits::blocks) return limit_reached(limits::blocks_name);
  document_.blocks.push_back(block);
}

void TextWriter::line(std::size_t i, BlockKind kind, Range content, int level) {
  const TextLine& line = source_.lines[i];
  const bool plain_end = line.range.end < source_.text.size() && source_.text[line.range.end] == u'\n';
  const Range written = copy({line.range.begin, line.range.end + (plain_end ? 1 : 0)});
  if (!plain_end) put(u'\n');
  if (content.begin >= content.end) return;
  const std::uint32_t begin = written.begin + (content.begin - line.range.begin);
  block({.kind = kind,
         .range = {begin, begin + content.size()},
         .level = level,
         .table = -1,
         .page = line.page});
}

// Whether two pieces of a cell stand on different lines: not when only a backslash or a doubled quotation
// mark was left out.
bool TextWriter::apart(std::uint32_t end, std::uint32_t begin) const {
  const std::u16string_view between = source_.view({end, begin});
  return between != u"\\" && between != u"\"";
}

// The pieces of one cell. A Chinese label broken over lines goes on without a space; digits and letters are
// kept apart.
Range TextWriter::cell_text(const DrawnCell& cell) {
  const auto begin = static_cast<std::uint32_t>(document_.text.size());
  for (Range piece : cell.pieces) {
    piece = source_.trimmed(piece);
    if (piece.empty()) continue;
    const bool letters =
        document_.text.size() > begin && document_.text.back() < 0x80 && source_.text[piece.begin] < 0x80;
    if (letters && apart(next_source_, piece.begin)) put(u'\u2028');
    copy(piece);
  }
  return {begin, static_cast<std::uint32_t>(document_.text.size())};
}

void TextWriter::cells_anew(const DrawnTable& drawn, Table& table) {
  std::size_t next = 0;
  for (int row = 0; row < drawn.rows; ++row) {
    for (bool first = true; next < drawn.cells.size() && drawn.cells[next].row == row;
         ++next, first = false) {
      const DrawnCell& cell = drawn.cells[next];
      if (!first) put(u'\t');
      table.cells.push_back({cell_text(cell), cell.row, cell.column, cell.rows, cell.columns});
    }
    put(u'\n');
  }
}

void TextWriter::cells_in_place(const DrawnTable& drawn, Table& table) {
  std::uint32_t at = source_.lines[drawn.begin_line].range.begin;
  const auto gap = [&](std::uint32_t end) {  // what stands between cells, with all line ends as '\n'
    while (at < end) {
      std::uint32_t stop = at;
      while (stop < end && source_.text[stop] != u'\r' && source_.text[stop] != 0x2028 &&
             source_.text[stop] != 0x2029)
        ++stop;
      copy({at, stop});
      if (stop < end) put(u'\n');
      at =
          stop == end
              ? end
              : stop + (source_.text[stop] == u'\r' && stop + 1 < end && source_.text[stop + 1] == u'\n' ? 2
                                                                                                         : 1);
    }
  };
  for (const DrawnCell& cell : drawn.cells) {
    if (!cell.pieces.empty()) gap(cell.pieces.front().begin);
    const auto begin = static_cast<std::uint32_t>(document_.text.size());
    for (std::size_t i = 0; i < cell.pieces.size(); ++i) {
      if (i > 0 && drawn.joint != 0 && apart(at, cell.pieces[i].begin)) put(drawn.joint);
      copy(cell.pieces[i]);
      at = cell.pieces[i].end;
    }
    table.cells.push_back({{begin, static_cast<std::uint32_t>(document_.text.size())},
                           cell.row,
                           cell.column,
                           cell.rows,
                           cell.columns});
  }
  const TextLine& last = source_.lines[drawn.end_line - 1];
  gap(drawn.end_line < source_.lines.size() ? source_.lines[drawn.end_line].range.begin : last.range.end);
  if (document_.text.empty() || document_.text.back() != u'\n') put(u'\n');
}

void TextWriter::table(const DrawnTable& drawn) {
  const bool too_many = cells_ + drawn.cells.size() > limits::table_cells;
  if (too_many || document_.blocks.size() >= limits::blocks) {
    limit_reached(limits::table_cells_name);
    for (std::size_t i = drawn.begin_line; i < drawn.end_line; ++i) line(i, BlockKind::paragraph, {});
    return;
  }
  cells_ += drawn.cells.size();
  Table table;
  table.rows = drawn.rows;
  table.columns = drawn.columns;
  table.ragged = drawn.ragged;
  table.page = source_.lines[drawn.begin_line].page;
  const auto begin = static_cast<std::uint32_t>(document_.text.size());
  drawn.in_place ? cells_in_place(drawn, table) : cells_anew(drawn, table);
  const auto end = static_cast<std::uint32_t>(document_.text.size());
  table.range = {begin, end - (end > begin && document_.text.back() == u'\n' ? 1 : 0)};
  block({.kind = BlockKind::table,
         .range = table.range,
         .level = 0,
         .table = static_cast<int>(document_.tables.size()),
         .page = table.page});
  document_.tables.push_back(std::move(table));
}

}  // namespace nianbao
