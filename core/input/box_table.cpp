#include <algorithm>

#include "base/display_width.h"
#include "base/limits.h"
#include "base/sorting.h"
#include "base/unicode.h"
#include "input/text_tables.h"

// A drawn table is a plane of characters: walls, and rooms between them. Every line is cut at its vertical
// walls into segments; a segment is text or a piece of a horizontal wall. Segments of text that stand under
// each other between the same walls are one cell, whose rows and columns follow from the walls around it.

namespace nianbao {
namespace {

bool is_box(char16_t c) { return c >= 0x2500 && c <= 0x257F; }
bool is_horizontal_box(char16_t c) {
  return c == 0x2500 || c == 0x2501 || c == 0x2504 || c == 0x2505 || c == 0x2508 || c == 0x2509 ||
         c == 0x254C || c == 0x254D || c == 0x2550;
}

// --- lines of the region -----------------------------------------------------------------------------------

enum class Style { none, box, ascii };

// +---+---+ or +===+
bool is_ascii_rule(std::u16string_view line) {
  line = trim(line);
  if (line.size() < 3 || line.front() != u'+' || line.back() != u'+') return false;
  return line.find_first_not_of(u"+-=:") == std::u16string_view::npos;
}

Style style_of(std::u16string_view line) {
  line = trim(line);
  if (line.size() < 3) return Style::none;
  if (is_box(line.front()) && is_box(line.back())) return Style::box;
  const bool ascii =
      (line.front() == u'+' || line.front() == u'|') && (line.back() == u'+' || line.back() == u'|');
  return ascii ? Style::ascii : Style::none;
}

// A table begins with a full horizontal wall.
Style begins(std::u16string_view line) {
  const Style style = style_of(line);
  line = trim(line);
  if (style == Style::ascii) return is_ascii_rule(line) ? style : Style::none;
  if (style == Style::box && (line.size() < 3 || !std::all_of(line.begin(), line.end(), is_box) ||
                              !std::any_of(line.begin(), line.end(), is_horizontal_box)))
    return Style::none;
  return style;
}

// --- segments ----------------------------------------------------------------------------------------------

struct Wall {
  int x;
  std::uint32_t at;  // in the source
};

struct Segment {
  int left, right;  // walls as columns of the grid
  Range text{};     // empty and `wall` for a piece of a horizontal wall
  bool wall = false;
  int cell = -1;
};

struct Widths {
  int box = 1, ambiguous = 1;
};

class Plane {
 public:
  Plane(const TextSource& source, std::size_t begin, std::size_t end, Style style)
      : source_(source), begin_(begin), end_(end), style_(style) {
    widths_.box = style == Style::box ? box_width() : 1;
    find_columns();
  }

  int columns() const { return static_cast<int>(columns_.size()) - 1; }

  // In ASCII: whether the bars of most lines stand where no rule has a corner, as where a program took wide
  // characters for narrow ones. Their columns mean nothing then.
  bool is_out_of_line() const {
    if (style_ != Style::ascii) return false;
    std::size_t lines = 0, out = 0;
    for (std::size_t i = begin_; i < end_; ++i) {
      const Range range = source_.lines[i].range;
      int x = 0, misfits = 0, bars = 0;
      for (std::uint32_t at = range.begin; at < range.end; x += display_width(source_.text[at++], 1)) {
        if (source_.text[at] != u'|') continue;
        ++bars;
        misfits += !std::binary_search(columns_.begin(), columns_.end(), x);
      }
      lines += bars > 2;
      out += bars > 2 && misfits > 1;
    }
    return out * 2 > lines;
  }

  // Segments of one line, left to right.
  std::vector<Segment> segments(std::size_t line) const {
    std::vector<Wall> walls = walls_of(line, widths_);
    if (misfit(walls) > 0) {
      std::vector<Wall> wide = walls_of(line, {widths_.box, 2});
      if (misfit(wide) < misfit(walls)) walls = std::move(wide);
    }
    if (style_ == Style::ascii && misfit(walls) > 0) fit(walls);
    std::vector<Segment> out;
    for (std::size_t i = 0; i + 1 < walls.size(); ++i) {
      const int left = column_at(walls[i].x), right = column_at(walls[i + 1].x);
      if (left >= right) continue;
      const Range room{walls[i].at + 1, walls[i + 1].at};
      const bool wall = is_wall(room);
      out.push_back({left, right, wall ? Range{} : room, wall});
    }
    return out;
  }

 private:
  bool is_horizontal(char16_t c) const {
    return style_ == Style::box ? is_horizontal_box(c) : c == u'-' || c == u'=' || c == u':';
  }

  bool is_wall(Range room) const {
    if (room.empty()) return true;
    for (std::uint32_t i = room.begin; i < room.end; ++i)
      if (!is_horizontal(source_.text[i])) return false;
    return style_ == Style::box || room.size() > 1;
  }

  // A '+' counts beside a horizontal wall only: a sum in a cell is none.
  bool is_ascii_corner(std::uint32_t at, Range line) const {
    if (source_.text[at] == u'|') return true;
    if (source_.text[at] != u'+') return false;
    return (at > line.begin && is_horizontal(source_.text[at - 1])) ||
           (at + 1 < line.end && is_horizontal(source_.text[at + 1]));
  }

  int width(char16_t c, Widths widths) const {
    return is_box(c) ? widths.box : display_width(c, widths.ambiguous);
  }

  // In ASCII a bar that stands under no corner is text, unless there are just as many bars as walls: then
  // they are out of line.
  void fit(std::vector<Wall>& walls) const {
    if (walls.size() == columns_.size()) {
      for (std::size_t i = 0; i < walls.size(); ++i) walls[i].x = columns_[i];
      return;
    }
    walls.erase(std::remove_if(walls.begin(), walls.end(),
                               [&](const Wall& w) {
                                 return !std::binary_search(columns_.begin(), columns_.end(), w.x);
                               }),
                walls.end());
  }

  // Vertical walls and corners.
  std::vector<Wall> walls_of(std::size_t line, Widths widths) const {
    std::vector<Wall> out;
    int x = 0;
    const Range range = source_.lines[line].range;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const char16_t c = source_.text[i];
      const bool corner =
          style_ == Style::box ? is_box(c) && !is_horizontal_box(c) : is_ascii_corner(i, range);
      if (corner) out.push_back({x, i});
      x += width(c, widths);
    }
    return out;
  }

  // Programs draw box characters one or two columns wide: the right width lets the right border stand in one
  // column.
  int box_width() const {
    int score[3] = {0, 0, 0};
    const Range first = source_.lines[begin_].range;
    for (int w = 1; w <= 2; ++w) {
      int right = 0;
      for (char16_t c : source_.view(first)) right += width(c, {w, 1});
      for (std::size_t i = begin_ + 1; i < std::min(end_, begin_ + 20); ++i) {
        int x = 0;
        for (char16_t c : source_.view(source_.lines[i].range)) x += width(c, {w, 1});
        score[w] += x == right;
      }
    }
    return score[2] > score[1] ? 2 : 1;
  }

  // All columns in which a horizontal wall has a corner.
  void find_columns() {
    std::vector<int> found;
    for (std::size_t i = begin_; i < end_; ++i) {
      const std::u16string_view line = source_.line(i);
      const bool rule = style_ == Style::box ? std::any_of(line.begin(), line.end(), is_horizontal_box)
                                             : line.find(u"+-") != std::u16string_view::npos ||
                                                   line.find(u"+=") != std::u16string_view::npos;
      if (!rule) continue;
      const std::vector<Wall> walls = walls_of(i, widths_);
      for (const Wall& wall : walls)
        if (style_ == Style::box || source_.text[wall.at] == u'+') found.push_back(wall.x);
      if (found.size() > 100'000) break;
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    columns_ = std::move(found);
  }

  int misfit(const std::vector<Wall>& walls) const {
    int count = 0;
    for (const Wall& wall : walls) count += !std::binary_search(columns_.begin(), columns_.end(), wall.x);
    return count;
  }

  // The nearest column of the grid.
  int column_at(int x) const {
    const auto above = std::lower_bound(columns_.begin(), columns_.end(), x);
    if (above == columns_.begin()) return 0;
    if (above == columns_.end()) return columns();
    const bool upper = *above - x <= x - *(above - 1);
    return static_cast<int>((upper ? above : above - 1) - columns_.begin());
  }

  const TextSource& source_;
  std::size_t begin_, end_;
  Style style_;
  Widths widths_;
  std::vector<int> columns_;
};

// --- cells -------------------------------------------------------------------------------------------------

struct Room {
  int left, right;
  std::size_t first, last;    // lines of text
  std::vector<Range> pieces;  // one a line
};

struct Rooms {
  std::vector<Room> rooms;
  std::vector<std::size_t> walls;  // lines with a piece of a horizontal wall
};

Rooms find_rooms(const TextSource& source, const Plane& plane, std::size_t begin, std::size_t end) {
  Rooms out;
  std::vector<Segment> above;
  for (std::size_t line = begin; line < end; ++line) {
    std::vector<Segment> here = plane.segments(line);
    bool wall = false;
    std::size_t a = 0;
    for (Segment& segment : here) {
      wall |= segment.wall;
      if (segment.wall) continue;
      while (a < above.size() && above[a].left < segment.left) ++a;
      const bool goes_on = a < above.size() && above[a].left == segment.left &&
                           above[a].right == segment.right && above[a].cell >= 0;
      if (goes_on) {
        segment.cell = above[a].cell;
      } else {
        segment.cell = static_cast<int>(out.rooms.size());
        out.rooms.push_back({segment.left, segment.right, line, line, {}});
      }
      Room& room = out.rooms[static_cast<std::size_t>(segment.cell)];
      room.last = line;
      room.pieces.push_back(source.trimmed(segment.text));
    }
    if (wall) out.walls.push_back(line);
    above = std::move(here);
  }
  return out;
}

// Lines between two walls are one row, unless the table has no walls between its rows: then every line is
// one. Told by a stretch of lines that all begin with a filled cell.
bool one_line_rows(const Rooms& found) {
  if (found.walls.size() > 4) return false;
  for (const Room& room : found.rooms)
    if (room.left == 0 && room.pieces.size() > 2 &&
        std::none_of(room.pieces.begin(), room.pieces.end(), [](Range r) { return r.empty(); }))
      return true;
  return false;
}

void split_by_lines(Rooms& found) {
  std::vector<Room> rooms;
  for (const Room& room : found.rooms) {
    for (std::size_t i = 0; i < room.pieces.size(); ++i)
      rooms.push_back({room.left, room.right, room.first + i, room.first + i, {room.pieces[i]}});
  }
  found.rooms = std::move(rooms);
}

void place(const Rooms& found, bool by_lines, DrawnTable& table) {
  for (const Room& room : found.rooms) {
    const auto top = std::lower_bound(found.walls.begin(), found.walls.end(), room.first);
    const auto bottom = std::upper_bound(found.walls.begin(), found.walls.end(), room.last);
    int row = static_cast<int>(top - found.walls.begin()) - 1,
        end = static_cast<int>(bottom - found.walls.begin());
    if (by_lines) row = static_cast<int>(room.first - table.begin_line), end = row + 1;
    row = std::max(row, 0);
    table.cells.push_back({row, room.left, std::max(1, end - row), room.right - room.left, room.pieces});
    table.rows = std::max(table.rows, row + std::max(1, end - row));
  }
  sort_by(table.cells, [](const DrawnCell& a, const DrawnCell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  });
}

// No cell may cover another's place: what a torn drawing makes of it is cut back to one row.
void cut_overlaps(DrawnTable& table) {
  std::vector<int> free_from(static_cast<std::size_t>(table.columns), 0);
  std::vector<DrawnCell> kept;
  for (DrawnCell& cell : table.cells) {
    bool free = true;
    for (int c = cell.column; c < cell.column + cell.columns; ++c)
      free &= free_from[static_cast<std::size_t>(c)] <= cell.row;
    if (!free) continue;
    for (int c = cell.column; c < cell.column + cell.columns; ++c)
      free_from[static_cast<std::size_t>(c)] = cell.row + cell.rows;
    kept.push_back(std::move(cell));
  }
  table.cells = std::move(kept);
}

// Rows that no cell begins or ends with are drawing only.
void drop_empty_rows(DrawnTable& table) {
  std::vector<int> number(static_cast<std::size_t>(table.rows) + 1, 0);
  for (const DrawnCell& cell : table.cells) number[static_cast<std::size_t>(cell.row)] = 1;
  int next = 0;
  for (int& n : number) {
    const int here = next;
    next += n;
    n = here;
  }
  for (DrawnCell& cell : table.cells) {
    const int end = number[static_cast<std::size_t>(cell.row + cell.rows)];
    cell.row = number[static_cast<std::size_t>(cell.row)];
    cell.rows = std::max(1, end - cell.row);
  }
  table.rows = next;
}

}  // namespace

std::optional<DrawnTable> box_table(const TextSource& source, std::size_t line, std::size_t& seen) {
  const Style style = line < seen ? Style::none : begins(source.line(line));
  if (style == Style::none) return std::nullopt;
  std::size_t end = line + 1;
  while (end < source.lines.size() && style_of(source.line(end)) == style) ++end;
  seen = end;
  const Plane plane(source, line, end, style);
  if (end - line < 3 || plane.columns() < 1 || plane.columns() > static_cast<int>(limits::table_columns) ||
      plane.is_out_of_line())
    return std::nullopt;
  Rooms found = find_rooms(source, plane, line, end);
  const bool by_lines = one_line_rows(found);
  if (by_lines) split_by_lines(found);
  DrawnTable table;
  table.begin_line = line;
  table.end_line = end;
  table.columns = plane.columns();
  place(found, by_lines, table);
  cut_overlaps(table);
  drop_empty_rows(table);
  if (table.cells.empty()) return std::nullopt;
  return table;
}

}  // namespace nianbao
