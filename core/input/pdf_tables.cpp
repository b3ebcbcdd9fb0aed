#include "input/pdf_tables.h"

#include <algorithm>
#include <cmath>

#include "base/sorting.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

std::size_t slot(const std::vector<double>& edges, double at) {
  const auto after = std::upper_bound(edges.begin(), edges.end(), at);
  const auto index = after == edges.begin() ? 0 : after - edges.begin() - 1;
  return std::min<std::size_t>(static_cast<std::size_t>(index), edges.size() - 2);
}

// Which cell of the grid each elementary place belongs to.
std::vector<std::uint32_t> owners(const PdfGrid& grid) {
  std::vector<std::uint32_t> owner(static_cast<std::size_t>(grid.rows) *
                                   static_cast<std::size_t>(grid.columns));
  for (std::uint32_t i = 0; i < grid.cells.size(); ++i) {
    const PdfGrid::Cell& cell = grid.cells[i];
    for (int r = cell.row; r < cell.row + cell.rows; ++r)
      for (int c = cell.column; c < cell.column + cell.columns; ++c)
        owner[static_cast<std::size_t>(r * grid.columns + c)] = i;
  }
  return owner;
}

// --- text that reaches over a line -------------------------------------------------------------------------

bool is_closing_mark(char32_t c) {
  constexpr std::u32string_view marks = U"，。、；：！？）》〉”’】」』,.;:!?)";
  return marks.find(c) != std::u32string_view::npos;
}

// Glyphs that are written on without a gap, as one piece of text.
bool is_written_on(const Glyph& before, const Glyph& after) {
  const double size = std::max(before.box.height(), after.box.height());
  return before.turns == 0 && after.turns == 0 &&
         std::abs(before.box.middle_y() - after.box.middle_y()) < 0.3 * size &&
         std::abs(after.box.left - before.box.right) < 0.12 * size;
}

class CellChooser {
 public:
  CellChooser(const PdfPage& page, const PdfGrid& grid, const std::vector<std::uint32_t>& glyphs)
      : page_(page), grid_(grid), glyphs_(glyphs), owner_(owners(grid)) {}

  // The cell of each glyph.
  std::vector<std::uint32_t> choose() {
    std::vector<std::uint32_t> out;
    for (std::size_t begin = 0, end = 0; begin < glyphs_.size(); begin = end) {
      for (end = begin + 1; end < glyphs_.size() && is_written_on(glyph(end - 1), glyph(end));) ++end;
      choose_piece(begin, end, out);
    }
    return out;
  }

 private:
  const Glyph& glyph(std::size_t i) const { return page_.glyphs[glyphs_[i]]; }
  std::uint32_t cell_at(double x, double y) const {
    return owner_[slot(grid_.row_edges, y) * static_cast<std::size_t>(grid_.columns) +
                  slot(grid_.column_edges, x)];
  }
  std::uint32_t cell_of(const Glyph& glyph) const {
    return cell_at(glyph.box.middle_x(), glyph.box.middle_y());
  }

  // A piece of which a glyph stands across a line stands in one cell, the one its middle is in: a number
  // wider than its column. A mark that closes it may hang over the line behind it.
  void choose_piece(std::size_t begin, std::size_t end, std::vector<std::uint32_t>& out) const {
    bool across = false;
    for (std::size_t i = begin; i < end; ++i)
      across |= !is_closing_mark(glyph(i).character) && stands_across(glyph(i).box);
    const Box first = glyph(begin).box, last = glyph(end - 1).box;
    const std::uint32_t middle = cell_at((first.left + last.right) / 2, first.middle_y());
    for (std::size_t i = begin; i < end; ++i) {
      const bool hangs = i > begin && is_closing_mark(glyph(i).character);
      out.push_back(across ? middle : hangs ? out.back() : cell_of(glyph(i)));
    }
  }

  bool stands_across(const Box& box) const {
    const double margin = 0.25 * box.width();
    return cell_at(box.left + margin, box.middle_y()) != cell_at(box.right - margin, box.middle_y());
  }

  const PdfPage& page_;
  const PdfGrid& grid_;
  const std::vector<std::uint32_t>& glyphs_;
  std::vector<std::uint32_t> owner_;
};

// --- page breaks -------------------------------------------------------------------------------------------

constexpr double same_edge = 4;  // points within which the edges of two pages are the same

bool starts_with_number(std::u16string_view text) {
  const std::u16string start = folded(text.substr(0, 8));
  if (start.empty()) return false;
  if (start[0] == u'(' || is_digit(start[0])) return true;
  return start.size() > 1 && std::u16string_view(u"、.").find(start[1]) != std::u16string_view::npos;
}

bool numeric(const CellText& cell) {
  if (cell.lines.empty()) return false;
  const std::u16string text = folded(cell.lines.front().text);
  return std::all_of(text.begin(), text.end(), [](char16_t c) {
    return is_digit(c) || std::u16string_view(u",.-/").find(c) != std::u16string_view::npos;
  });
}

// The last line reaches the cell's right edge: what follows may belong to it.
bool is_full(const CellText& cell) {
  return !cell.empty() && cell.place.box.right - cell.lines.back().box.right < 1.3 * cell.lines.back().size;
}

CellText* in_last_row(GridText& table, const PdfGrid::Cell& like) {
  for (CellText& cell : table.cells)
    if (cell.place.row + cell.place.rows == table.grid.rows && cell.place.column == like.column &&
        cell.place.columns == like.columns)
      return &cell;
  return nullptr;
}

// Every cell has its counterpart above, labels go on where the line was full, and no number meets another.
bool row_goes_on(GridText& above, const GridText& below) {
  bool any = false;
  for (const CellText& cell : below.cells) {
    if (cell.place.row != 0 || cell.place.rows != 1) continue;
    const CellText* counterpart = in_last_row(above, cell.place);
    if (counterpart == nullptr) return false;
    if (cell.empty()) continue;
    if (!numeric(cell) && starts_with_number(cell.lines.front().text)) return false;
    if (!counterpart->empty() && (numeric(cell) || numeric(*counterpart) || !is_full(*counterpart)))
      return false;
    any = true;
  }
  return any;
}

// Takes rows away from the top; cells that reach further down begin one row later.
void drop_rows(GridText& table, int rows) {
  auto& cells = table.cells;
  cells.erase(std::remove_if(cells.begin(), cells.end(),
                             [rows](const CellText& c) { return c.place.row + c.place.rows <= rows; }),
              cells.end());
  for (CellText& cell : cells) {
    const int past = cell.place.row + cell.place.rows - rows;
    cell.place.row = std::max(0, cell.place.row - rows);
    cell.place.rows = past - cell.place.row;
  }
  sort_by(cells, [](const CellText& a, const CellText& b) {
    return a.place.row != b.place.row ? a.place.row < b.place.row : a.place.column < b.place.column;
  });
  table.grid.rows -= rows;
}

// --- heads that are repeated -------------------------------------------------------------------------------

std::u16string text_of(const CellText& cell) {
  std::u16string out;
  for (const PdfLine& line : cell.lines) out += line.text;
  return out;
}

// LibreOffice leaves merged cells of a repeated head blank.
bool repeats(const CellText& a, const CellText& b) {
  const PdfGrid::Cell &x = a.place, &y = b.place;
  return x.row == y.row && x.rows == y.rows && x.column == y.column && x.columns == y.columns &&
         (b.empty() || text_of(a) == text_of(b));
}

// Where each edge of `few` is among those of `many`; empty where one is not, or where the tables are not
// equally wide.
std::vector<int> places_among(const std::vector<double>& few, const std::vector<double>& many) {
  std::vector<int> out;
  if (std::abs(few.front() - many.front()) > same_edge || std::abs(few.back() - many.back()) > same_edge)
    return out;
  for (double edge : few) {
    const auto near = std::min_element(many.begin(), many.end(), [edge](double a, double b) {
      return std::abs(a - edge) < std::abs(b - edge);
    });
    const int place = static_cast<int>(near - many.begin());
    if (std::abs(*near - edge) > same_edge || (!out.empty() && out.back() >= place)) return {};
    out.push_back(place);
  }
  return out;
}

void widen(GridText& table, const std::vector<int>& places, const std::vector<double>& edges) {
  const auto widened = [&](PdfGrid::Cell& cell) {
    const int past = places[static_cast<std::size_t>(cell.column + cell.columns)];
    cell.column = places[static_cast<std::size_t>(cell.column)];
    cell.columns = past - cell.column;
  };
  for (CellText& cell : table.cells) widened(cell.place);
  for (PdfGrid::Cell& cell : table.grid.cells) widened(cell);
  table.grid.columns = static_cast<int>(edges.size()) - 1;
  table.grid.column_edges = edges;
}

}  // namespace

GridText fill(const PdfPage& page, PdfGrid grid, const std::vector<std::uint32_t>& glyphs) {
  const std::vector<std::uint32_t> cell_of = CellChooser(page, grid, glyphs).choose();
  std::vector<std::vector<std::uint32_t>> by_cell(grid.cells.size());
  for (std::size_t i = 0; i < glyphs.size(); ++i) by_cell[cell_of[i]].push_back(glyphs[i]);
  GridText out{std::move(grid), {}};
  for (std::size_t i = 0; i < out.grid.cells.size(); ++i)
    out.cells.push_back({out.grid.cells[i], make_cell_lines(page, by_cell[i]), nullptr});
  return out;
}

bool share_columns(GridText& above, GridText& below) {
  const bool below_has_more = above.grid.columns < below.grid.columns;
  GridText& few = below_has_more ? above : below;
  const std::vector<double> edges = (below_has_more ? below : above).grid.column_edges;
  const std::vector<int> places = places_among(few.grid.column_edges, edges);
  if (places.empty()) return false;
  widen(few, places, edges);
  return true;
}

void drop_repeated_head(const GridText& first, GridText& below) {
  int rows = 0, past = 0;  // rows that are the same, and those that end with all their cells
  bool words = false;
  for (std::size_t i = 0; i < below.cells.size() && i < first.cells.size(); ++i) {
    const CellText& cell = below.cells[i];
    if (cell.place.row >= past && words) rows = past;
    if (!repeats(first.cells[i], cell) || (!cell.empty() && numeric(cell))) break;
    words |= !cell.empty();
    past = std::max(past, cell.place.row + cell.place.rows);
  }
  if (rows > 0) drop_rows(below, rows);
}

void join_cut_spans(GridText& above, GridText& below) {
  for (CellText& cell : below.cells) {
    if (cell.place.row != 0) break;
    CellText* cut = in_last_row(above, cell.place);
    if (cut == nullptr || cut->place.rows + cell.place.rows == 2) continue;
    CellText& whole = cut->begun != nullptr ? *cut->begun : *cut;
    if (whole.empty() && cell.empty()) continue;
    if (!whole.empty() && numeric(whole)) continue;
    if (!cell.empty() && (numeric(cell) || (!whole.empty() && starts_with_number(cell.lines.front().text))))
      continue;
    whole.place.rows += cell.place.rows;
    whole.lines.insert(whole.lines.end(), cell.lines.begin(), cell.lines.end());
    cell.begun = &whole;
  }
}

bool join_cut_row(GridText& above, GridText& below) {
  if (!row_goes_on(above, below)) return false;
  for (const CellText& cell : below.cells) {
    if (cell.place.row != 0 || cell.place.rows != 1) continue;
    auto& lines = in_last_row(above, cell.place)->lines;
    lines.insert(lines.end(), cell.lines.begin(), cell.lines.end());
  }
  drop_rows(below, 1);
  return true;
}

}  // namespace nianbao
