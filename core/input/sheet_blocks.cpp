#include "input/sheet_blocks.h"

#include <algorithm>
#include <map>

#include "base/limits.h"
#include "base/matching.h"
#include "base/unicode.h"

namespace nianbao {
namespace {

constexpr std::size_t prose_units = 200;  // longer than any label of a form: about 100
constexpr std::size_t label_units = 30;   // a row of one short cell between rows of a table without lines

// 一、总体情况
bool starts_section(std::u16string_view text) {
  const std::u16string start = folded(text.substr(0, 12));
  const std::size_t end = start.find_first_not_of(u"一二三四五六七八九十");
  return end > 0 && end < start.size() && one_of(start[end], u"、.");
}

// A row that is shown: the cells that begin in it, and how many reach into it from above.
struct Row {
  std::vector<const XlsxCell*> cells;
  std::size_t from_above = 0;
  bool in_table = false;
  std::size_t places() const { return cells.size() + from_above; }
};

class SheetWriter {
 public:
  SheetWriter(const XlsxSheet& sheet, DocumentBuilder& build) : sheet_(sheet), build_(build) {
    for (const XlsxCell& cell : sheet.cells)
      if (!cell.hidden) rows_[cell.top].cells.push_back(&cell);
    if (const auto& written = build.document().sheet_cells; !written.empty())
      next_source_ = written.back().source + static_cast<std::uint32_t>(limits::text_units);
    drop_blank_end();
    mark_reach();
  }

  void write() {
    find_tables();
    write_name();
    for (auto row = rows_.begin(); row != rows_.end();)
      row = row->second.in_table ? write_table(row) : write_line(row);
    build_.end_paragraph();
    hide_up_to(sheet_.cells.size());
  }

 private:
  using Rows = std::map<int, Row>;

  static bool has_text(const Row& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const XlsxCell* cell) { return !cell->text.empty(); });
  }

  // Forms are often ruled far below what is filled in; one blank row below the text may be a row of values
  // that are missing.
  void drop_blank_end() {
    while (!rows_.empty()) {
      const auto last = std::prev(rows_.end());
      if (has_text(last->second)) return;
      if (last != rows_.begin() && std::prev(last)->first + 1 == last->first &&
          has_text(std::prev(last)->second))
        return;
      rows_.erase(last);
    }
  }

  void mark_reach() {
    if (rows_.empty()) return;
    const int end = std::prev(rows_.end())->first + 1;
    std::size_t left = limits::table_cells;
    std::vector<std::pair<int, int>> reaches;  // rows that cells from above cover
    for (const auto& [top, row] : rows_)
      for (const XlsxCell* cell : row.cells)
        if (cell->height > 1) reaches.emplace_back(top + 1, std::min(top + cell->height, end));
    for (const auto& [begin, behind] : reaches)
      for (int row = begin; row < behind && left > 0; ++row, --left) ++rows_[row].from_above;
  }

  // --- which rows are rows of a table ----------------------------------------------------------------------

  static bool is_prose(const Row& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const XlsxCell* cell) { return cell->text.size() > prose_units; });
  }

  static bool is_label(const Row& row, bool between) {
    if (row.places() != 1 || row.cells.empty()) return false;
    const XlsxCell& cell = *row.cells.front();
    if (cell.height > 1 || starts_section(cell.text) ||
        cell.text.size() > (cell.ruled ? prose_units / 2 : label_units))
      return false;
    return cell.ruled || between;
  }

  // Rows with cells side by side, and the rows of one cell that belong to them.
  void find_tables() {
    for (auto& [top, row] : rows_) row.in_table = row.places() >= 2 && !is_prose(row);
    for (auto row = rows_.begin(); row != rows_.end(); ++row) {
      if (row->second.in_table) continue;
      const auto next = std::next(row);
      const bool above =
          row != rows_.begin() && std::prev(row)->first + 1 == row->first && std::prev(row)->second.in_table;
      const bool below = next != rows_.end() && next->first == row->first + 1 && next->second.in_table;
      if ((above || below) && is_label(row->second, above && below)) row->second.in_table = true;
    }
    leave_lone_rows();
  }

  // Side by side in one row alone and without lines: words set apart, no table.
  void leave_lone_rows() {
    for (auto row = rows_.begin(); row != rows_.end();) {
      const auto end = table_end(row);
      if (row->second.in_table && std::next(row) == end &&
          std::none_of(row->second.cells.begin(), row->second.cells.end(),
                       [](const XlsxCell* c) { return c->ruled; }))
        row->second.in_table = false;
      row = end;
    }
  }

  Rows::iterator table_end(Rows::iterator row) {
    const auto begin = row;
    int next = row->first;
    while (row != rows_.end() && row->second.in_table && row->first == next) {
      ++next;
      ++row;
    }
    return row == begin ? std::next(row) : row;
  }

  // --- writing ---------------------------------------------------------------------------------------------

  // The tab's name is the heading where the sheet has none.
  void write_name() {
    if (!starts_section(sheet_.name) || rows_.empty()) return;
    for (const XlsxCell& cell : sheet_.cells)
      if (!cell.hidden && !cell.text.empty() && cell.text.compare(0, 4, sheet_.name, 0, 4) == 0) return;
    build_.begin_paragraph();
    build_.text(sheet_.name);
    build_.end_paragraph();
  }

  Rows::iterator write_line(Rows::iterator row) {
    for (const XlsxCell* cell : row->second.cells) {
      if (cell->text.empty()) continue;
      hide_up_to(index_of(*cell));
      build_.begin_paragraph();
      write_text(*cell, place_of(*cell));
      build_.end_paragraph();
    }
    return std::next(row);
  }

  Rows::iterator write_table(Rows::iterator row) {
    const auto end = table_end(row);
    const int bottom = std::prev(end)->first + 1;
    int left = 1 << 14, right = 0;
    bool ruled = false;
    for (auto r = row; r != end; ++r)
      for (const XlsxCell* cell : r->second.cells) {
        left = std::min(left, cell->left);
        right = std::max(right, cell->left + cell->width);
        ruled |= cell->ruled;
      }
    build_.end_paragraph();
    build_.begin_table();
    std::vector<int> covered(static_cast<std::size_t>(std::max(right - left, 0)),
                             0);  // by column: the row it is free from
    for (; row != end; ++row) {
      build_.begin_row();
      int at = left;
      for (const XlsxCell* cell : row->second.cells) {
        at = leave_free(at, cell->left, left, row->first, ruled, covered);
        const int height = std::min(cell->height, bottom - cell->top);
        hide_up_to(index_of(*cell));
        const std::uint32_t source = place_of(*cell);
        build_.begin_cell(height, cell->width, source);
        write_text(*cell, source);
        build_.end_cell();
        at = cell->left + cell->width;
        std::fill(covered.begin() + (cell->left - left), covered.begin() + (at - left), cell->top + height);
      }
      leave_free(at, right, left, row->first, ruled, covered);
    }
    build_.end_table();
    return end;
  }

  // Places without a cell of the file: blank where nothing is ruled, no places at all where something is.
  int leave_free(int at, int end, int left, int row, bool ruled, const std::vector<int>& covered) {
    if (end <= at) return end;
    if (ruled || free_places_ > limits::table_cells) {
      build_.skip_columns(end - at);
      return end;
    }
    for (; at < end; ++at) {
      if (covered[static_cast<std::size_t>(at - left)] > row) {
        build_.skip_columns(1);
      } else {
        build_.begin_cell();
        build_.end_cell();
        ++free_places_;
      }
    }
    return end;
  }

  void write_text(const XlsxCell& cell, std::uint32_t source) {
    const std::uint32_t begin = build_.position();
    std::u16string_view rest = cell.text;
    while (true) {
      const std::size_t end = rest.find(u'\n');
      build_.text(rest.substr(0, end), source + (build_.position() - begin));
      if (end == std::u16string_view::npos) break;
      build_.line_break();
      rest.remove_prefix(end + 1);
    }
    if (cell.unknown) build_.mark(MarkKind::unreadable, {begin, build_.position()});
    if (!cell.number.empty()) build_.mark(MarkKind::stored_number, {begin, build_.position()}, cell.number);
  }

  std::size_t index_of(const XlsxCell& cell) const {
    return static_cast<std::size_t>(&cell - sheet_.cells.data());
  }

  // A number of the cell's own, far enough from the next one's for all units of its text.
  std::uint32_t place_of(const XlsxCell& cell) {
    Document& document = build_.document();
    const std::uint32_t source = next_source_;
    next_source_ += static_cast<std::uint32_t>(cell.text.size()) + 2;
    document.sheet_cells.push_back({source, static_cast<std::uint32_t>(document.sheets.size() - 1),
                                    static_cast<std::uint32_t>(cell.row),
                                    static_cast<std::uint32_t>(cell.column)});
    return source;
  }

  // What is hidden before the cell of this index goes into one mark.
  void hide_up_to(std::size_t end) {
    std::u16string text;
    int row = -1;
    for (; hidden_ < end; ++hidden_) {
      const XlsxCell& cell = sheet_.cells[hidden_];
      if (!cell.hidden || cell.text.empty()) continue;
      if (!text.empty()) text += cell.row == row ? u'\t' : u'\n';
      text += cell.text;
      row = cell.row;
    }
    if (!text.empty()) build_.mark_here(MarkKind::hidden, std::move(text));
  }

  const XlsxSheet& sheet_;
  DocumentBuilder& build_;
  Rows rows_;  // by place among the rows that are shown
  std::size_t hidden_ = 0;
  std::size_t free_places_ = 0;
  std::uint32_t next_source_ = 0;
};

}  // namespace

void write_sheet(const XlsxSheet& sheet, DocumentBuilder& build) {
  build.document().sheets.push_back(sheet.name);
  SheetWriter(sheet, build).write();
}

void write_hidden_sheet(const XlsxSheet& sheet, DocumentBuilder& build) {
  std::u16string text = u"[" + sheet.name + u"]";
  int row = -1;
  for (const XlsxCell& cell : sheet.cells) {
    if (cell.text.empty()) continue;
    text += cell.row == row ? u'\t' : u'\n';
    text += cell.text;
    row = cell.row;
  }
  if (row >= 0) build.mark_here(MarkKind::hidden, std::move(text));
}

}  // namespace nianbao
