// Laid-out pages to a Document: ruled tables as grids, also over page breaks; lines joined to paragraphs;
// page numbers and running heads left out.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "base/limits.h"
#include "base/numeral.h"
#include "base/sorting.h"
#include "base/unicode.h"
#include "input/document_builder.h"
#include "input/pdf_tables.h"
#include "input/reader.h"
#include "prose/line.h"

namespace nianbao {
namespace {

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
  std::vector<Item> items;
  bool goes_on = false;  // its first table goes on with the last of the page before
};

bool is_page_number(const PdfLine& line, double height) {
  if (line.box.top < height * 0.9 && line.box.bottom > height * 0.08) return false;
  const WholeNumber number = number_at(trim(line.text));
  const bool bare = number && number.notation == Notation::arabic && number.length == trim(line.text).size();
  return bare || is_page_line(line.text);
}

// The first of the grids that holds the middle of the glyph. A budget keeps pages of nothing but tables
// linear.
class GridAt {
 public:
  explicit GridAt(const std::vector<PdfGrid>& grids) : grids_(grids) {}
  std::size_t find(const Box& box) {
    constexpr std::size_t most_steps = 50'000'000;
    for (std::size_t i = 0; i < grids_.size() && ++steps_ < most_steps; ++i)
      if (grids_[i].box.holds(box.middle_x(), box.middle_y())) return i;
    return grids_.size();
  }

 private:
  const std::vector<PdfGrid>& grids_;
  std::size_t steps_ = 0;
};

// A picture with text on it is a scan behind its text layer, or a background.
bool lies_behind_text(const PdfPage& page, const Box& image, std::size_t& steps) {
  constexpr std::size_t enough = 20, most_steps = 20'000'000;
  std::size_t inside = 0;
  for (const Glyph& glyph : page.glyphs) {
    if (inside == enough || ++steps > most_steps) break;
    inside += image.holds(glyph.box.middle_x(), glyph.box.middle_y());
  }
  return inside == enough;
}

PageText lay_out(const PdfPage& page, int number) {
  PageText out{number, page.width, page.height, {}, {}, {}};
  std::vector<PdfGrid> grids = find_grids(page);
  std::vector<std::vector<std::uint32_t>> inside(grids.size());
  std::vector<std::uint32_t> outside;
  GridAt grid_at(grids);
  for (std::uint32_t g = 0; g < page.glyphs.size(); ++g) {
    const std::size_t grid = grid_at.find(page.glyphs[g].box);
    (grid == grids.size() ? outside : inside[grid]).push_back(g);
  }
  for (std::size_t i = 0; i < grids.size(); ++i) {
    out.items.push_back({Item::table, grids[i].box.top, i});
    out.tables.push_back(fill(page, std::move(grids[i]), inside[i]));
  }
  for (PdfLine& line : make_lines(page, outside)) {
    if (is_page_number(line, page.height)) continue;
    out.items.push_back({Item::line, line.box.top, out.lines.size()});
    out.lines.push_back(std::move(line));
  }
  std::size_t steps = 0;
  for (const Box& image : page.images)
    if (image.width() > page.width / 4 && !lies_behind_text(page, image, steps))
      out.items.push_back({Item::image, image.top, 0});
  sort_by(out.items, [](const Item& a, const Item& b) { return a.top < b.top; });
  return out;
}

// --- running heads and feet --------------------------------------------------------------------------------

// What stands at the margins of one page after the other, but for its numbers: the title of a printed web
// page, its address.
std::u16string at_margin(const PdfLine& line, double height) {
  if (line.box.bottom > height * 0.08 && line.box.top < height * 0.92) return {};
  std::u16string text = folded(line.text);
  text.erase(std::remove_if(text.begin(), text.end(), [](char16_t c) { return is_digit(c) || c == u' '; }),
             text.end());
  return text;
}

void leave_out_running_heads(std::vector<PageText>& pages) {
  std::map<std::u16string, std::size_t> pages_with;
  for (const PageText& page : pages)
    for (const PdfLine& line : page.lines)
      if (const std::u16string text = at_margin(line, page.height); !text.empty()) ++pages_with[text];
  const auto runs = [&](const PageText& page, const Item& item) {
    if (item.kind != Item::line) return false;
    const auto found = pages_with.find(at_margin(page.lines[item.index], page.height));
    return found != pages_with.end() && found->second > 1 && 2 * found->second >= pages.size();
  };
  for (PageText& page : pages) {
    auto& items = page.items;
    items.erase(
        std::remove_if(items.begin(), items.end(), [&](const Item& item) { return runs(page, item); }),
        items.end());
  }
}

// --- tables over page breaks -------------------------------------------------------------------------------

GridText* last_table(PageText& page) {
  return page.items.empty() || page.items.back().kind != Item::table ? nullptr
                                                                     : &page.tables[page.items.back().index];
}

GridText* first_table(PageText& page) {
  return page.items.empty() || page.items.front().kind != Item::table
             ? nullptr
             : &page.tables[page.items.front().index];
}

// The last table of a page and the first of the next are one where their columns allow it.
void join_tables(std::vector<PageText>& pages) {
  for (std::size_t p = 1; p < pages.size(); ++p) {
    GridText *above = last_table(pages[p - 1]), *below = first_table(pages[p]);
    pages[p].goes_on = above != nullptr && below != nullptr && share_columns(*above, *below);
  }
  for (std::size_t p = pages.size(); p-- > 1;)  // what a later page has more of
    if (pages[p].goes_on) share_columns(*last_table(pages[p - 1]), *first_table(pages[p]));
  const GridText* begin = nullptr;
  for (std::size_t p = 1; p < pages.size(); ++p) {
    if (!pages[p].goes_on) continue;
    GridText& above = *last_table(pages[p - 1]);
    if (!pages[p - 1].goes_on || first_table(pages[p - 1]) != &above) begin = &above;
    drop_repeated_head(*begin, *first_table(pages[p]));
    GridText& below = *first_table(pages[p]);
    join_cut_row(above, below);
    if (below.grid.rows > 0) join_cut_spans(above, below);
  }
}

// --- writing -----------------------------------------------------------------------------------------------

class Writer {
 public:
  Writer(std::vector<PageText>& pages, Format format) : pages_(pages), build_(format) { find_margins(); }

  Document write() {
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      build_.page(pages_[p].number);
      for (std::size_t i = 0; i < pages_[p].items.size(); ++i) write_item(pages_[p], i);
    }
    close_table();
    return build_.finish();
  }

 private:
  void write_item(const PageText& page, std::size_t i) {
    const Item item = page.items[i];
    if (item.kind == Item::line) {
      close_table();
      write_line(page, page.lines[item.index]);
      return;
    }
    last_line_ = nullptr;
    if (item.kind == Item::table && i == 0 && page.goes_on && table_open_) {
      write_rows(page.tables[item.index]);
      return;
    }
    close_table();
    build_.end_paragraph();
    if (item.kind == Item::image) {
      build_.mark_here(MarkKind::image);
      return;
    }
    build_.begin_table();
    table_open_ = true;
    write_rows(page.tables[item.index]);
  }

  void write_rows(const GridText& table) {
    auto cell = table.cells.begin();
    for (int row = 0; row < table.grid.rows; ++row) {
      build_.begin_row();
      for (; cell != table.cells.end() && cell->place.row == row; ++cell) {
        if (cell->begun != nullptr) continue;
        build_.begin_cell(cell->place.rows, cell->place.columns);
        write_cell(*cell);
        build_.end_cell();
      }
    }
  }

  // A line that fills the cell goes on in the next one without a break: a number wrapped in a narrow column
  // is one number.
  void write_cell(const CellText& cell) {
    for (std::size_t i = 0; i < cell.lines.size(); ++i) {
      const PdfLine& line = cell.lines[i];
      if (i > 0 && cell.place.box.right - cell.lines[i - 1].box.right >= 1.3 * line.size) build_.line_break();
      write_text(line);
    }
  }

  void write_text(const PdfLine& line) {
    const std::u16string_view text = line.text;
    for (std::size_t i = 0; i < line.anchors.size(); ++i) {
      const std::size_t begin = line.anchors[i].text;
      const std::size_t end = i + 1 < line.anchors.size() ? line.anchors[i + 1].text : text.size();
      build_.text(text.substr(begin, end - begin), line.anchors[i].source);
    }
  }

  void close_table() {
    if (table_open_) build_.end_table();
    table_open_ = false;
  }

  void write_line(const PageText& page, const PdfLine& line) {
    if (last_line_ == nullptr || !goes_on(page, *last_line_, line)) build_.begin_paragraph();
    write_text(line);
    last_line_ = &line;
  }

  // A line continues the one above when that one was full and this one is not indented, or as a title does.
  bool goes_on(const PageText& page, const PdfLine& above, const PdfLine& line) const {
    if (std::abs(above.size - line.size) > 0.15 * above.size || starts_section(line.text)) return false;
    if (title_goes_on(page, above, line)) return true;
    if (right_margin_ - above.box.right > 2.6 * above.size) return false;
    if (line.box.left < left_margin_ + 0.8 * line.size) return true;
    return is_centred(page, line) && line.box.left > left_margin_ + 2.5 * line.size;
  }

  // Lines of a title stand centred below each other, larger than the text or with room at both sides, until
  // it is complete.
  bool title_goes_on(const PageText& page, const PdfLine& above, const PdfLine& line) const {
    if (!is_centred(page, above) || !is_centred(page, line)) return false;
    if (line.box.top < above.box.top || line.box.top - above.box.bottom > 1.2 * above.size) return false;
    const std::u16string_view text = above.text;
    if (text.size() < 2 || text.substr(text.size() - 2) == u"报告" || is_numbered(text) ||
        is_numbered(line.text))
      return false;
    const auto has_room = [this](const PdfLine& l) {
      return l.box.left > left_margin_ + 2 * l.size && l.box.right < right_margin_ - 2 * l.size;
    };
    return line.size > 1.15 * size_ || (has_room(above) && has_room(line));
  }

  static bool is_centred(const PageText& page, const PdfLine& line) {
    return std::abs(line.box.middle_x() - page.width / 2) < line.size;
  }

  static bool is_numbered(std::u16string_view text) {
    const std::u16string start = folded(text.substr(0, 4));
    return !start.empty() &&
           (start[0] == u'(' ||
            (start.size() > 1 && std::u16string_view(u"、.").find(start[1]) != std::u16string_view::npos));
  }

  static bool starts_section(std::u16string_view text) {
    const std::u16string start = folded(text.substr(0, 6));
    return start.size() > 1 && start[1] == u'、' &&
           std::u16string_view(u"一二三四五六七八").find(start[0]) != std::u16string_view::npos;
  }

  // Most lines of a page of prose end at the right margin and begin at the left one.
  void find_margins() {
    std::vector<double> rights, lefts, sizes;
    for (const PageText& page : pages_)
      for (const PdfLine& line : page.lines)
        if (line.box.width() > page.width * 0.5) {
          rights.push_back(line.box.right);
          lefts.push_back(line.box.left);
          sizes.push_back(line.size);
        }
    if (rights.empty()) return;
    for (std::vector<double>* values : {&rights, &lefts, &sizes}) std::sort(values->begin(), values->end());
    right_margin_ = rights[rights.size() * 9 / 10];
    left_margin_ = lefts[lefts.size() / 10];
    size_ = sizes[sizes.size() / 2];
  }

  std::vector<PageText>& pages_;
  DocumentBuilder build_;
  double right_margin_ = 0, left_margin_ = 0, size_ = 0;
  const PdfLine* last_line_ = nullptr;
  bool table_open_ = false;
};

// Pages with hardly a character; a few come from a stamp or a page number.
bool hardly_any_text(const std::vector<PageDrawing>& pages) {
  std::size_t glyphs = 0;
  for (const PageDrawing& page : pages) glyphs += page.glyphs.size();
  return glyphs < 5 * pages.size();
}

// --- pages recognised in pictures --------------------------------------------------------------------------

// Pages that are pictures, and what of them rests on the recogniser alone.
class Pictures {
  using SecondReading = PageDrawing::SecondReading;

 public:
  explicit Pictures(const std::vector<PageDrawing>& pages) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const PageDrawing& page = pages[i];
      doubtful_.resize(doubtful_.size() + page.glyphs.size(), page.recognised);
      for (std::uint32_t source : page.confirmed) doubtful_[source] = false;
      second_readings_.insert(second_readings_.end(), page.second_readings.begin(),
                              page.second_readings.end());
      if (!page.recognised) continue;
      add(i + 1, names_);
      unconfirmed_ += page.unconfirmed;
      confirmed_ += page.confirmed.size();
      const bool all_confirmed = page.unconfirmed == 0 && !page.confirmed.empty();
      for (PictureFault fault : page.faults)
        if (!all_confirmed || fault == PictureFault::cut) add(i + 1, poor_[fault]);
    }
  }

  bool any() const { return !names_.empty(); }

  // Nothing could be read.
  Error failure() const {
    const auto most = std::max_element(poor_.begin(), poor_.end(), [](const auto& a, const auto& b) {
      return a.second.size() < b.second.size();
    });
    const PoorPages poor =
        most == poor_.end() ? PoorPages{PictureFault::no_text, names_} : PoorPages{most->first, most->second};
    return {ErrorCode::image, {}, as_detail({poor.fault, poor.pages + u"页"})};
  }

  void tell(Document& document) const {
    for (const auto& [fault, pages] : poor_)  // first: where no report is found, the first problem says why
      document.problems.push_back({ErrorCode::from_picture, {}, as_detail({fault, pages + u"页"})});
    if (unconfirmed_ > 0 || confirmed_ == 0)
      document.problems.push_back({ErrorCode::from_picture, {}, names_ + u"页"});
    add_marks(document, unreadable_marks(document.text, [](char16_t c) { return c == unknown_character; }));
    add_marks(document, recognised_marks(document));
  }

 private:
  static void add(std::size_t page, std::u16string& names) {
    names += (names.empty() ? u"第" : u"、") + from_utf8(std::to_string(page));
  }

  std::vector<Mark> recognised_marks(const Document& document) const {
    std::vector<Mark> marks;
    const SecondReading* before = nullptr;
    for (std::size_t i = 0; i < document.anchors.size() && marks.size() < limits::blocks; ++i) {
      const Anchor anchor = document.anchors[i];
      const std::size_t end =
          i + 1 < document.anchors.size() ? document.anchors[i + 1].text : document.text.size();
      for (std::uint32_t at = anchor.text; at < end; ++at) {
        const std::size_t source = anchor.source + (at - anchor.text);
        if (source >= doubtful_.size() || !doubtful_[source] || is_space(document.text[at])) continue;
        const SecondReading* second = second_reading(source);
        if (!marks.empty() && marks.back().range.end == at && second == before)
          marks.back().range.end = at + 1;
        else
          marks.push_back(
              {MarkKind::recognised, {at, at + 1}, second != nullptr ? second->text : std::u16string()});
        before = second;
      }
    }
    return marks;
  }

  // Of the number that the character belongs to; null where it has none.
  const SecondReading* second_reading(std::size_t source) const {
    const auto next = std::upper_bound(
        second_readings_.begin(), second_readings_.end(), source,
        [](std::size_t at, const SecondReading& one) { return at < one.source + one.count; });
    return next != second_readings_.end() && next->source <= source ? &*next : nullptr;
  }

  std::vector<bool> doubtful_;  // by source
  std::vector<SecondReading> second_readings_;
  std::u16string names_;
  std::map<PictureFault, std::u16string> poor_;  // and the pages
  std::size_t unconfirmed_ = 0, confirmed_ = 0;
};

}  // namespace

std::vector<Mark> unreadable_marks(std::u16string_view text, bool (*has_no_meaning)(char16_t)) {
  std::vector<Mark> marks;
  for (std::uint32_t at = 0; at < text.size() && marks.size() < limits::blocks; ++at) {
    if (!has_no_meaning(text[at])) continue;
    const std::uint32_t begin = at;
    while (at + 1 < text.size() && has_no_meaning(text[at + 1])) ++at;
    marks.push_back({MarkKind::unreadable, {begin, at + 1}, {}});
  }
  return marks;
}

void add_marks(Document& document, std::vector<Mark> marks) {
  if (marks.empty()) return;
  std::vector<Mark> all;
  std::merge(document.marks.begin(), document.marks.end(), marks.begin(), marks.end(),
             std::back_inserter(all), [](const Mark& a, const Mark& b) { return a.range < b.range; });
  document.marks = std::move(all);
}

Result<Document> read_pages(std::vector<PageDrawing> pages, Format format) {
  if (hardly_any_text(pages)) return Error{ErrorCode::scan};
  std::vector<PageText> texts;
  for (PageDrawing& page : pages)
    texts.push_back(lay_out(as_seen(std::move(page)), static_cast<int>(texts.size()) + 1));
  leave_out_running_heads(texts);
  join_tables(texts);
  return Writer(texts, format).write();
}

Result<Document> read_pdf_geometry(std::string_view bytes, const ReadOptions&) {
  Result<Drawing> drawing = parse_pdf_geometry(bytes);
  if (!drawing) return drawing.error();
  const bool maps_missing = drawing.value().maps_missing;
  const Error missing{ErrorCode::pdf_reader_missing, {}, u"poppler-data"};
  if (maps_missing && hardly_any_text(drawing.value().pages)) return missing;
  const Pictures pictures(drawing.value().pages);
  const bool nothing = hardly_any_text(drawing.value().pages);
  if (nothing && pictures.any()) return pictures.failure();
  Result<Document> document = read_pages(std::move(drawing.value().pages), Format::pdf);
  if (document && pictures.any()) pictures.tell(document.value());
  if (document && maps_missing) document.value().problems.push_back(missing);
  return document;
}

}  // namespace nianbao
