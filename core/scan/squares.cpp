#include "scan/squares.h"

#include <algorithm>
#include <cmath>

#include "base/sorting.h"
#include "scan/sets.h"

namespace nianbao::scan {
namespace {

constexpr int surely_ink = 150;
constexpr int leaves_level = 3;  // pixels by which a rule leaves its level

// Where along a level ink runs on for about a character: few strokes of characters do. Where it crosses other
// levels nothing is counted and nothing interrupted.
class DrawnAlong {
 public:
  DrawnAlong(const Grey& page, const Level& level, const std::vector<Level>& crossing, double character)
      : begin_(static_cast<int>(crossing.front().at)),
        length_(static_cast<std::size_t>(crossing.back().at - crossing.front().at) + 2) {
    mark_crossings(crossing);
    for (int offset = -leaves_level; offset <= leaves_level; ++offset) {
      drawn_.emplace_back(length_, std::uint8_t{0});
      follow(page, level, offset, character, drawn_.back());
    }
  }

  // The share of the way between two crossing levels; along one line, for brackets are long and thin as well.
  struct Share {
    double drawn = 0;
    double alone = 0;  // of what is drawn: that beside which there is no other ink
  };
  Share share(double from, double to) const {
    Share most;
    for (const auto& drawn : drawn_)
      if (const Share one = share(drawn, from, to); one.drawn > most.drawn) most = one;
    return most;
  }

 private:
  enum : std::uint8_t { nothing, ink_among_other, ink_alone };

  Share share(const std::vector<std::uint8_t>& drawn, double from, double to) const {
    double ink = 0, alone = 0, all = 0;
    for (int x = static_cast<int>(from); x < to; ++x) {
      const auto i = static_cast<std::size_t>(x - begin_);
      if (i >= length_ || crossing_[i] != 0) continue;
      ++all;
      ink += drawn[i] != nothing;
      alone += drawn[i] == ink_alone;
    }
    if (all <= 0) return {1, 1};
    return {ink / all, ink > 0 ? alone / ink : 0};
  }

  void mark_crossings(const std::vector<Level>& crossing) {
    crossing_.assign(length_, 0);
    for (const Level& other : crossing) {
      const int half = std::max(1, static_cast<int>(std::lround(other.thickness / 2)));
      for (int x = static_cast<int>(std::lround(other.at)) - half; x <= std::lround(other.at) + half; ++x)
        if (const auto i = static_cast<std::size_t>(x - begin_); x >= begin_ && i < length_) crossing_[i] = 1;
    }
  }

  // No other ink is near at either side.
  static bool is_alone(const Grey& page, int x, int y, int reach) {
    for (int d = leaves_level; d < leaves_level + reach; ++d)
      for (const int at : {y - d, y + d})
        if (page.holds(x, at) && page.at(x, at) < surely_ink) return false;
    return true;
  }

  void follow(const Grey& page, const Level& level, int offset, double character,
              std::vector<std::uint8_t>& drawn) const {
    const int shortest = static_cast<int>(0.8 * character), shortest_alone = shortest / 2,
              room = static_cast<int>(0.15 * character);
    const int some_ink = level.half_ink();
    std::vector<std::uint8_t> inked(length_, 0);
    std::size_t from = 0;
    int counted = 0, alone = 0, missing = 0;
    for (std::size_t i = 0; i < length_; ++i) {
      const int x = begin_ + static_cast<int>(i),
                y = static_cast<int>(std::lround(level.at_place(x))) + offset;
      const bool ink = (page.holds(x, y) && page.at(x, y) < some_ink) ||
                       (page.holds(x, y + 1) && page.at(x, y + 1) < some_ink);
      constexpr int gap = 1;
      missing = ink || crossing_[i] != 0 ? 0 : missing + 1;
      if (missing > gap) from = i + 1, counted = 0, alone = 0;
      if (ink) inked[i] = is_alone(page, x, y, room) ? ink_alone : ink_among_other;
      if (ink && crossing_[i] == 0) ++counted, alone += inked[i] == ink_alone;
      if (ink && (counted >= shortest || (alone == counted && alone >= shortest_alone))) {
        std::copy(inked.begin() + static_cast<std::ptrdiff_t>(from),
                  inked.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                  drawn.begin() + static_cast<std::ptrdiff_t>(from));
        from = i;
      }
    }
  }

  int begin_;
  std::size_t length_;
  std::vector<std::uint8_t> crossing_;
  std::vector<std::vector<std::uint8_t>> drawn_;  // for each offset
};

// What is known of the edges that lie along one direction: edge i of level l lies between the crossing levels
// i and i + 1.
class Edges {
 public:
  // `upright`: the page has its rows and columns exchanged.
  Edges(const Grey& page, const std::vector<Level>& levels, const std::vector<Level>& crossing,
        double character, bool upright)
      : upright_(upright),
        per_level_(crossing.size() - 1),
        share_(levels.size() * per_level_, 1),
        present_(share_.size(), 1),
        free_(present_),
        alone_(present_),
        roomy_(present_),
        long_(present_),
        short_(share_.size(), 0) {
    for (std::size_t l = 1; l + 1 < levels.size(); ++l) {
      const DrawnAlong drawn(page, levels[l], crossing, character);
      for (std::size_t i = 0; i < per_level_; ++i) {
        const DrawnAlong::Share share = drawn.share(crossing[i].at, crossing[i + 1].at);
        share_[at(l, i)] = share.drawn;
        alone_[at(l, i)] = share.alone >= 0.85;
        const double from = crossing[i].at + leaves_level, to = crossing[i + 1].at - leaves_level;
        free_[at(l, i)] =
            !crossed(page, levels[l], from, to, static_cast<int>(0.25 * character)) &&
            !(upright && embraced(page, levels[l], from, to, static_cast<int>(0.15 * character)));
        long_[at(l, i)] = share.drawn * share.alone * (to - from) >= 1.5 * character;
        roomy_[at(l, i)] = room(page, levels[l], from, to, static_cast<int>(character)) >= 0.8 * character;
        short_[at(l, i)] = crossing[i + 1].at - crossing[i].at < 1.6 * character;
      }
    }
  }

  // Of the edges along inner levels of which something is drawn.
  void add_shares(std::vector<double>& out) const {
    for (std::size_t i = per_level_; i + per_level_ < share_.size(); ++i)
      if (share_[i] > 0.15) out.push_back(share_[i]);
  }
  // One stroke of a character may be nearly as long as a short edge; strokes that cross it tell.
  void decide(double least, double least_of_short, bool broken) {
    for (std::size_t i = per_level_; i + per_level_ < share_.size(); ++i)
      present_[i] = broken ? is_left(i, least)
                           : share_[i] >= (short_[i] != 0 ? least_of_short : least) &&
                                 (free_[i] != 0 || short_[i] == 0);
  }

  // Enough of a broken rule, and no strokes of characters instead.
  bool is_left(std::size_t i, double least) const {
    return free_[i] != 0 && (upright_ || alone_[i] != 0) &&
           (share_[i] >= least || (!upright_ && long_[i] != 0));
  }

  bool present(std::size_t level, std::size_t i) const { return present_[at(level, i)] != 0; }
  // No character stands across it.
  bool is_free(std::size_t level, std::size_t i) const { return free_[at(level, i)] != 0; }
  // Text at both sides of it is as far apart as that of two cells.
  bool is_roomy(std::size_t level, std::size_t i) const { return roomy_[at(level, i)] != 0; }
  void draw(std::size_t level, std::size_t i) { present_[at(level, i)] = 1; }
  // How many of its neighbours along the level are drawn.
  int neighbours(std::size_t level, std::size_t i) const {
    return (i > 0 && present(level, i - 1)) + (i + 1 < per_level_ && present(level, i + 1));
  }

 private:
  std::size_t at(std::size_t level, std::size_t i) const { return level * per_level_ + i; }

  // The strokes of a character stand across the level.
  static bool crossed(const Grey& page, const Level& level, double from, double to, int reach) {
    int columns = 0;
    for (int x = static_cast<int>(from); x < to; ++x) {
      const int y = static_cast<int>(std::lround(level.at_place(x)));
      bool through = true;
      for (int d = -reach; d <= reach && through; ++d) through = inked(page, x, y + d);
      columns += through;
    }
    return columns >= 2;
  }

  // Characters stand close to it at both sides, as those of one word do; between those of two cells there is
  // more room.
  static bool embraced(const Grey& page, const Level& level, double from, double to, int reach) {
    int places = 0;
    for (int x = static_cast<int>(from); x < to; ++x) {
      const int y = static_cast<int>(std::lround(level.at_place(x)));
      bool before = false, behind = false;
      for (int d = leaves_level; d < leaves_level + reach; ++d)
        before = before || inked(page, x, y - d), behind = behind || inked(page, x, y + d);
      places += before && behind;
    }
    constexpr double share = 0.15;
    return places >= std::max(2.0, share * (to - from));
  }

  // Between the nearest ink before and behind the level.
  static double room(const Grey& page, const Level& level, double from, double to, int most) {
    int before = most, behind = most;
    for (int x = static_cast<int>(from); x < to; ++x) {
      const int y = static_cast<int>(std::lround(level.at_place(x)));
      for (int d = leaves_level; d < before; ++d)
        if (inked(page, x, y - d)) before = d;
      for (int d = leaves_level; d < behind; ++d)
        if (inked(page, x, y + d)) behind = d;
    }
    return before + behind;
  }

  static bool inked(const Grey& page, int x, int y) { return page.holds(x, y) && page.at(x, y) < surely_ink; }

  bool upright_;
  std::size_t per_level_;
  std::vector<double> share_;
  std::vector<std::uint8_t> present_, free_, alone_, roomy_, long_, short_;
};

class Squares {
 public:
  Squares(const Grey& page, const Grey& across, const std::vector<Level>& rows,
          const std::vector<Level>& columns, double character)
      : rows_(rows.size() - 1),
        columns_(columns.size() - 1),
        level_(page, rows, columns, character, false),
        upright_(across, columns, rows, character, true) {
    find_text(page, rows, columns, character);
    decide();
    if (broken_) restore();
    join();
  }

  std::vector<TableCell> cells() const {
    std::vector<TableCell> out;
    for (std::size_t i = 0; i < boxes_.size(); ++i)
      if (const Area& box = boxes_[i]; sizes_[i] > 0)
        out.push_back({box.top, box.left, box.height(), box.width()});
    sort_by(out, [](const TableCell& a, const TableCell& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    return out;
  }

 private:
  std::size_t at(std::size_t row, std::size_t column) const { return row * columns_ + column; }

  // Rules are drawn throughout, or they are broken on the whole page: then less of one tells that it is
  // there.
  void decide() {
    std::vector<double> shares;
    level_.add_shares(shares);
    upright_.add_shares(shares);
    if (shares.empty()) return;
    const auto fifth = shares.begin() + static_cast<std::ptrdiff_t>(shares.size() / 5);
    std::nth_element(shares.begin(), fifth, shares.end());
    broken_ = *fifth < 0.9;
    const double least = broken_ ? *fifth / 2 : 0.8, least_of_short = broken_ ? least : 0.95;
    level_.decide(least, least_of_short, broken_);
    upright_.decide(least, least_of_short, broken_);
  }

  void find_text(const Grey& page, const std::vector<Level>& rows, const std::vector<Level>& columns,
                 double character) {
    text_.assign(rows_ * columns_, 0);
    const int inset = static_cast<int>(0.15 * character) + leaves_level;
    for (std::size_t r = 0; r < rows_; ++r)
      for (std::size_t c = 0; c < columns_; ++c) {
        double ink = 0;
        for (int y = static_cast<int>(rows[r].at) + inset; y < rows[r + 1].at - inset; ++y)
          for (int x = static_cast<int>(columns[c].at) + inset; x < columns[c + 1].at - inset; ++x)
            ink += page.holds(x, y) && page.at(x, y) < surely_ink;
        text_[at(r, c)] = ink > 0.05 * character * character;
      }
  }

  // An edge of which nothing is left: its level goes on, and text stands apart at both sides of it. Level
  // ones go on at both sides: above each other stand also the lines of one text.
  void restore() {
    for (std::size_t r = 0; r < rows_; ++r)
      for (std::size_t c = 0; c < columns_; ++c) {
        if (r > 0 && !level_.present(r, c) && level_.is_free(r, c) && level_.neighbours(r, c) == 2 &&
            text_[at(r - 1, c)] && text_[at(r, c)])
          level_.draw(r, c);
        if (c > 0 && !upright_.present(c, r) && upright_.is_free(c, r) && upright_.is_roomy(c, r) &&
            upright_.neighbours(c, r) >= 1 && text_at_both_sides(r, c))
          upright_.draw(c, r);
      }
  }

  // Of the edge before the column, in its row, up to the next edges that are drawn.
  bool text_at_both_sides(std::size_t row, std::size_t column) const {
    bool before = false, behind = false;
    for (std::size_t c = column; c-- > 0 && !before;) {
      before = text_[at(row, c)] != 0;
      if (c > 0 && upright_.present(c, row)) break;
    }
    for (std::size_t c = column; c < columns_ && !behind; ++c) {
      behind = text_[at(row, c)] != 0;
      if (c + 1 < columns_ && upright_.present(c + 1, row)) break;
    }
    return before && behind;
  }

  // A cell is a rectangle without rules inside. Where squares make up something else a rule has broken away:
  // one whose level goes on at both sides, else at one; what cannot be explained so is one cell.
  void join() {
    unite_squares();
    for (const int neighbours : {2, 1})
      while (broken_ && draw_missing(neighbours)) unite_squares();
    while (fill_rectangles()) {
    }
  }

  bool draw_missing(int neighbours) {
    bool drawn = false;
    for (std::size_t r = 0; r < rows_; ++r)
      for (std::size_t c = 0; c < columns_; ++c) {
        if (is_cell(at(r, c))) continue;
        if (r > 0 && !level_.present(r, c) && level_.is_free(r, c) && level_.neighbours(r, c) >= neighbours)
          level_.draw(r, c), drawn = true;
        const bool apart = neighbours == 2 || upright_.is_roomy(c, r);
        if (c > 0 && !upright_.present(c, r) && upright_.is_free(c, r) && apart &&
            upright_.neighbours(c, r) >= neighbours)
          upright_.draw(c, r), drawn = true;
      }
    return drawn;
  }

  void unite_squares() {
    sets_ = Sets(rows_ * columns_);
    for (std::size_t r = 0; r < rows_; ++r)
      for (std::size_t c = 0; c < columns_; ++c) {
        if (r > 0 && !level_.present(r, c)) sets_.join(at(r - 1, c), at(r, c));
        if (c > 0 && !upright_.present(c, r)) sets_.join(at(r, c - 1), at(r, c));
      }
    measure();
    find_torn();
  }

  // Cells with a rule inside.
  void find_torn() {
    torn_.assign(boxes_.size(), 0);
    const auto same = [this](std::size_t a, std::size_t b) { return sets_.find(a) == sets_.find(b); };
    for (std::size_t r = 0; r < rows_; ++r)
      for (std::size_t c = 0; c < columns_; ++c) {
        const bool above = r > 0 && level_.present(r, c) && same(at(r - 1, c), at(r, c));
        const bool before = c > 0 && upright_.present(c, r) && same(at(r, c - 1), at(r, c));
        if (above || before) torn_[sets_.find(at(r, c))] = 1;
      }
  }

  // The rectangles around the sets.
  void measure() {
    boxes_.assign(rows_ * columns_, Area{});
    sizes_.assign(boxes_.size(), 0);
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      const int row = static_cast<int>(i / columns_), column = static_cast<int>(i % columns_);
      const std::size_t set = sets_.find(i);
      const Area square{column, row, column + 1, row + 1};
      boxes_[set] = sizes_[set]++ == 0 ? square : joined(boxes_[set], square);
    }
  }

  bool is_cell(std::size_t square) { return is_rectangle(square) && torn_[sets_.find(square)] == 0; }

  bool is_rectangle(std::size_t square) {
    const std::size_t set = sets_.find(square);
    return boxes_[set].width() * boxes_[set].height() == sizes_[set];
  }

  bool fill_rectangles() {
    bool grown = false;
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      if (is_rectangle(i)) continue;
      grown = true;
      const Area box = boxes_[sets_.find(i)];
      for (int r = box.top; r < box.bottom; ++r)
        for (int c = box.left; c < box.right; ++c)
          sets_.join(i, at(static_cast<std::size_t>(r), static_cast<std::size_t>(c)));
      measure();
    }
    return grown;
  }

  std::size_t rows_, columns_;
  bool broken_ = false;
  Edges level_, upright_;
  std::vector<std::uint8_t> text_;
  Sets sets_{0};
  std::vector<Area> boxes_;  // by set
  std::vector<int> sizes_;
  std::vector<std::uint8_t> torn_;
};

}  // namespace

std::vector<TableCell> find_cells(const Grey& page, const Grey& across, const std::vector<Level>& rows,
                                  const std::vector<Level>& columns, double character) {
  return Squares(page, across, rows, columns, character).cells();
}

}  // namespace nianbao::scan
