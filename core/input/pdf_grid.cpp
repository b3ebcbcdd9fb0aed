// Ruling lines to grids: lines that touch belong to one table; its columns and rows are the distinct places
// of its lines; neighbouring places without a line between them are one cell.
#include <algorithm>
#include <cstdint>
#include <numeric>

#include "base/limits.h"
#include "base/sorting.h"
#include "input/pdf_page.h"

namespace nianbao {
namespace {

constexpr double touch = 2.5;        // points within which lines meet
constexpr double same_line = 2.0;    // points within which two parallel lines are one
constexpr double same_place = 4.0;   // the same in one table: no text fits between them
constexpr double shortest = 4.0;     // points of a line that rules anything
constexpr double longest_gap = 6.0;  // points between the dashes of a line

struct Segment {
  double at;          // y of a horizontal line, x of a vertical one
  double begin, end;  // along its direction
};

// Dashes at one place go on over a gap not much longer than they are.
bool joins(const Segment& line, double last_dash, const Segment& next) {
  const double gap = next.begin - line.end, dash = std::min(last_dash, next.end - next.begin);
  return gap <= std::max(touch, std::min(longest_gap, 1.5 * dash));
}

// Parallel lines at the same place that overlap, touch or follow each other as dashes become one.
std::vector<Segment> merged(std::vector<Segment> lines, double within) {
  sort_by(lines, [](const Segment& a, const Segment& b) { return a.at < b.at; });
  for (std::size_t i = 0, start = 0; i < lines.size(); ++i) {
    if (lines[i].at - lines[start].at > within) start = i;
    lines[i].at = lines[start].at;
  }
  sort_by(lines,
          [](const Segment& a, const Segment& b) { return a.at != b.at ? a.at < b.at : a.begin < b.begin; });
  std::vector<Segment> out;
  double last_dash = 0;
  for (const Segment& line : lines) {
    if (!out.empty() && out.back().at == line.at && joins(out.back(), last_dash, line))
      out.back().end = std::max(out.back().end, line.end);
    else out.push_back(line);
    last_dash = line.end - line.begin;
  }
  out.erase(
      std::remove_if(out.begin(), out.end(), [](const Segment& s) { return s.end - s.begin < shortest; }),
      out.end());
  return out;
}

class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0u); }
  std::uint32_t find(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) { parent_[find(a)] = find(b); }

 private:
  std::vector<std::uint32_t> parent_;
};

std::vector<double> places(const std::vector<Segment>& lines) {
  std::vector<double> out;
  for (const Segment& line : lines) out.push_back(line.at);
  std::sort(out.begin(), out.end());
  std::vector<double> distinct;
  for (double at : out)
    if (distinct.empty() || at - distinct.back() > same_place) distinct.push_back(at);
  return distinct;
}

// Whether lines at a place lie along most of a way and over its middle: an underline does not divide a cell.
bool covers(const std::vector<Segment>& lines, double at, double begin, double end) {
  constexpr double most = 0.75;
  const double middle = (begin + end) / 2;
  double covered = 0;
  bool over_middle = false;
  auto line = std::lower_bound(lines.begin(), lines.end(), at - same_place,
                               [](const Segment& s, double value) { return s.at < value; });
  for (; line != lines.end() && line->at <= at + same_place; ++line) {
    covered += std::max(0.0, std::min(line->end + touch, end) - std::max(line->begin - touch, begin));
    over_middle |= line->begin - touch <= middle && middle <= line->end + touch;
  }
  return over_middle && covered >= most * (end - begin);
}

struct Component {
  std::vector<Segment> horizontal, vertical;
};

class GridMaker {
 public:
  explicit GridMaker(const Component& lines)
      : lines_(lines), xs_(places(lines.vertical)), ys_(places(lines.horizontal)) {}

  bool make(PdfGrid& grid) {
    if (xs_.size() < 2 || ys_.size() < 2) return false;
    columns_ = xs_.size() - 1;
    rows_ = ys_.size() - 1;
    if (columns_ > limits::table_columns || rows_ * columns_ > limits::table_cells) return false;
    grid.box = {xs_.front(), ys_.front(), xs_.back(), ys_.back()};
    grid.rows = static_cast<int>(rows_);
    grid.columns = static_cast<int>(columns_);
    grid.column_edges = xs_;
    grid.row_edges = ys_;
    make_cells(grid);
    return grid.cells.size() >= 2;
  }

 private:
  bool line_right(std::size_t r, std::size_t c) const {
    return covers(lines_.vertical, xs_[c + 1], ys_[r], ys_[r + 1]);
  }
  bool line_below(std::size_t r, std::size_t c) const {
    return covers(lines_.horizontal, ys_[r + 1], xs_[c], xs_[c + 1]);
  }

  // The cell that begins at a place: as wide as no line ends it, then as low as its whole width goes on.
  void make_cells(PdfGrid& grid) {
    std::vector<bool> taken(rows_ * columns_);
    for (std::size_t r = 0; r < rows_; ++r)
      for (std::size_t c = 0; c < columns_; ++c) {
        if (taken[r * columns_ + c]) continue;
        std::size_t right = c + 1, low = r + 1;
        while (right < columns_ && !taken[r * columns_ + right] && !line_right(r, right - 1)) ++right;
        while (low < rows_ && goes_on(low, c, right, taken)) ++low;
        for (std::size_t i = r; i < low; ++i)
          for (std::size_t j = c; j < right; ++j) taken[i * columns_ + j] = true;
        grid.cells.push_back({{xs_[c], ys_[r], xs_[right], ys_[low]},
                              static_cast<int>(r),
                              static_cast<int>(c),
                              static_cast<int>(low - r),
                              static_cast<int>(right - c)});
      }
  }

  bool goes_on(std::size_t row, std::size_t left, std::size_t right, const std::vector<bool>& taken) const {
    for (std::size_t c = left; c < right; ++c) {
      if (taken[row * columns_ + c] || line_below(row - 1, c)) return false;
      if (c + 1 < right && line_right(row, c)) return false;
    }
    return true;
  }

  const Component& lines_;
  std::vector<double> xs_, ys_;
  std::size_t rows_ = 0, columns_ = 0;
};

// Joins every horizontal line with the vertical ones that meet it. Sorted by place, so each looks only at its
// own reach.
void join_touching(const std::vector<Segment>& horizontal, const std::vector<Segment>& vertical,
                   Groups& groups) {
  std::size_t steps = 0;
  for (std::size_t h = 0; h < horizontal.size(); ++h) {
    auto v = std::lower_bound(vertical.begin(), vertical.end(), horizontal[h].begin - touch,
                              [](const Segment& s, double value) { return s.at < value; });
    for (; v != vertical.end() && v->at <= horizontal[h].end + touch && steps < limits::ruling_lines * 8;
         ++v, ++steps)
      if (v->begin - touch <= horizontal[h].at && horizontal[h].at <= v->end + touch)
        groups.join(static_cast<std::uint32_t>(h),
                    static_cast<std::uint32_t>(horizontal.size() + (v - vertical.begin())));
  }
}

std::vector<Component> components(const std::vector<Segment>& horizontal,
                                  const std::vector<Segment>& vertical) {
  Groups groups(horizontal.size() + vertical.size());
  join_touching(horizontal, vertical, groups);
  std::vector<std::int32_t> index(horizontal.size() + vertical.size(), -1);
  std::vector<Component> out;
  const auto component = [&](std::size_t line) -> Component& {
    std::int32_t& at = index[groups.find(static_cast<std::uint32_t>(line))];
    if (at < 0) {
      at = static_cast<std::int32_t>(out.size());
      out.emplace_back();
    }
    return out[at];
  };
  for (std::size_t i = 0; i < horizontal.size(); ++i) component(i).horizontal.push_back(horizontal[i]);
  for (std::size_t i = 0; i < vertical.size(); ++i)
    component(horizontal.size() + i).vertical.push_back(vertical[i]);
  return out;
}

struct Lines {
  std::vector<Segment> horizontal, vertical;
  void add(const Box& line) {
    if (line.width() >= line.height()) horizontal.push_back({line.middle_y(), line.left, line.right});
    else vertical.push_back({line.middle_x(), line.top, line.bottom});
  }
};

Box box_of(const Segment& s, bool horizontal) {
  return horizontal ? Box{s.begin, s.at, s.end, s.at} : Box{s.at, s.begin, s.at, s.end};
}

// Areas that shade prose change their columns from line to line; those that make a table share most of them.
bool shares_columns(const PdfGrid& grid) {
  if (grid.rows < 2 || grid.columns < 2) return false;
  std::vector<int> rows_with(static_cast<std::size_t>(grid.columns));
  for (const PdfGrid::Cell& cell : grid.cells)
    if (cell.column > 0) rows_with[static_cast<std::size_t>(cell.column)] += cell.rows;
  const auto shared =
      std::count_if(rows_with.begin() + 1, rows_with.end(), [](int rows) { return rows > 1; });
  return 2 * shared >= grid.columns - 1;
}

class GridFinder {
 public:
  explicit GridFinder(const PdfPage& page) {
    for (const Box& line : page.lines) lines_.add(line);
    // What lines rule; then what coloured areas rule with them; a column of boxes is the last that lines may
    // mean.
    find([](const PdfGrid& grid) { return grid.columns > 1; });
    if (!page.edges.empty()) {
      const Lines without = lines_;
      for (const Box& edge : page.edges)
        if (is_outside(edge)) lines_.add(edge);
      find(shares_columns);
      lines_ = without;
      leave_out_what_is_inside();
    }
    find([](const PdfGrid&) { return true; });
    sort_by(grids, [](const PdfGrid& a, const PdfGrid& b) { return a.box.top < b.box.top; });
  }

  std::vector<PdfGrid> grids;

 private:
  // Takes the grids that are wanted; the lines of the others stay.
  template <typename Wanted>
  void find(const Wanted& wanted) {
    Lines rest;
    for (Component& component : components(merged(std::move(lines_.horizontal), same_line),
                                           merged(std::move(lines_.vertical), same_line))) {
      PdfGrid grid;
      component = {merged(std::move(component.horizontal), same_place),
                   merged(std::move(component.vertical), same_place)};
      if (GridMaker(component).make(grid) && wanted(grid)) {
        grids.push_back(std::move(grid));
        continue;
      }
      rest.horizontal.insert(rest.horizontal.end(), component.horizontal.begin(), component.horizontal.end());
      rest.vertical.insert(rest.vertical.end(), component.vertical.begin(), component.vertical.end());
    }
    lines_ = std::move(rest);
  }

  bool is_outside(const Box& line) {
    constexpr std::size_t most_steps = 4'000'000;
    for (const PdfGrid& grid : grids)
      if (++steps_ > most_steps || grid.box.holds(line.middle_x(), line.middle_y())) return false;
    return true;
  }

  void leave_out_what_is_inside() {
    Lines outside;
    for (const Segment& s : lines_.horizontal)
      if (is_outside(box_of(s, true))) outside.horizontal.push_back(s);
    for (const Segment& s : lines_.vertical)
      if (is_outside(box_of(s, false))) outside.vertical.push_back(s);
    lines_ = std::move(outside);
  }

  Lines lines_;
  std::size_t steps_ = 0;
};

}  // namespace

std::vector<PdfGrid> find_grids(const PdfPage& page) { return GridFinder(page).grids; }

}  // namespace nianbao
