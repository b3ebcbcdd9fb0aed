#include "scan/lines.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/sorting.h"

namespace nianbao::scan {
namespace {

using Indices = std::vector<std::uint32_t>;

// Between the ink and the paper: faint pages have grey ink, and so have the thin strokes of 一 and 二.
int ink_level(const Grey& page) {
  constexpr int surely_ink = 200, thin_stroke = 175;
  std::array<std::uint32_t, surely_ink> histogram{};
  std::uint64_t total = 0, sum = 0;
  for (std::uint8_t p : page.bytes)
    if (p < surely_ink) ++histogram[p], ++total;
  for (int level = 0; level < surely_ink; ++level)
    if ((sum += histogram[static_cast<std::size_t>(level)]) * 4 >= total)
      return std::max(thin_stroke, (level + paper) / 2);
  return thin_stroke;
}

// A stretch of rows.
struct Band {
  int top, bottom;
  int height() const { return bottom - top; }
};

// The runs of every blob.
class RunsOf {
 public:
  explicit RunsOf(const Blobs& all) : all_(all), first_(all.blobs.size() + 1, 0), order_(all.runs.size()) {
    for (const Run& run : all.runs) ++first_[run.blob + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    Indices next = first_;
    for (std::uint32_t i = 0; i < all.runs.size(); ++i) order_[next[all.runs[i].blob]++] = i;
  }
  template <class Each>
  void each(std::uint32_t blob, const Each& what) const {
    for (std::uint32_t i = first_[blob]; i < first_[blob + 1]; ++i) what(all_.runs[order_[i]]);
  }

 private:
  const Blobs& all_;
  Indices first_, order_;
};

struct Piece {
  Area area;
  Indices blobs;
};

// The text in one part of the page: a cell, or what stands outside of tables.
class Region {
 public:
  Region(const Blobs& all, const RunsOf& runs, const Indices& inside, double character)
      : all_(all), runs_(runs), character_(character) {
    for (std::uint32_t i : inside)
      if (const Area& area = all.blobs[i].area; !is_line(area))
        (is_stroke(area) ? strokes_ : dots_).push_back(i);
  }

  std::vector<Piece> pieces() {
    std::vector<Piece> out;
    if (strokes_.empty()) return out;
    for (const Band& band : bands()) {
      Indices in_band;
      for (std::uint32_t i : strokes_)
        if (const int y = all_.blobs[i].area.middle_y(); y >= band.top && y < band.bottom)
          in_band.push_back(i);
      cut_at_gaps(in_band, out);
    }
    for (Piece& piece : out) add_dots(piece);
    return out;
  }

 private:
  // No character is as thin: what is left of a rule.
  bool is_line(const Area& a) const {
    constexpr int thinnest = 6;  // of its height; a 1 of a slender type is a fifth
    return a.height() > 0.6 * character_ && a.height() > thinnest * a.width();
  }
  bool is_stroke(const Area& a) const { return std::max(a.width(), a.height()) >= 0.28 * character_; }

  // As high as a character of the line: by ink, so that parts of characters do not count for much.
  double body(const Band& band) const {
    std::vector<std::pair<int, int>> heights;
    std::int64_t ink = 0, below = 0;
    for (std::uint32_t i : strokes_) {
      const Blob& blob = all_.blobs[i];
      if (blob.area.middle_y() < band.top || blob.area.middle_y() >= band.bottom) continue;
      heights.emplace_back(blob.area.height(), blob.ink);
      ink += blob.ink;
    }
    sort_by(heights);
    for (const auto& [height, part] : heights)
      if ((below += part) * 10 >= 7 * ink) return height;
    return character_;
  }

  void measure() {
    int top = all_.blobs[strokes_[0]].area.top, bottom = top;
    for (std::uint32_t i : strokes_)
      top = std::min(top, all_.blobs[i].area.top), bottom = std::max(bottom, all_.blobs[i].area.bottom);
    top_ = top;
    ink_.assign(static_cast<std::size_t>(bottom - top), 0);
    for (std::uint32_t i : strokes_)
      runs_.each(
          i, [&](const Run& run) { ink_[static_cast<std::size_t>(run.y - top_)] += run.end - run.begin; });
  }

  int ink(int y) const { return ink_[static_cast<std::size_t>(y - top_)]; }

  std::vector<Band> bands() {
    measure();
    std::vector<Band> inked;
    const int end = top_ + static_cast<int>(ink_.size());
    for (int y = top_; y < end; ++y) {
      if (ink(y) == 0) continue;
      const int begin = y;
      while (y < end && ink(y) > 0) ++y;
      split({begin, y}, inked);
    }
    return together(inked);
  }

  // Lines so close that their characters overlap are cut where least ink is.
  void split(const Band& band, std::vector<Band>& out) const {
    const double line = std::max(body(band), 0.7 * character_);
    if (band.height() < 1.7 * line) {
      out.push_back(band);
      return;
    }
    const int reach = static_cast<int>(0.6 * line);
    int best = band.top + reach;
    for (int y = band.top + reach; y < band.bottom - reach; ++y)
      if (ink(y) < ink(best)) best = y;
    std::int64_t total = 0;
    for (int y = band.top; y < band.bottom; ++y) total += ink(y);
    if (ink(best) * 2 > total / band.height()) {
      out.push_back(band);
      return;
    }
    split({band.top, best}, out);
    split({best, band.bottom}, out);
  }

  // Strokes of one character stand above each other: 三, 二, 亡.
  std::vector<Band> together(const std::vector<Band>& bands) const {
    std::vector<Band> out;
    for (const Band& band : bands) {
      if (!out.empty()) {
        const Band& above = out.back();
        const bool part = std::min(above.height(), band.height()) < 0.45 * character_;
        if (part && band.bottom - above.top <= 1.15 * character_ &&
            band.top - above.bottom < 0.45 * character_) {
          out.back().bottom = band.bottom;
          continue;
        }
      }
      out.push_back(band);
    }
    return out;
  }

  void cut_at_gaps(Indices& strokes, std::vector<Piece>& out) const {
    sort_by(strokes, [this](std::uint32_t a, std::uint32_t b) {
      return all_.blobs[a].area.left < all_.blobs[b].area.left;
    });
    bool begun = false;
    for (std::uint32_t i : strokes) {
      const Area& area = all_.blobs[i].area;
      const double widest_gap = 1.6 * std::max(character_, begun ? 1.0 * out.back().area.height() : 0.0);
      if (!begun || area.left - out.back().area.right > widest_gap) out.push_back({area, {}});
      begun = true;
      out.back().area = joined(out.back().area, area);
      out.back().blobs.push_back(i);
    }
  }

  // Full stops and points belong to the line that they stand in; specks do not.
  void add_dots(Piece& piece) const {
    const double least = 0.09 * character_;  // its side; a point has a tenth and more
    const Area line = piece.area;
    const int beside = static_cast<int>(0.4 * character_), above = static_cast<int>(0.08 * character_);
    for (std::uint32_t i : dots_) {
      const Blob& dot = all_.blobs[i];
      if (dot.ink < least * least || dot.area.left < line.left - beside ||
          dot.area.right > line.right + beside)
        continue;
      if (dot.area.top < line.top - above || dot.area.bottom > line.bottom + above) continue;
      piece.area = joined(piece.area, dot.area);
      piece.blobs.push_back(i);
    }
  }

  const Blobs& all_;
  const RunsOf& runs_;
  double character_;
  Indices strokes_, dots_;
  int top_ = 0;
  std::vector<int> ink_;  // of every row from top_
};

// --- the picture of a line ---------------------------------------------------------------------------------

// The page around the piece with nothing but its ink and the soft edge of that.
Grey ink_of(const Grey& page, const RunsOf& runs, const Piece& piece, const Area& window) {
  constexpr int edge = 2;
  Grey out(window.width(), window.height());
  for (std::uint32_t blob : piece.blobs)
    runs.each(blob, [&](const Run& run) {
      for (int y = run.y - edge; y <= run.y + edge; ++y)
        for (int x = run.begin - edge; x < run.end + edge; ++x)
          if (page.holds(x, y) && window.holds(x, y))
            out.row(y - window.top)[x - window.left] = page.at(x, y);
    });
  return out;
}

double blended(const Grey& grey, double x, double y) {
  const int left = static_cast<int>(std::floor(x)), top = static_cast<int>(std::floor(y));
  const auto value = [&](int i, int j) {
    return grey.holds(i, j) ? static_cast<double>(grey.at(i, j)) : paper;
  };
  const double a = x - left, b = y - top;
  return (value(left, top) * (1 - a) + value(left + 1, top) * a) * (1 - b) +
         (value(left, top + 1) * (1 - a) + value(left + 1, top + 1) * a) * b;
}

// Each pixel is the mean of as many places as it covers.
Grey scaled(const Grey& grey, double across, double down, int width, int height, double left, double top) {
  Grey out(width, height);
  const int parts = std::clamp(static_cast<int>(std::ceil(1 / std::min(across, down))), 1, 8);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      double sum = 0;
      for (int j = 0; j < parts; ++j)
        for (int i = 0; i < parts; ++i)
          sum += blended(grey, left + (x + (i + 0.5) / parts) / across - 0.5,
                         top + (y + (j + 0.5) / parts) / down - 0.5);
      out.row(y)[x] = static_cast<std::uint8_t>(std::lround(sum / (parts * parts)));
    }
  return out;
}

// The recogniser takes as long as a line is wide. Characters are read nearly as well at seven tenths of their
// width (2 of 100 differ, most of them marks): so labels of tables and full lines of text are narrowed,
// numbers and titles are not.
double narrowed(const Piece& piece, bool in_cell, double scale) {
  constexpr double widest_number = 160, widest_title = 1100, narrow = 0.7;
  return piece.area.width() * scale > (in_cell ? widest_number : widest_title) ? narrow * scale : scale;
}

Crop crop_of(const Grey& page, const RunsOf& runs, const Piece& piece, double character, bool in_cell) {
  constexpr double body =
      40;  // pixels high in the crop; the recogniser was trained with a little room around
  constexpr double beside = 6;  // pixels of paper at both ends
  const double height = std::max<double>(piece.area.height(), 0.6 * character);
  constexpr int widest = 3200;  // a line of 80 characters
  const double scale = body / height;
  constexpr int room = 3;
  const Area window{piece.area.left - room, piece.area.top - room, piece.area.right + room,
                    piece.area.bottom + room};
  const Grey ink = ink_of(page, runs, piece, window);
  const double across = narrowed(piece, in_cell, scale);
  const int width = std::min(static_cast<int>(std::ceil(piece.area.width() * across + 2 * beside)), widest);
  const double top = (piece.area.top + piece.area.bottom) / 2.0 - crop_height / scale / 2 - window.top;
  return {piece.area, character, -1, -1,
          scaled(ink, across, scale, width, crop_height, room - beside / across, top)};
}

// Two broken rules that cross.
bool is_crossing(const Blob& blob, double character) {
  constexpr double long_arms = 1.5, thin = 0.1;
  const double width = blob.area.width(), height = blob.area.height();
  return std::min(width, height) > long_arms * character && blob.ink < thin * width * height;
}

// A piece of a broken rule inside of a cell that reaches over its level.
bool is_left_of_rule(const Area& area, const RuledTable& table, const TableCell& cell) {
  constexpr int flat = 2, thickest = 5;
  if (area.height() > thickest || area.width() < flat * area.height()) return false;
  for (int i = cell.row + 1; i < cell.row + cell.rows; ++i)
    if (std::abs(table.rows[static_cast<std::size_t>(i)].at_place(area.middle_x()) - area.middle_y()) <
        thickest)
      return true;
  return false;
}

// As much ink stands in the middle of the cell as a thin digit has.
bool is_inked(const Grey& page, const Area& cell, double character) {
  constexpr int some_ink = 220;
  const int inset = static_cast<int>(0.2 * character) + 3;  // what is left of its rules
  double ink = 0;
  for (int y = cell.top + inset; y < cell.bottom - inset; ++y)
    for (int x = cell.left + inset; x < cell.right - inset; ++x)
      if (page.holds(x, y) && page.at(x, y) < some_ink) ink += paper - page.at(x, y);
  constexpr double thin_digit = 0.04;  // of the square of a character
  return ink > thin_digit * character * character * paper;
}

// A cell in which no line was found is not blank where there is ink in it: a slender 1, a digit that runs
// together with a rule. All of it is cut, for a person to look at.
void cut_what_is_no_line(const Grey& page, const RunsOf& runs, const Area& cell, double character,
                         std::vector<Crop>& out) {
  if (is_inked(page, cell, character)) out.push_back(crop_of(page, runs, {cell, {}}, character, true));
}

}  // namespace

std::vector<Crop> cut_lines(const Grey& page, const std::vector<RuledTable>& tables, double character) {
  const Blobs all = find_blobs(page, ink_level(page));
  const RunsOf runs(all);
  std::vector<std::vector<Indices>> cells(tables.size());
  Indices outside;
  for (std::size_t t = 0; t < tables.size(); ++t) cells[t].resize(tables[t].cells.size());
  for (std::uint32_t i = 0; i < all.blobs.size(); ++i) {
    const Area& area = all.blobs[i].area;
    constexpr double largest =
        5;  // characters: the title is hardly three times as high as the text of a table
    if (area.height() > largest * character || area.width() > 3 * largest * character ||
        is_crossing(all.blobs[i], character))
      continue;
    bool placed = false;
    for (std::size_t t = 0; t < tables.size() && !placed; ++t) {
      if (!tables[t].area.holds(area.middle_x(), area.middle_y())) continue;
      placed = true;
      for (std::size_t c = 0; c < tables[t].cells.size(); ++c)
        if (tables[t].inside(tables[t].cells[c]).holds(area.middle_x(), area.middle_y())) {
          if (!is_left_of_rule(area, tables[t], tables[t].cells[c])) cells[t][c].push_back(i);
          break;
        }
    }
    if (!placed) outside.push_back(i);
  }
  std::vector<Crop> out;
  for (std::size_t t = 0; t < tables.size(); ++t)
    for (std::size_t c = 0; c < tables[t].cells.size(); ++c) {
      const double size = tables[t].character;
      const std::size_t before = out.size();
      for (const Piece& piece : Region(all, runs, cells[t][c], size).pieces())
        out.push_back(crop_of(page, runs, piece, size, true));
      if (out.size() == before)
        cut_what_is_no_line(page, runs, tables[t].inside(tables[t].cells[c]), size, out);
      for (std::size_t i = before; i < out.size(); ++i)
        out[i].table = static_cast<int>(t), out[i].cell = static_cast<int>(c);
    }
  for (const Piece& piece : Region(all, runs, outside, character).pieces())
    out.push_back(crop_of(page, runs, piece, character, false));
  return out;
}

}  // namespace nianbao::scan
