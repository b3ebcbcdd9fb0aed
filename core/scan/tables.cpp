#include "scan/tables.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/sorting.h"
#include "scan/rules.h"

namespace nianbao::scan {
namespace {

constexpr double meets =
    0.5;  // characters between the end of a rule and the rule that it meets: the rest is broken off
constexpr double nearly_meets = 1.5;          // the same, where much of it is
constexpr double same_level = 0.3;            // characters: no row or column is as narrow
constexpr double least_drawn = 2.5;           // characters of rules that make a level,
constexpr double least_share = 0.35;          // or this much of a small table
constexpr std::size_t most_squares = 10'000;  // the largest of the form has 300

struct Frame {
  double left, top, right, bottom;
  void add(const Frame& o) {
    left = std::min(left, o.left), top = std::min(top, o.top), right = std::max(right, o.right),
    bottom = std::max(bottom, o.bottom);
  }
  bool overlaps(const Frame& o, double above = 0) const {
    return left < o.right && o.left < right && top < o.bottom + above && o.top < bottom + above;
  }
  bool beside(const Frame& o) const {
    return std::min(bottom, o.bottom) - std::max(top, o.top) > 0.5 * std::min(bottom - top, o.bottom - o.top);
  }
};

struct Group {
  Frame frame;
  std::vector<Rule> level, upright;
  bool crossed = false;  // by a level rule: otherwise an upright one may be the edge of the sheet
};

Frame frame_of(const Rule& rule, bool upright) {
  const double begin = rule.begin, end = rule.end;
  return upright ? Frame{rule.at, begin, rule.at, end} : Frame{begin, rule.at, end, rule.at};
}

bool crosses(const Rule& level, const Rule& upright, double reach) {
  return level.begin - reach <= upright.at && upright.at <= level.end + reach &&
         upright.begin - reach <= level.at && level.at <= upright.end + reach;
}

// Rules that meet are of one table, and so are tables that overlap or stand side by side: a broken one comes
// in pieces. Two tables of a report stand above each other with some room between them.
std::vector<Group> group(const std::vector<Rule>& level, const std::vector<Rule>& upright, double character) {
  std::vector<Group> groups;
  for (const Rule& line : upright) {
    Group next{frame_of(line, true), {}, {line}, false};
    int crossings = 0;
    for (const Rule& other : level) {
      if (crosses(other, line, meets * character)) next.frame.add(frame_of(other, false));
      crossings += crosses(other, line, nearly_meets * character);
    }
    next.crossed = crossings > 0;
    groups.push_back(std::move(next));
  }
  const auto merge = [&] {
    for (std::size_t i = 0; i < groups.size(); ++i)
      for (std::size_t j = i + 1; j < groups.size(); ++j) {
        const bool pieces = groups[i].crossed && groups[j].crossed && groups[i].frame.beside(groups[j].frame);
        if (!pieces && !groups[i].frame.overlaps(groups[j].frame, 0.5 * character)) continue;
        groups[i].frame.add(groups[j].frame);
        groups[i].crossed = groups[i].crossed || groups[j].crossed;
        groups[i].upright.insert(groups[i].upright.end(), groups[j].upright.begin(), groups[j].upright.end());
        groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(j));
        return true;
      }
    return false;
  };
  while (merge()) {
  }
  for (Group& table : groups)
    for (const Rule& line : level) {
      const Frame& f = table.frame;
      const double slack = same_level * character;
      if (line.at >= f.top - slack && line.at <= f.bottom + slack && line.middle() > f.left &&
          line.middle() < f.right)
        table.level.push_back(line);
    }
  return groups;
}

// One level of rules that lie within `slack` of each other.
Level fitted(const std::vector<Rule>& rules, double middle) {
  double n = 0, x = 0, y = 0, xx = 0, xy = 0, thickness = 0, ink = 0;
  for (const Rule& rule : rules) {
    const double weight = rule.length(), place = rule.middle() - middle;
    n += weight, x += weight * place, y += weight * rule.at;
    xx += weight * (place * place + weight * weight / 12), xy += weight * place * rule.at;
    thickness += weight * rule.thickness, ink += weight * rule.ink;
  }
  const double spread = xx - x * x / n;
  const double slope = spread > 0 ? (xy - x * y / n) / spread : 0;
  return {y / n - slope * x / n, slope, middle, thickness / n, ink / n};
}

std::vector<Level> levels_of(std::vector<Rule> rules, double begin, double end, double character) {
  const double least = std::min(least_drawn * character, least_share * (end - begin));
  sort_by(rules, [](const Rule& a, const Rule& b) { return a.at < b.at; });
  std::vector<Level> out;
  for (std::size_t i = 0; i < rules.size();) {
    std::vector<Rule> together;
    double sum = 0, length = 0;
    for (; i < rules.size() && (length == 0 || rules[i].at - sum / length <= same_level * character); ++i) {
      together.push_back(rules[i]);
      sum += rules[i].at * rules[i].length(), length += rules[i].length();
    }
    if (length >= least) out.push_back(fitted(together, (begin + end) / 2));
  }
  return out;
}

// Where rules reach well beyond the outermost level of the others, the table is open there.
void close_sides(std::vector<Level>& levels, double begin, double end, double middle, double character) {
  const double reach = 2 * character;
  if (levels.empty() || levels.front().at - begin > reach)
    levels.insert(levels.begin(), Level{begin, 0, middle, 0, 0});
  if (end - levels.back().at > reach) levels.push_back({end, 0, middle, 0, 0});
}

}  // namespace

Area RuledTable::inside(const TableCell& cell) const {
  const auto place = [](const std::vector<Level>& levels, int i) -> const Level& {
    return levels[static_cast<std::size_t>(i)];
  };
  const Level &top = place(rows, cell.row), &bottom = place(rows, cell.row + cell.rows);
  const Level &left = place(columns, cell.column), &right = place(columns, cell.column + cell.columns);
  const double x = (left.at + right.at) / 2, y = (top.at + bottom.at) / 2;
  const auto pixel = [](double at) { return static_cast<int>(std::lround(at)); };
  return {pixel(left.at_place(y)), pixel(top.at_place(x)), pixel(right.at_place(y)),
          pixel(bottom.at_place(x))};
}

namespace {

std::vector<Group> groups_of(const Grey& page, const Grey& across, double character) {
  return group(level_rules(page, character), level_rules(across, character), character);
}

// Of the characters inside the frame; as around it, where there are none.
double character_inside(const std::vector<Blob>& blobs, const Frame& f, int page_width, double around) {
  std::vector<Blob> inside;
  for (const Blob& blob : blobs) {
    const int x = blob.area.middle_x(), y = blob.area.middle_y();
    if (x > f.left && x < f.right && y > f.top && y < f.bottom) inside.push_back(blob);
  }
  const double size = character_size(inside, page_width);
  return size > 0 ? size : around;
}

bool make_table(const Grey& page, const Grey& across, const Group& found, RuledTable& table) {
  const Frame& f = found.frame;
  const double character = table.character;
  table.rows = levels_of(found.level, f.left, f.right, character);
  table.columns = levels_of(found.upright, f.top, f.bottom, character);
  if (table.rows.size() < 2 || table.columns.empty()) return false;
  close_sides(table.columns, f.left, f.right, (f.top + f.bottom) / 2, character);
  close_sides(table.rows, f.top, f.bottom, (f.left + f.right) / 2, character);
  if (table.columns.size() < 2 || table.rows.size() * table.columns.size() > most_squares) return false;
  table.cells = find_cells(page, across, table.rows, table.columns, character);
  const auto pixel = [](double at) { return static_cast<int>(std::lround(at)); };
  table.area = {pixel(table.columns.front().at), pixel(table.rows.front().at), pixel(table.columns.back().at),
                pixel(table.rows.back().at)};
  return table.cells.size() > 1;
}

}  // namespace

std::vector<RuledTable> find_tables(const Grey& page, const Grey& across, const std::vector<Blob>& blobs,
                                    double character) {
  std::vector<RuledTable> out;
  std::vector<Group> finer;
  double fine = character;
  for (const Group& found : groups_of(page, across, character)) {
    RuledTable table;
    table.character = character_inside(blobs, found.frame, page.width, character);
    constexpr double much_smaller = 0.8;
    const Group* best = &found;
    if (table.character < much_smaller * character) {
      // Its rules are shorter than those of text of the page's size may be.
      if (table.character < much_smaller * fine || finer.empty())
        finer = groups_of(page, across, fine = table.character);
      for (const Group& other : finer)
        if (other.frame.overlaps(found.frame) &&
            (best == &found || other.upright.size() > best->upright.size()))
          best = &other;
    }
    if (make_table(page, across, *best, table)) out.push_back(std::move(table));
  }
  sort_by(out, [](const RuledTable& a, const RuledTable& b) { return a.area.top < b.area.top; });
  return out;
}

}  // namespace nianbao::scan
