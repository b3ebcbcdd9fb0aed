// Glyphs to lines of text, by place and not by content order.
#include <algorithm>
#include <cmath>

#include "base/sorting.h"
#include "input/pdf_page.h"

namespace nianbao {
namespace {

constexpr double word_gap = 0.3;    // of the size: a gap that is a space
constexpr double size_share = 0.9;  // of a glyph's height
constexpr double column_gap = 1.5;  // of the size: a gap that separates columns, kept at its width

void append(std::u16string& out, char32_t c) {
  if (c >= 0x10000) {
    out.push_back(static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10)));
    out.push_back(static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF)));
  } else if (c != 0) {
    out.push_back(static_cast<char16_t>(c));
  }
}

void append(PdfLine& line, const Glyph& glyph) {
  const auto at = static_cast<std::uint32_t>(line.text.size());
  const bool goes_on =
      !line.anchors.empty() && glyph.source - line.anchors.back().source == at - line.anchors.back().text;
  if (!goes_on) line.anchors.push_back({at, glyph.source});
  append(line.text, glyph.character);
}

void append_gap(std::u16string& out, double gap, double size) {
  if (size <= 0 || gap < word_gap * size) return;
  const int spaces = gap < column_gap * size ? 1 : std::min(200, static_cast<int>(gap / (size / 2)));
  out.append(static_cast<std::size_t>(spaces), u' ');
}

using Glyphs = std::vector<Glyph>;

PdfLine make_line(Glyphs& glyphs) {
  sort_by(glyphs, [](const Glyph& a, const Glyph& b) { return a.box.left < b.box.left; });
  PdfLine line;
  const Glyph* last = nullptr;
  for (const Glyph& glyph : glyphs) {
    const double size = glyph.box.height() * size_share;
    if (last == nullptr) line.box = glyph.box;
    else append_gap(line.text, glyph.box.left - last->box.right, size);
    append(line, glyph);
    line.box = {line.box.left, std::min(line.box.top, glyph.box.top),
                std::max(line.box.right, glyph.box.right), std::max(line.box.bottom, glyph.box.bottom)};
    line.size = std::max(line.size, size);
    last = &glyph;
  }
  return line;
}

// Upright glyphs to lines.
std::vector<PdfLine> lines_of(Glyphs glyphs) {
  sort_by(glyphs, [](const Glyph& a, const Glyph& b) { return a.box.middle_y() < b.box.middle_y(); });
  std::vector<PdfLine> lines;
  Glyphs current;
  double middle = 0, reach = 0;
  for (const Glyph& glyph : glyphs) {
    const Box& box = glyph.box;
    if (!current.empty() && box.middle_y() - middle > reach) {
      lines.push_back(make_line(current));
      current.clear();
    }
    if (current.empty()) {
      middle = box.middle_y();
      reach = box.height() * 0.4;
    }
    current.push_back(glyph);
  }
  if (!current.empty()) lines.push_back(make_line(current));
  return lines;
}

// Glyphs turned by quarters: as lines on a page turned back, their boxes where they are.
void add_turned(const PdfPage& page, Glyphs glyphs, int turns, std::vector<PdfLine>& lines) {
  for (Glyph& glyph : glyphs) glyph.box = upright(glyph.box, turns, page.width, page.height);
  const bool sideways = turns % 2 == 1;
  const double width = sideways ? page.height : page.width, height = sideways ? page.width : page.height;
  for (PdfLine& line : lines_of(std::move(glyphs))) {
    line.box = upright(line.box, 4 - turns, width, height);
    lines.push_back(std::move(line));
  }
}

// One character below the other, as they are written: most steps go down by about a character. Digits below
// each other are numbers of their own.
bool is_stacked(const Glyphs& glyphs) {
  std::size_t down = 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (glyphs[i].character < 0x80) return false;
    if (i == 0) continue;
    const Box &above = glyphs[i - 1].box, &box = glyphs[i].box;
    const double size = std::max(above.height(), box.height());
    if (std::abs(box.middle_x() - above.middle_x()) < 0.35 * size &&
        box.middle_y() - above.middle_y() > 0.5 * size)
      ++down;
  }
  return glyphs.size() > 2 && 3 * down >= 2 * (glyphs.size() - 1);
}

PdfLine make_column(Glyphs& glyphs) {
  sort_by(glyphs, [](const Glyph& a, const Glyph& b) { return a.box.top < b.box.top; });
  PdfLine line;
  line.box = glyphs.front().box;
  line.size = glyphs.front().box.height() * size_share;
  for (const Glyph& glyph : glyphs) {
    append(line, glyph);
    const Box& box = glyph.box;
    line.box = {std::min(line.box.left, box.left), line.box.top, std::max(line.box.right, box.right),
                box.bottom};
  }
  return line;
}

// Columns from right to left, each a line.
std::vector<PdfLine> columns_of(Glyphs glyphs) {
  sort_by(glyphs, [](const Glyph& a, const Glyph& b) { return a.box.middle_x() > b.box.middle_x(); });
  std::vector<PdfLine> lines;
  Glyphs column;
  for (const Glyph& glyph : glyphs) {
    if (!column.empty() && column.front().box.middle_x() - glyph.box.middle_x() > 0.4 * glyph.box.height()) {
      lines.push_back(make_column(column));
      column.clear();
    }
    column.push_back(glyph);
  }
  lines.push_back(make_column(column));
  return lines;
}

std::vector<PdfLine> lines_by_turns(const PdfPage& page, const std::vector<std::uint32_t>& glyphs,
                                    bool in_cell) {
  Glyphs by_turns[Glyph::slanting];
  for (std::uint32_t index : glyphs)
    if (page.glyphs[index].turns < Glyph::slanting)
      by_turns[page.glyphs[index].turns].push_back(page.glyphs[index]);
  const bool stacked = in_cell && is_stacked(by_turns[0]);
  std::vector<PdfLine> lines =
      stacked ? columns_of(std::move(by_turns[0])) : lines_of(std::move(by_turns[0]));
  for (int turns = 1; turns < Glyph::slanting; ++turns)
    if (!by_turns[turns].empty()) add_turned(page, std::move(by_turns[turns]), turns, lines);
  return lines;
}

}  // namespace

std::vector<PdfLine> make_lines(const PdfPage& page, const std::vector<std::uint32_t>& glyphs) {
  return lines_by_turns(page, glyphs, false);
}

std::vector<PdfLine> make_cell_lines(const PdfPage& page, const std::vector<std::uint32_t>& glyphs) {
  return lines_by_turns(page, glyphs, true);
}

}  // namespace nianbao
