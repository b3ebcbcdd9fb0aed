#include "annotate/page_places.h"

#include <algorithm>
#include <optional>

#include "base/unicode.h"

namespace nianbao {
namespace {

Box around(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

// Beside each other, as characters of one line are; below each other where they are turned by a quarter.
bool on_one_line(const Box& line, const Glyph& next) {
  const Box& box = next.box;
  const bool sideways = next.turns % 2 == 1;
  const double overlap = sideways ? std::min(line.right, box.right) - std::max(line.left, box.left)
                                  : std::min(line.bottom, box.bottom) - std::max(line.top, box.top);
  return 2 * overlap > (sideways ? box.width() : box.height());
}

const Cell* blank_cell_at(const Document& document, std::uint32_t offset, const Table*& table) {
  for (const Table& candidate : document.tables) {
    if (offset < candidate.range.begin || offset > candidate.range.end) continue;
    table = &candidate;
    for (const Cell& cell : candidate.cells)
      if (cell.range.empty() && cell.range.begin == offset) return &cell;
  }
  return nullptr;
}

}  // namespace

PagePlaces::PagePlaces(const Drawing& drawing, const Document& document) : document_(document) {
  for (std::size_t page = 0; page < drawing.pages.size(); ++page)
    for (const Glyph& glyph : drawing.pages[page].glyphs) characters_.push_back({page, &glyph});
}

const PagePlaces::Character* PagePlaces::at(std::uint32_t offset) const {
  const char16_t c = document_.text[offset];
  if (is_space(c) || c == u'\n' || (c & 0xFC00) == 0xDC00) return nullptr;
  const auto& anchors = document_.anchors;
  const auto next = std::upper_bound(anchors.begin(), anchors.end(), offset,
                                     [](std::uint32_t value, const Anchor& a) { return value < a.text; });
  if (next == anchors.begin()) return nullptr;
  const std::size_t number = (next - 1)->source + (offset - (next - 1)->text);
  return number < characters_.size() ? &characters_[number] : nullptr;
}

std::vector<PagePlace> PagePlaces::of_characters(Range place) const {
  std::vector<PagePlace> out;
  for (std::uint32_t offset = place.begin; offset < std::min<std::size_t>(place.end, document_.text.size());
       ++offset) {
    const Character* found = at(offset);
    if (found == nullptr) continue;
    const Box& box = found->glyph->box;
    const bool goes_on =
        !out.empty() && out.back().page == found->page && on_one_line(out.back().box, *found->glyph);
    if (goes_on) out.back().box = around(out.back().box, box);
    else out.push_back({found->page, box});
  }
  return out;
}

std::vector<PagePlace> PagePlaces::beside(std::uint32_t offset) const {
  const Character* found = nullptr;
  for (std::uint32_t i = offset; i > 0 && found == nullptr; --i) found = at(i - 1);
  for (std::uint32_t i = offset; i < document_.text.size() && found == nullptr; ++i) found = at(i);
  return found == nullptr ? std::vector<PagePlace>{}
                          : std::vector<PagePlace>{{found->page, found->glyph->box}};
}

// What stands in its row gives the height, what stands in its column the width.
std::vector<PagePlace> PagePlaces::of_blank(std::uint32_t offset) const {
  const Table* table = nullptr;
  const Cell* blank = blank_cell_at(document_, offset, table);
  if (blank == nullptr) return beside(offset);
  std::optional<PagePlace> row, column;
  for (const Cell& cell : table->cells) {
    const std::vector<PagePlace> places = of_characters(cell.range);
    if (places.empty()) continue;
    const bool in_row = cell.row == blank->row && cell.rows == 1;
    if (in_row && !row) row = places.front();
    if (cell.column == blank->column && cell.columns == 1 && (!column || cell.row <= blank->row))
      column = places.back();
  }
  if (!row || !column) return beside(offset);
  const Box &r = row->box, &c = column->box;
  return {{row->page, {c.left, r.top, c.right, r.bottom}}};
}

std::vector<PagePlace> PagePlaces::of(Range place) const {
  if (place.begin > document_.text.size()) return {};
  std::vector<PagePlace> out = of_characters(place);
  return out.empty() ? of_blank(place.begin) : out;
}

}  // namespace nianbao
