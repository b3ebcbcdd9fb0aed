#include "input/ofd_page.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/limits.h"
#include "base/matching.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

constexpr double faint = 0.1;       // objects of less opacity are not seen
constexpr int nearly_white = 0xF4;  // lines of such colour are not seen
constexpr int light = 0xC0;         // text of such colour is a watermark, unless it stands on a coloured area
constexpr double smallest_seal = 40, largest_seal = 200;  // points: 14 to 70 mm
constexpr double above_baseline = 1.0,
                 below_baseline = 0.25;  // of the size: a line's box around its baseline
constexpr double told_space = 0.4;       // of the size: a gap that is taken for a blank
constexpr double level = 0.5;            // points within which a stroke is level or upright
constexpr double thin = 3;               // points: a filled rectangle up to this width is a line
constexpr double clip_margin = 2;        // points
constexpr std::size_t most_areas = 300;  // coloured areas of a page that white text is looked for on

bool is_red(std::uint32_t rgb) {
  return (rgb >> 16 & 255) >= 150 && (rgb >> 8 & 255) <= 110 && (rgb & 255) <= 110;
}
bool is_visible(pugi::xml_node node) {
  return attribute(node, "Visible") != "false" && attribute(node, "Visible") != "0";
}
bool is_no(std::string_view value) { return value == "false" || value == "0"; }
bool is_yes(std::string_view value) { return value == "true" || value == "1"; }

Box meet(const Box& a, const Box& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

Box join(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

bool is_shown(const Box& box, const Box& clip) {
  return clip.left - clip_margin <= box.middle_x() && box.middle_x() <= clip.right + clip_margin &&
         clip.top - clip_margin <= box.middle_y() && box.middle_y() <= clip.bottom + clip_margin;
}

Box box_of(const std::vector<OfdPoint>& points, const OfdMatrix& matrix) {
  Box out{1e9, 1e9, -1e9, -1e9};
  for (const OfdPoint& point : points) {
    const OfdPoint p = matrix(point);
    out = join(out, {p.x, p.y, p.x, p.y});
  }
  return out;
}

// What the paths of a Clip leave to be seen, by their boxes; text used for clipping lets everything through.
Box clip_area(pugi::xml_node clip, const OfdMatrix& matrix, const Box& all) {
  Box out{1e9, 1e9, -1e9, -1e9};
  for (pugi::xml_node area = clip.first_child(); area; area = area.next_sibling()) {
    const pugi::xml_node path = child(area, "Path");
    if (!path) return all;
    const Box boundary = ofd_box(attribute(path, "Boundary"));
    const OfdMatrix own =
        inside(ofd_matrix(attribute(area, "CTM")),
               inside(moved(boundary.left, boundary.top), ofd_matrix(attribute(path, "CTM"))));
    for (const OfdRun& run : ofd_path(child(path, "AbbreviatedData").child_value()))
      out = join(out, box_of(run.points, inside(matrix, own)));
  }
  return out.left <= out.right ? out : all;
}

bool is_slanting(const OfdMatrix& m) {
  return std::min(std::abs(m.a), std::abs(m.b)) > std::max(std::abs(m.a), std::abs(m.b)) * 0.05;
}

std::vector<char32_t> characters(pugi::xml_node code) {
  std::string utf8;
  for (pugi::xml_node part = code.first_child(); part; part = part.next_sibling()) utf8 += part.value();
  const std::u16string wide = from_utf8(utf8);
  std::u16string_view text = wide;
  // White space with line breaks is the layout of the XML.
  if (text.find_first_of(u"\n\r") != std::u16string_view::npos) text = trim(text);
  std::vector<char32_t> out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (c == u'\n' || c == u'\r' || c == u'\t') continue;
    if ((c & 0xFC00) == 0xD800 && i + 1 < text.size())
      out.push_back(0x10000 + ((c & 0x3FF) << 10) + (text[++i] & 0x3FF));
    else out.push_back(c);
  }
  return out;
}

// Of the size. Fonts are not looked into; what the deltas say comes first.
double usual_width(char32_t c) { return c < 0x80 ? 0.5 : c >= 0xFF61 && c < 0xFFA0 ? 0.5 : 1.0; }

// Characters for private use have a meaning in their font alone.
bool has_meaning(char32_t c) { return !(c >= 0xE000 && c <= 0xF8FF) && c < 0xF0000 && c != 0xFFFD; }

// Two decimals, as both front ends of PDF write them.
void append(double value, std::string& out) {
  const double bounded = value > -1e6 ? std::min(value, 1e6) : -1e6;  // also where it is no number
  const auto hundredths = static_cast<std::int64_t>(std::llround(bounded * 100));
  const std::string digits = std::to_string(std::abs(hundredths));
  const std::string padded = digits.size() < 3 ? std::string(3 - digits.size(), '0') + digits : digits;
  out += hundredths < 0 ? " -" : " ";
  out.append(padded, 0, padded.size() - 2).append(".").append(padded, padded.size() - 2);
}

std::string& append_record(char kind, const Box& box, std::string& out) {
  out += kind;
  for (double edge : {box.left, box.top, box.right, box.bottom}) append(edge, out);
  return out;
}

void append_utf8(char32_t c, std::string& out) {
  const char16_t units[] = {static_cast<char16_t>(c < 0x10000 ? c : 0xD800 + ((c - 0x10000) >> 10)),
                            static_cast<char16_t>(0xDC00 + (c & 0x3FF))};
  out += to_utf8(std::u16string_view(units, c < 0x10000 ? 1 : 2));
}

// A thin filled rectangle rules like a stroke along its axis.
void append_line(Box box, std::string& out) {
  if (box.width() > thin && box.height() > thin) return;
  if (box.width() >= box.height()) box.top = box.bottom = box.middle_y();
  else box.left = box.right = box.middle_x();
  append_record('L', box, out) += '\n';
}

bool is_white_space(char32_t c) {
  return c < 0x21 || c == 0x3000 || (c < 0x10000 && is_space(static_cast<char16_t>(c)));
}

std::vector<double> deltas(pugi::xml_node code, std::string_view name, std::size_t count) {
  return ofd_deltas(attribute(code, name), count);
}

// How far a character reaches: to the next one, where that is no gap; the last one as far as the one before
// it of its kind, one that stands alone as far as its object's boundary, where that fits.
double reach(double step, double usual, double before, double room) {
  if (step > 0 && step < 1.6 * usual) return step;
  if (step == 0 && before > 0) return before;
  return step == 0 && room > 0.6 * usual && room < 1.5 * usual ? room : usual;
}

}  // namespace

OfdPage::OfdPage(const Box& area, const OfdResources& resources, OfdBudget& budget)
    : resources_(resources), budget_(budget) {
  to_points_ = {points_per_mm, 0, 0, points_per_mm, -area.left * points_per_mm, -area.top * points_per_mm};
  width_ = area.width() * points_per_mm;
  height_ = area.height() * points_per_mm;
}

void OfdPage::draw(pugi::xml_node content) {
  State state;
  state.matrix = to_points_;
  state.clip = {0, 0, width_, height_};
  std::vector<Frame> stack;
  stack.push_back({content.first_child(), state});
  while (!stack.empty()) {
    const pugi::xml_node node = stack.back().next;
    if (!node) {
      stack.pop_back();
      continue;
    }
    stack.back().next = node.next_sibling();
    if (node.type() != pugi::node_element) continue;
    if (++budget_.objects > limits::ofd_objects) {
      budget_.objects_exceeded = true;
      return;
    }
    const State around = stack.back().state;
    object(node, around, stack);
  }
}

void OfdPage::object(pugi::xml_node node, const State& around, std::vector<Frame>& stack) {
  const std::string_view name = local_name(node);
  if (one_of(name, {"Layer", "PageBlock", "Content"})) {
    if (!is_visible(node)) return;
    State state = around;
    if (const std::string_view id = attribute(node, "DrawParam"); !id.empty())
      state.paint = merged(resources_.paint(id), around.paint);
    stack.push_back({node.first_child(), state});
    return;
  }
  if (!one_of(name, {"TextObject", "PathObject", "ImageObject", "CompositeObject"})) return;
  State state = around;
  if (!enter(node, state)) return;
  if (name == "TextObject") text(node, state);
  else if (name == "PathObject") path(node, state);
  else if (name == "ImageObject") image(node, state);
  else composite(node, state, stack);
}

// The state inside an object: a point goes through its CTM first, then to its place. False: nothing of it is
// seen.
bool OfdPage::enter(pugi::xml_node node, State& state) const {
  if (!is_visible(node)) return false;
  state.alpha *= std::clamp(ofd_number(attribute(node, "Alpha"), 255) / 255, 0.0, 1.0);
  if (state.alpha < faint) return false;
  const Box boundary = ofd_box(attribute(node, "Boundary"));
  const OfdMatrix placed = inside(state.matrix, moved(boundary.left, boundary.top));
  state.matrix = inside(placed, ofd_matrix(attribute(node, "CTM")));
  if (const std::string_view id = attribute(node, "DrawParam"); !id.empty())
    state.paint = merged(resources_.paint(id), state.paint);
  state.paint = merged(own_paint(node), state.paint);
  const pugi::xml_node clips = child(node, "Clips");
  for (pugi::xml_node clip = clips.first_child(); clip; clip = clip.next_sibling()) {
    // Whether an object's CTM moves its clip, too, is read in both ways by programs: only what neither shows
    // is hidden.
    const Box all{-1e9, -1e9, 1e9, 1e9};
    state.clip = meet(state.clip, join(clip_area(clip, state.matrix, all), clip_area(clip, placed, all)));
  }
  return true;
}

void OfdPage::composite(pugi::xml_node node, const State& state, std::vector<Frame>& stack) {
  const pugi::xml_node content = resources_.composite(attribute(node, "ResourceID"));
  if (!content) return;
  State inner = state;
  if (++inner.depth > static_cast<int>(limits::ofd_nesting)) {
    budget_.nesting_exceeded = true;
    return;
  }
  stack.push_back({content.first_child(), inner});
}

void OfdPage::text(pugi::xml_node node, const State& state) {
  const bool filled = !is_no(attribute(node, "Fill")), stroked = is_yes(attribute(node, "Stroke"));
  if (!filled && !stroked) return;
  const OfdColour colour = (filled ? state.paint.fill : state.paint.stroke).value_or(OfdColour());
  if (colour.alpha * state.alpha < faint) return;
  const double size = std::abs(ofd_number(attribute(node, "Size"), 0));
  const OfdMatrix& m = state.matrix;
  const double height = std::sqrt(m.c * m.c + m.d * m.d) * size;
  if (!(height > 0.1) || height > 2000) return;
  const std::uint32_t ink = on_white(colour, state.alpha);
  const double stretch = ofd_number(attribute(node, "HScale"), 1);
  const int turn = static_cast<int>(ofd_number(attribute(node, "CharDirection"), 0)) / 90 & 3;
  x_ = y_ = 0;
  for (pugi::xml_node code = node.first_child(); code; code = code.next_sibling())
    if (is(code, "TextCode")) text_code(code, state, ink, size, stretch > 0 ? stretch : 1, turn);
}

// `turn`: quarters clockwise by which every character stands on its own.
void OfdPage::text_code(pugi::xml_node code, const State& state, std::uint32_t ink, double size,
                        double stretch, int turn) {
  const std::vector<char32_t> text = characters(code);
  const std::vector<double> across = deltas(code, "DeltaX", text.size()),
                            down = deltas(code, "DeltaY", text.size());
  const int reading = static_cast<int>(ofd_number(attribute(code.parent(), "ReadDirection"), 0)) / 90 & 3;
  double x = x_ = ofd_number(attribute(code, "X"), x_), y = y_ = ofd_number(attribute(code, "Y"), y_);
  constexpr OfdMatrix turned[] = {
      {1, 0, 0, 1, 0, 0}, {0, 1, -1, 0, 0, 0}, {-1, 0, 0, -1, 0, 0}, {0, -1, 1, 0, 0, 0}};
  const double room = text.size() == 1 && ofd_matrix(attribute(code.parent(), "CTM")).a == 1
                          ? ofd_box(attribute(code.parent(), "Boundary")).width() - x
                          : 0;
  double before = 0, usual_before = 0;
  bool drawn = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const double usual = usual_width(text[i]) * size * stretch;
    const bool told = i < across.size() || i < down.size();
    const double step_x = i < across.size()          ? across[i]
                          : told || reading % 2 == 1 ? 0
                          : reading == 2             ? -usual
                                                     : usual;
    const double step_y = i < down.size()            ? down[i]
                          : told || reading % 2 == 0 ? 0
                          : reading == 3             ? -usual
                                                     : usual;
    if (!is_white_space(text[i])) {
      if (++budget_.glyphs > limits::glyphs) {
        budget_.content_exceeded = true;
        return;
      }
      const double width = reach(told ? step_x : 0, usual, usual == usual_before ? before : 0, room);
      before = width;
      usual_before = usual;
      const OfdMatrix own = inside(inside(state.matrix, moved(x, y)), turned[turn]);
      const Box box = bounds(own, {0, -above_baseline * size, width, below_baseline * size});
      if (is_shown(box, state.clip)) {
        glyphs_.push_back({box, text[i], is_slanting(own), ink});
        drawn = true;
      }
    } else if (text[i] == U' ' && drawn && !glyphs_.back().slanting) {
      // A blank that is written is one, however narrow: the gap is made wide enough to be told.
      Box& last = glyphs_.back().box;
      const double gap = told_space * state.matrix.a * size, wide = step_x * state.matrix.a;
      if (wide > 0 && wide < gap && !is_white_space(text[i - 1]))
        last.right -= std::min(gap - wide, last.width() / 2);
    }
    x += step_x;
    y += step_y;
  }
}

void OfdPage::path(pugi::xml_node node, const State& state) {
  const bool filled = is_yes(attribute(node, "Fill")), stroked = !is_no(attribute(node, "Stroke"));
  const OfdColour fill_colour = state.paint.fill.value_or(OfdColour()),
                  stroke_colour = state.paint.stroke.value_or(OfdColour());
  const bool fills = filled && fill_colour.alpha * state.alpha >= faint,
             strokes = stroked && stroke_colour.alpha * state.alpha >= faint;
  if (!fills && !strokes) return;
  for (const OfdRun& run : ofd_path(child(node, "AbbreviatedData").child_value())) {
    if (run.curved && strokes && is_red(on_white(stroke_colour, state.alpha))) seal(run, state);
    if (fills) fill(run, state, on_white(fill_colour, state.alpha));
    if (strokes) stroke(run, state, on_white(stroke_colour, state.alpha));
  }
}

// A round red line is the border of a seal; the points of a circle may lie on one line.
void OfdPage::seal(const OfdRun& run, const State& state) {
  const Box box = box_of(run.points, state.matrix);
  const double size = std::max(box.width(), box.height()), x = box.middle_x(), y = box.middle_y();
  if (size >= smallest_seal && size <= largest_seal && seals_.size() < most_areas)
    seals_.push_back({x - size / 2, y - size / 2, x + size / 2, y + size / 2});
}

void OfdPage::stroke(const OfdRun& run, const State& state, std::uint32_t colour) {
  if (run.curved) return;
  const std::size_t count = run.points.size();
  for (std::size_t i = 1; i < count + (run.closed && count > 2 ? 1 : 0); ++i) {
    const Box box = box_of({run.points[i - 1], run.points[i % count]}, state.matrix);
    if ((box.width() > level && box.height() > level) || !is_shown(box, state.clip)) continue;
    if (++budget_.lines > limits::ruling_lines) {
      budget_.content_exceeded = true;
      return;
    }
    strokes_.push_back({box, colour});
  }
}

void OfdPage::fill(const OfdRun& run, const State& state, std::uint32_t colour) {
  if (run.curved) {
    ++outlines_;
    return;
  }
  const Box box = box_of(run.points, state.matrix);
  const bool rectangle =
      run.points.size() >= 4 && std::all_of(run.points.begin(), run.points.end(), [&](const OfdPoint& point) {
        const OfdPoint p = state.matrix(point);
        return std::min(std::abs(p.x - box.left), std::abs(p.x - box.right)) < level &&
               std::min(std::abs(p.y - box.top), std::abs(p.y - box.bottom)) < level;
      });
  if (!rectangle || !is_shown(box, state.clip)) return;
  if (++budget_.lines > limits::ruling_lines) {
    budget_.content_exceeded = true;
    return;
  }
  fills_.push_back({box, colour});
}

// The unit square through the matrix; without a CTM the boundary.
void OfdPage::image(pugi::xml_node node, const State& state) {
  Box box{0, 0, 1, 1};
  if (attribute(node, "CTM").empty()) {
    const Box boundary = ofd_box(attribute(node, "Boundary"));
    box = {0, 0, boundary.width(), boundary.height()};
  }
  box = bounds(state.matrix, box);
  if (is_shown(box, state.clip) && images_.size() < limits::ruling_lines)
    images_.push_back({box, std::string(attribute(node, "ResourceID"))});
}

// A watermark, or what is not seen on its ground.
bool OfdPage::is_apart(const Glyph& glyph) const {
  const Box& box = glyph.box;
  if (is_red(glyph.colour) && std::any_of(seals_.begin(), seals_.end(), [&](const Box& seal) {
        return seal.holds(box.middle_x(), box.middle_y());
      }))
    return true;
  if (darkest(glyph.colour) < light) return false;
  return std::none_of(fills_.begin(),
                      fills_.begin() + static_cast<std::ptrdiff_t>(std::min(fills_.size(), most_areas)),
                      [&](const Painted& fill) {
                        return darkest(fill.colour) < light && fill.box.holds(box.middle_x(), box.middle_y());
                      });
}

OfdPage::Content OfdPage::write(std::string& out) const {
  Content content;
  content.images = images_.size();
  double largest = width_ * height_ / 2;
  for (const Image& image : images_)
    if (const double area = image.box.width() * image.box.height(); area >= largest)
      largest = area, content.picture = image.resource;
  content.outlines = outlines_;
  out += "P";
  append(width_, out);
  append(height_, out);
  out += '\n';
  // Coloured text around which text of the same colour slants belongs to a seal.
  std::map<std::uint32_t, Box> seals;
  for (const Glyph& glyph : glyphs_)
    if (glyph.slanting && glyph.colour != 0) {
      const auto [seal, first] = seals.emplace(glyph.colour, glyph.box);
      if (!first) seal->second = join(seal->second, glyph.box);
    }
  for (const Glyph& glyph : glyphs_) {
    if (glyph.slanting || is_apart(glyph)) continue;
    const auto seal = seals.find(glyph.colour);
    if (seal != seals.end() && seal->second.holds(glyph.box.middle_x(), glyph.box.middle_y())) continue;
    ++content.glyphs;
    content.meaningless += !has_meaning(glyph.character);
    append_record('T', glyph.box, out);
    out += ' ';
    append_utf8(glyph.character, out);
    out += '\n';
  }
  for (const Painted& stroke : strokes_)
    if (darkest(stroke.colour) < nearly_white) append_record('L', stroke.box, out) += '\n';
  for (const Painted& fill : fills_)
    if (darkest(fill.colour) < nearly_white) append_line(fill.box, out);
  for (const Image& image : images_) append_record('I', image.box, out) += '\n';
  return content;
}

}  // namespace nianbao
