#include "scan/page.h"

#include <algorithm>

#include "scan/blobs.h"
#include "scan/paper.h"
#include "scan/upright.h"

namespace nianbao::scan {

namespace {

constexpr int ink = 140;  // grey level below which it is certain to be some

// Less ink than a quarter of a line of text: a page number, specks.
bool is_blank(const Grey& page) {
  const auto dark =
      std::count_if(page.bytes.begin(), page.bytes.end(), [](std::uint8_t value) { return value < ink; });
  constexpr std::size_t least = 2000;  // of so many pixels one
  return static_cast<std::size_t>(dark) * least < page.bytes.size();
}

// The squares from which to which something reaches along one direction.
struct Reach {
  int first, last;
};

Reach reach_of(const std::vector<Level>& levels, int begin, int end) {
  constexpr double slack = 2;  // pixels
  Reach out{0, static_cast<int>(levels.size()) - 2};
  for (int i = 1; i + 1 < static_cast<int>(levels.size()); ++i) {
    const double at = levels[static_cast<std::size_t>(i)].at;
    if (at <= begin + slack) out.first = i;
    if (at >= end - slack) out.last = std::min(out.last, i - 1);
  }
  return out;
}

// Edges between the crops, from the first to the last of the cell; only its own two where crops lie side by
// side in it.
std::vector<int> cuts(const RuledTable& table, const std::vector<Crop>& crops,
                      const std::vector<std::size_t>& inside, int first, int count, bool down) {
  const std::vector<Level>& levels = down ? table.rows : table.columns;
  std::vector<std::uint8_t> covered(levels.size(), 0), used(levels.size(), 0);
  for (std::size_t i : inside) {
    const Area& place = crops[i].place;
    const Reach reach =
        down ? reach_of(levels, place.top, place.bottom) : reach_of(levels, place.left, place.right);
    for (int edge = reach.first + 1; edge <= reach.last; ++edge) covered[static_cast<std::size_t>(edge)] = 1;
    used[static_cast<std::size_t>(reach.first)] = 1;
  }
  std::vector<int> out{first};
  bool before = false;
  for (int square = first; square < first + count; ++square) {
    const auto i = static_cast<std::size_t>(square);
    if (before && used[i] != 0 && covered[i] == 0) out.push_back(square);
    before = before || used[i] != 0;
  }
  out.push_back(first + count);
  return out;
}

}  // namespace

void split_cells(CutPage& page, const std::vector<bool>& is_number) {
  for (std::size_t t = 0; t < page.tables.size(); ++t) {
    RuledTable& table = page.tables[t];
    const std::vector<TableCell> cells = table.cells;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      std::vector<std::size_t> inside;
      bool any_number = false;
      for (std::size_t i = 0; i < page.crops.size(); ++i) {
        if (page.crops[i].table != static_cast<int>(t) || page.crops[i].cell != static_cast<int>(c)) continue;
        inside.push_back(i);
        any_number = any_number || is_number[i];
      }
      if (inside.size() < 2 || !any_number) continue;
      const TableCell& cell = cells[c];
      const std::vector<int> rows = cuts(table, page.crops, inside, cell.row, cell.rows, true);
      const std::vector<int> columns = cuts(table, page.crops, inside, cell.column, cell.columns, false);
      for (std::size_t r = 0; r + 1 < rows.size(); ++r)
        for (std::size_t k = 0; k + 1 < columns.size(); ++k) {
          const TableCell part{rows[r], columns[k], rows[r + 1] - rows[r], columns[k + 1] - columns[k]};
          const bool is_first = r == 0 && k == 0;
          if (is_first) table.cells[c] = part;
          else table.cells.push_back(part);
          const int place = static_cast<int>(is_first ? c : table.cells.size() - 1);
          for (std::size_t i : inside)
            if (table.inside(part).holds(page.crops[i].place.middle_x(), page.crops[i].place.middle_y()))
              page.crops[i].cell = place;
        }
    }
  }
}

CutPage cut_page(const Picture& picture) {
  CutPage out;
  out.page = on_white_paper(picture);
  out.blank = is_blank(out.page);
  out.character = character_size(find_blobs(out.page, ink).blobs, out.page.width);
  out.quality = quality_of(picture, out.page, out.character);
  if (out.character == 0) return out;
  out.page = levelled(out.page, out.character);
  out.tables = find_tables(out.page, transposed(out.page), find_blobs(out.page, ink).blobs, out.character);
  Grey unruled = out.page;
  erase_rules(unruled, out.tables);
  out.crops = cut_lines(unruled, out.tables, out.character);
  return out;
}

}  // namespace nianbao::scan
