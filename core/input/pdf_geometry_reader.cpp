// The geometry of a PDF to a Document: ruled tables as grids, also over page breaks; lines joined to paragraphs; page
// numbers left out.
#include <algorithm>
#include <cmath>

#include "base/numeral.h"
#include "base/sorting.h"
#include "base/unicode.h"
#include "input/document_builder.h"
#include "input/pdf_page.h"
#include "input/reader.h"
#include "prose/line.h"

namespace nianbao {
namespace {

struct CellText {
  PdfGrid::Cell place;
  std::vector<PdfLine> lines;
  bool empty() const { return lines.empty(); }
  // The last line reaches the cell's right edge: what follows may belong to it.
  bool full() const { return !lines.empty() && place.box.right - lines.back().box.right < 1.3 * lines.back().size; }
};

struct GridText {
  PdfGrid grid;
  std::vector<CellText> cells;
};

// What a page shows from top to bottom: a line, a table or a picture.
struct Item {
  enum Kind { line, table, image } kind;
  double top;
  std::size_t index;
};

struct PageText {
  int number = 0;
  double width = 0, height = 0;
  std::vector<PdfLine> lines;
  std::vector<GridText> tables;
  std::vector<Box> images;
  std::vector<Item> items;
};

std::size_t slot(const std::vector<double>& edges, double at) {
  const auto after = std::upper_bound(edges.begin(), edges.end(), at);
  const auto index = after == edges.begin() ? 0 : after - edges.begin() - 1;
  return std::min<std::size_t>(static_cast<std::size_t>(index), edges.size() - 2);
}

// Which cell of the grid each elementary place belongs to.
std::vector<std::uint32_t> owners(const PdfGrid& grid) {
  std::vector<std::uint32_t> owner(static_cast<std::size_t>(grid.rows) * static_cast<std::size_t>(grid.columns));
  for (std::uint32_t i = 0; i < grid.cells.size(); ++i) {
    const PdfGrid::Cell& cell = grid.cells[i];
    for (int r = cell.row; r < cell.row + cell.rows; ++r)
      for (int c = cell.column; c < cell.column + cell.columns; ++c) owner[static_cast<std::size_t>(r * grid.columns + c)] = i;
  }
  return owner;
}

GridText fill(const PdfPage& page, PdfGrid grid, const std::vector<std::uint32_t>& glyphs) {
  const auto owner = owners(grid);
  std::vector<std::vector<std::uint32_t>> by_cell(grid.cells.size());
  for (std::uint32_t g : glyphs) {
    const Box& box = page.glyphs[g].box;
    const std::size_t place = slot(grid.row_edges, box.middle_y()) * static_cast<std::size_t>(grid.columns) + slot(grid.column_edges, box.middle_x());
    by_cell[owner[place]].push_back(g);
  }
  GridText out{std::move(grid), {}};
  for (std::size_t i = 0; i < out.grid.cells.size(); ++i) out.cells.push_back({out.grid.cells[i], make_lines(page, std::move(by_cell[i]))});
  return out;
}

bool is_page_number(const PdfLine& line, double height) {
  if (line.box.top < height * 0.9 && line.box.bottom > height * 0.08) return false;
  const WholeNumber number = number_at(trim(line.text));
  const bool bare = number && number.notation == Notation::arabic && number.length == trim(line.text).size();
  return bare || is_page_line(line.text);
}

PageText lay_out(const PdfPage& page, int number) {
  PageText out{number, page.width, page.height, {}, {}, page.images, {}};
  std::vector<PdfGrid> grids = find_grids(page);
  std::vector<std::vector<std::uint32_t>> inside(grids.size());
  std::vector<std::uint32_t> outside;
  for (std::uint32_t g = 0; g < page.glyphs.size(); ++g) {
    const Box& box = page.glyphs[g].box;
    auto grid = std::find_if(grids.begin(), grids.end(), [&](const PdfGrid& t) { return t.box.holds(box.middle_x(), box.middle_y()); });
    (grid == grids.end() ? outside : inside[static_cast<std::size_t>(grid - grids.begin())]).push_back(g);
  }
  for (std::size_t i = 0; i < grids.size(); ++i) {
    out.items.push_back({Item::table, grids[i].box.top, i});
    out.tables.push_back(fill(page, std::move(grids[i]), inside[i]));
  }
  for (PdfLine& line : make_lines(page, std::move(outside))) {
    if (is_page_number(line, page.height)) continue;
    out.items.push_back({Item::line, line.box.top, out.lines.size()});
    out.lines.push_back(std::move(line));
  }
  for (std::size_t i = 0; i < page.images.size(); ++i)
    if (page.images[i].width() > page.width / 4) out.items.push_back({Item::image, page.images[i].top, i});
  sort_by(out.items, [](const Item& a, const Item& b) { return a.top < b.top; });
  return out;
}

// --- a table that goes on over a page break ------------------------------------------------------------------------

bool same_columns(const PdfGrid& a, const PdfGrid& b) {
  constexpr double tolerance = 4;
  return a.columns == b.columns && std::equal(a.column_edges.begin(), a.column_edges.end(), b.column_edges.begin(),
                                              [](double x, double y) { return std::abs(x - y) < tolerance; });
}

bool starts_with_number(std::u16string_view text) {
  const std::u16string start = folded(text.substr(0, 8));
  if (start.empty()) return false;
  if (start[0] == u'(' || is_digit(start[0])) return true;
  return start.size() > 1 && std::u16string_view(u"、.").find(start[1]) != std::u16string_view::npos;
}

bool numeric(const CellText& cell) {
  if (cell.lines.empty()) return false;
  const std::u16string text = folded(cell.lines.front().text);
  return std::all_of(text.begin(), text.end(), [](char16_t c) { return is_digit(c) || std::u16string_view(u",.-/").find(c) != std::u16string_view::npos; });
}

CellText* in_last_row(GridText& table, const PdfGrid::Cell& like) {
  for (CellText& cell : table.cells)
    if (cell.place.row + cell.place.rows == table.grid.rows && cell.place.column == like.column && cell.place.columns == like.columns) return &cell;
  return nullptr;
}

// A row that the page break cut in two: every cell has its counterpart above, labels go on where the line was full, and no
// number meets another.
bool row_goes_on(GridText& above, const GridText& below) {
  bool any = false;
  for (const CellText& cell : below.cells) {
    if (cell.place.row != 0 || cell.place.rows != 1) continue;
    const CellText* counterpart = in_last_row(above, cell.place);
    if (counterpart == nullptr) return false;
    if (cell.empty()) continue;
    if (!numeric(cell) && starts_with_number(cell.lines.front().text)) return false;
    if (!counterpart->empty() && (numeric(cell) || numeric(*counterpart) || !counterpart->full())) return false;
    if (numeric(cell) && !counterpart->empty()) return false;
    any = true;
  }
  return any;
}

// Takes the first row away; cells that reach further down begin one row later.
void drop_first_row(GridText& table) {
  auto& cells = table.cells;
  cells.erase(std::remove_if(cells.begin(), cells.end(), [](const CellText& c) { return c.place.row == 0 && c.place.rows == 1; }), cells.end());
  for (CellText& cell : cells) (cell.place.row == 0 ? cell.place.rows : cell.place.row) -= 1;
  sort_by(cells, [](const CellText& a, const CellText& b) {
    return a.place.row != b.place.row ? a.place.row < b.place.row : a.place.column < b.place.column;
  });
  --table.grid.rows;
}

void carry_row_over(GridText& above, GridText& below) {
  for (const CellText& cell : below.cells) {
    if (cell.place.row != 0 || cell.place.rows != 1) continue;
    auto& lines = in_last_row(above, cell.place)->lines;
    lines.insert(lines.end(), cell.lines.begin(), cell.lines.end());
  }
  drop_first_row(below);
}

// --- writing ---------------------------------------------------------------------------------------------------------

class Writer {
 public:
  explicit Writer(std::vector<PageText>& pages) : pages_(pages), build_(Format::pdf) { find_right_margin(); }

  Document write() {
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      build_.page(pages_[p].number);
      for (std::size_t i = 0; i < pages_[p].items.size(); ++i) write_item(p, i);
    }
    close_table();
    return build_.finish();
  }

 private:
  void write_item(std::size_t p, std::size_t i) {
    PageText& page = pages_[p];
    const Item item = page.items[i];
    if (item.kind == Item::line) {
      close_table();
      write_line(page, page.lines[item.index]);
      return;
    }
    last_line_ = nullptr;
    if (item.kind == Item::table) {
      write_table(p, i, page.tables[item.index]);
    } else {
      close_table();
      build_.end_paragraph();
      build_.mark_here(MarkKind::image);
    }
  }

  // The last table of a page and the first of the next with the same columns are one table.
  void write_table(std::size_t p, std::size_t i, GridText& table) {
    if (!table_open_ || open_table_->grid.columns != table.grid.columns || i != 0 || !same_columns(open_table_->grid, table.grid)) {
      close_table();
      build_.end_paragraph();
      build_.begin_table();
      table_open_ = true;
    }
    if (i + 1 == pages_[p].items.size() && p + 1 < pages_.size()) take_rest_of_row(table, pages_[p + 1]);
    write_rows(table);
    open_table_ = &table;
  }

  static void take_rest_of_row(GridText& table, PageText& next) {
    if (next.items.empty() || next.items.front().kind != Item::table) return;
    GridText& below = next.tables[next.items.front().index];
    if (same_columns(table.grid, below.grid) && row_goes_on(table, below)) carry_row_over(table, below);
  }

  void write_rows(const GridText& table) {
    auto cell = table.cells.begin();
    for (int row = 0; row < table.grid.rows; ++row) {
      build_.begin_row();
      for (; cell != table.cells.end() && cell->place.row == row; ++cell) {
        build_.begin_cell(cell->place.rows, cell->place.columns);
        write_cell(*cell);
        build_.end_cell();
      }
    }
    build_.end_row_group();
  }

  // A line that fills the cell goes on in the next one without a break: a number wrapped in a narrow column is one number.
  void write_cell(const CellText& cell) {
    for (std::size_t i = 0; i < cell.lines.size(); ++i) {
      const PdfLine& line = cell.lines[i];
      if (i > 0 && cell.place.box.right - cell.lines[i - 1].box.right >= 1.3 * line.size) build_.line_break();
      build_.text(line.text);
    }
  }

  void close_table() {
    if (table_open_) build_.end_table();
    table_open_ = false;
  }

  void write_line(const PageText& page, const PdfLine& line) {
    if (last_line_ == nullptr || !goes_on(page, *last_line_, line)) build_.begin_paragraph();
    build_.text(line.text);
    last_line_ = &line;
  }

  // A line continues the one above when that one was full and this one is not indented, or both are centred in a larger size.
  bool goes_on(const PageText& page, const PdfLine& above, const PdfLine& line) const {
    if (right_margin_ - above.box.right > 2.6 * above.size || std::abs(above.size - line.size) > 0.15 * above.size) return false;
    if (starts_section(line.text)) return false;
    if (line.box.left < left_margin_ + 0.8 * line.size) return true;
    return std::abs(line.box.middle_x() - page.width / 2) < line.size && line.box.left > left_margin_ + 2.5 * line.size;
  }

  static bool starts_section(std::u16string_view text) {
    const std::u16string start = folded(text.substr(0, 6));
    return start.size() > 1 && start[1] == u'、' && std::u16string_view(u"一二三四五六七八").find(start[0]) != std::u16string_view::npos;
  }

  // Most lines of a page of prose end at the right margin and begin at the left one.
  void find_right_margin() {
    std::vector<double> rights, lefts;
    for (const PageText& page : pages_)
      for (const PdfLine& line : page.lines)
        if (line.box.width() > page.width * 0.5) {
          rights.push_back(line.box.right);
          lefts.push_back(line.box.left);
        }
    if (rights.empty()) return;
    std::sort(rights.begin(), rights.end());
    std::sort(lefts.begin(), lefts.end());
    right_margin_ = rights[rights.size() * 9 / 10];
    left_margin_ = lefts[lefts.size() / 10];
  }

  std::vector<PageText>& pages_;
  DocumentBuilder build_;
  double right_margin_ = 0, left_margin_ = 0;
  const PdfLine* last_line_ = nullptr;
  const GridText* open_table_ = nullptr;
  bool table_open_ = false;
};

// A scan has pictures and hardly a character; a few come from a stamp or a page number.
bool is_scan(const std::vector<PdfPage>& pages) {
  std::size_t glyphs = 0;
  for (const PdfPage& page : pages) glyphs += page.glyphs.size();
  return glyphs < 5 * pages.size();
}

}  // namespace

Result<Document> read_pdf_geometry(std::string_view bytes, const ReadOptions&) {
  Result<std::vector<PdfPage>> pages = parse_pdf_geometry(bytes);
  if (!pages) return pages.error();
  if (is_scan(pages.value())) return Error{ErrorCode::scan};
  std::vector<PageText> texts;
  for (const PdfPage& page : pages.value()) texts.push_back(lay_out(page, static_cast<int>(texts.size()) + 1));
  return Writer(texts).write();
}

}  // namespace nianbao
