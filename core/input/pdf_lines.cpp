// Glyphs to lines of text, by place and not by content order.
#include <algorithm>

#include "base/sorting.h"
#include "input/pdf_page.h"

namespace nianbao {
namespace {

constexpr double word_gap = 0.3;    // of the size: a gap that is a space
constexpr double column_gap = 1.5;  // of the size: a gap that separates columns, kept at its width

void append(std::u16string& out, char32_t c) {
  if (c >= 0x10000) {
    out.push_back(static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10)));
    out.push_back(static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF)));
  } else if (c != 0) {
    out.push_back(static_cast<char16_t>(c));
  }
}

void append_gap(std::u16string& out, double gap, double size) {
  if (size <= 0 || gap < word_gap * size) return;
  const int spaces = gap < column_gap * size ? 1 : std::min(200, static_cast<int>(gap / (size / 2)));
  out.append(static_cast<std::size_t>(spaces), u' ');
}

// The same character painted twice at one place (false bold) counts once.
bool repeats(const Glyph& a, const Glyph& b) {
  return a.character == b.character && std::abs(a.box.left - b.box.left) < 0.2 * std::max(a.box.width(), b.box.width());
}

PdfLine make_line(const PdfPage& page, std::vector<std::uint32_t>& glyphs) {
  sort_by(glyphs, [&](std::uint32_t a, std::uint32_t b) { return page.glyphs[a].box.left < page.glyphs[b].box.left; });
  PdfLine line;
  const Glyph* last = nullptr;
  for (std::uint32_t index : glyphs) {
    const Glyph& glyph = page.glyphs[index];
    if (last != nullptr && repeats(*last, glyph)) continue;
    const double size = glyph.box.height() * 0.8;
    if (last == nullptr) line.box = glyph.box;
    else append_gap(line.text, glyph.box.left - last->box.right, size);
    append(line.text, glyph.character);
    line.box = {line.box.left, std::min(line.box.top, glyph.box.top), std::max(line.box.right, glyph.box.right), std::max(line.box.bottom, glyph.box.bottom)};
    line.size = std::max(line.size, size);
    last = &glyph;
  }
  return line;
}

}  // namespace

std::vector<PdfLine> make_lines(const PdfPage& page, std::vector<std::uint32_t> glyphs) {
  sort_by(glyphs, [&](std::uint32_t a, std::uint32_t b) { return page.glyphs[a].box.middle_y() < page.glyphs[b].box.middle_y(); });
  std::vector<PdfLine> lines;
  std::vector<std::uint32_t> current;
  double middle = 0, reach = 0;
  for (std::uint32_t index : glyphs) {
    const Box& box = page.glyphs[index].box;
    if (!current.empty() && box.middle_y() - middle > reach) {
      lines.push_back(make_line(page, current));
      current.clear();
    }
    if (current.empty()) {
      middle = box.middle_y();
      reach = box.height() * 0.4;
    }
    current.push_back(index);
  }
  if (!current.empty()) lines.push_back(make_line(page, current));
  return lines;
}

}  // namespace nianbao
