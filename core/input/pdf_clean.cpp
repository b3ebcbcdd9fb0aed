// What is drawn on a page to what a person sees on it.
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "input/pdf_page.h"

namespace nianbao {
namespace {

constexpr double thin = 3.0;  // points: a filled rectangle up to this width is a line

// --- the way up --------------------------------------------------------------------------------------------

int most_turns(const std::vector<Glyph>& glyphs) {
  std::size_t count[Glyph::slanting] = {};
  for (const Glyph& glyph : glyphs)
    if (glyph.turns < Glyph::slanting) ++count[glyph.turns];
  return static_cast<int>(std::max_element(std::begin(count), std::end(count)) - std::begin(count));
}

void turn_upright(PageDrawing& page) {
  const int turns = most_turns(page.glyphs);
  if (turns == 0) return;
  const auto turn = [&](Box& box) { box = upright(box, turns, page.width, page.height); };
  for (Glyph& glyph : page.glyphs) {
    turn(glyph.box);
    if (glyph.turns < Glyph::slanting) glyph.turns = static_cast<std::uint8_t>((glyph.turns + 4 - turns) % 4);
  }
  for (Painted& stroke : page.strokes) turn(stroke.box);
  for (Painted& fill : page.fills) turn(fill.box);
  for (Box& image : page.images) turn(image);
  if (turns % 2 == 1) std::swap(page.width, page.height);
}

// --- characters painted several times ----------------------------------------------------------------------

// Bold is made by painting a character again within a point or so; a neighbour stands at least half its width
// away.
class Repetitions {
 public:
  // Whether the glyph repeats one that was seen before; remembers it.
  bool seen(const Glyph& glyph) {
    const Seen* found = nullptr;
    const auto x = static_cast<std::int64_t>(std::floor(glyph.box.left / furthest)),
               y = static_cast<std::int64_t>(std::floor(glyph.box.top / furthest));
    for (std::int64_t dx = -1; dx <= 1 && found == nullptr; ++dx)
      for (std::int64_t dy = -1; dy <= 1 && found == nullptr; ++dy)
        found = in_place(place(glyph.character, x + dx, y + dy), glyph);
    std::vector<Seen>& here = places_[place(glyph.character, x, y)];
    if (here.size() < most_in_one_place)
      here.push_back({glyph.box, found != nullptr ? found->first : glyph.box});
    return found != nullptr;
  }

 private:
  static constexpr double furthest = 2.0;  // points from the first of them
  static constexpr double step = 1.6;      // points from one to the next
  static constexpr std::size_t most_in_one_place = 16;

  struct Seen {
    Box box, first;
  };

  static std::uint64_t place(char32_t character, std::int64_t x, std::int64_t y) {
    return (static_cast<std::uint64_t>(character) << 43) ^
           ((static_cast<std::uint64_t>(x) & 0x3FFFFF) << 21) ^ (static_cast<std::uint64_t>(y) & 0x1FFFFF);
  }

  static bool within(const Box& a, const Box& b, double points, double share) {
    const double width = std::max(a.width(), b.width()), height = std::max(a.height(), b.height());
    return std::abs(a.left - b.left) <= std::min(points, share * width) &&
           std::abs(a.top - b.top) <= std::min(points, share * height) &&
           std::abs(a.height() - b.height()) <= 0.1 * height;
  }

  const Seen* in_place(std::uint64_t place, const Glyph& glyph) const {
    const auto found = places_.find(place);
    if (found == places_.end()) return nullptr;
    for (const Seen& seen : found->second)
      if (within(glyph.box, seen.box, step, 0.5) && within(glyph.box, seen.first, furthest, 0.7))
        return &seen;
    return nullptr;
  }

  std::unordered_map<std::uint64_t, std::vector<Seen>> places_;
};

void keep_glyphs(const PageDrawing& drawing, PdfPage& page) {
  Repetitions repetitions;
  const Box paper{0, 0, drawing.width, drawing.height};
  for (const Glyph& glyph : drawing.glyphs) {
    if (glyph.turns == Glyph::slanting || !paper.holds(glyph.box.middle_x(), glyph.box.middle_y())) continue;
    if (!repetitions.seen(glyph)) page.glyphs.push_back(glyph);
  }
}

// --- lines -------------------------------------------------------------------------------------------------

// White, and what nobody can tell from it.
bool of_paper(std::uint32_t colour) {
  constexpr std::uint32_t lightest = 0xFB;
  return (colour & 0xFF) >= lightest && (colour >> 8 & 0xFF) >= lightest && (colour >> 16 & 0xFF) >= lightest;
}

bool is_thin(const Box& box) { return box.width() <= thin || box.height() <= thin; }

class Ruling {
 public:
  Ruling(const PageDrawing& drawing, PdfPage& page) : drawing_(drawing), page_(page) {
    for (const Painted& fill : drawing.fills)
      if (!is_thin(fill.box) && !of_paper(fill.colour)) areas_.push_back(fill.box);
  }

  void keep() {
    for (const Painted& stroke : drawing_.strokes)
      if (is_visible(stroke)) page_.lines.push_back(stroke.box);
    for (const Painted& fill : drawing_.fills)
      if (is_thin(fill.box) && is_visible(fill)) keep_thin(fill.box);
    for (const Box& area : areas_) keep_edges(area);
  }

 private:
  // White lines divide coloured cells.
  bool is_visible(const Painted& painted) {
    if (!of_paper(painted.colour)) return true;
    constexpr std::size_t most_steps = 4'000'000;
    for (const Box& area : areas_) {
      if (++steps_ > most_steps) return false;
      if (area.holds(painted.box.middle_x(), painted.box.middle_y())) return true;
    }
    return false;
  }

  // The long axis; of a dot both, as it may be part of a dotted line in either direction.
  void keep_thin(const Box& box) {
    const bool dot = box.width() <= thin && box.height() <= thin;
    if (dot || box.width() >= box.height())
      page_.lines.push_back({box.left, box.middle_y(), box.right, box.middle_y()});
    if (dot || box.width() < box.height())
      page_.lines.push_back({box.middle_x(), box.top, box.middle_x(), box.bottom});
  }

  void keep_edges(const Box& box) {
    page_.edges.push_back({box.left, box.top, box.right, box.top});
    page_.edges.push_back({box.left, box.bottom, box.right, box.bottom});
    page_.edges.push_back({box.left, box.top, box.left, box.bottom});
    page_.edges.push_back({box.right, box.top, box.right, box.bottom});
  }

  const PageDrawing& drawing_;
  PdfPage& page_;
  std::vector<Box> areas_;
  std::size_t steps_ = 0;
};

}  // namespace

Box upright(const Box& box, int turns, double width, double height) {
  switch (turns) {
    case 1: return {box.top, width - box.right, box.bottom, width - box.left};
    case 2: return {width - box.right, height - box.bottom, width - box.left, height - box.top};
    case 3: return {height - box.bottom, box.left, height - box.top, box.right};
    default: return box;
  }
}

PdfPage as_seen(PageDrawing&& drawing) {
  turn_upright(drawing);
  PdfPage page{drawing.width, drawing.height, {}, {}, {}, {}};
  keep_glyphs(drawing, page);
  Ruling(drawing, page).keep();
  page.images = std::move(drawing.images);
  return page;
}

}  // namespace nianbao
